import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { CodingTask } from '../../src/measure/coding/contract.ts'
import { api } from '../api.ts'
import { Icon } from '../design/icon.tsx'
import { Page } from '../design/page.tsx'
import { Awaited, EmptyState } from '../design/states.tsx'
import { channelTexts } from '../i18n/channels.ts'
import { codingTexts } from '../i18n/coding.ts'
import { observeTexts } from '../i18n/observe.ts'
import { useFormats, useLanguage, useTexts } from '../i18n/use-texts.ts'
import './coding.css'
import './observe.css'

/** What am I asked to code again? */
export function CodingListPage() {
  const t = useTexts(codingTexts)
  const observe = useTexts(observeTexts)
  const query = useQuery(api.coding.mine.queryOptions())
  const waiting = query.data?.items.filter(({ state }) => state === 'asked')
  const done = query.data?.items.filter(({ state }) => state === 'handedIn')
  return (
    <Page
      title={waiting?.length ? t('mine.title', { count: waiting.length }) : t('mine.none')}
      subtitle={t('mine.subtitle')}
      width="narrow"
      trail={[{ to: '/observe', label: observe('back') }]}
    >
      <Awaited query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('mine.none')}>{t('mine.empty')}</EmptyState>
          ) : (
            <>
              <Tasks title={t('mine.waiting')} tasks={waiting ?? []} />
              <Tasks title={t('mine.done')} tasks={done ?? []} />
            </>
          )
        }
      </Awaited>
    </Page>
  )
}

function Tasks({ title, tasks }: { readonly title: string; readonly tasks: readonly CodingTask[] }) {
  const t = useTexts(codingTexts)
  const channel = useTexts(channelTexts)
  const language = useLanguage()
  const format = useFormats()
  if (tasks.length === 0) return null
  return (
    <section className="lp-stack lp-assignments">
      <h2>
        {title} <span className="lp-quiet lp-number">{tasks.length}</span>
      </h2>
      {tasks.map((task) => (
        <Link
          key={task.codingId}
          to="/observe/codings/$codingId"
          params={{ codingId: task.codingId }}
          className="lp-card lp-coding"
        >
          <Icon name={task.channel} />
          <span>
            <strong>{task.title[language]}</strong>
            <span className="lp-small lp-quiet">
              {channel(task.channel)} ·{' '}
              {task.handedInAt
                ? t('mine.handedIn', { date: format.date(task.handedInAt) })
                : t('mine.asked', { date: format.date(task.askedAt) })}
            </span>
          </span>
        </Link>
      ))}
    </section>
  )
}
