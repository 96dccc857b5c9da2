/** What do those who answer customers suggest, and have they been answered? */
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { SuggestionList } from '../../../src/understand/improvements/contract.ts'
import { suggestionStates } from '../../../src/understand/improvements/rules/words.ts'
import { api } from '../../api.ts'
import { Figure } from '../../design/figure.tsx'
import { Awaited, EmptyState } from '../../design/states.tsx'
import { improvementTexts } from '../../i18n/improvements.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { useHasRole } from '../../session.ts'
import { Choice } from '../improvements/improvement-form.tsx'
import '../improvements/improvements.css'
import '../overview/overview.css'
import { UnderstandFrame } from '../understand-frame.tsx'
import { SendForm } from './send-form.tsx'
import { SuggestionItem } from './suggestion-item.tsx'

export function SuggestionsPage() {
  const t = useTexts(improvementTexts)
  const search = useSearch({ strict: false }) as Search
  const state = suggestionStates.find((each) => each === search.state)
  const own = search.own === 'true'
  const input = { ...(state && { state }), ...(search.topic && { topic: search.topic }), ...(own && { own }) }
  const query = useQuery(api.improvements.suggestions.list.queryOptions({ input }))
  const list = query.data as SuggestionList | undefined
  const title = !list || list.waiting === 0 ? t('box.titleNone') : t('box.title', { count: list.waiting })
  return (
    <UnderstandFrame part="suggestions" title={title} subtitle={t('box.subtitle')}>
      <Awaited query={query}>
        {(answer) => <Filled list={answer as SuggestionList} search={search} />}
      </Awaited>
    </UnderstandFrame>
  )
}

function Filled({ list, search }: { readonly list: SuggestionList; readonly search: Search }) {
  const t = useTexts(improvementTexts)
  const manages = useHasRole('manager', 'editor', 'admin')
  const navigate = useNavigate()
  const choose = (change: Readonly<Record<string, string>>) =>
    void navigate({
      to: '.',
      search: ((before: Search) => ({ ...before, ...change })) as never,
      replace: true,
    })
  return (
    <>
      <Times list={list} manages={manages} />
      <section className="lp-card lp-stack" aria-labelledby="send">
        <h2 id="send">{t('box.send')}</h2>
        <SendForm topics={list.topics} />
      </section>
      <section className="lp-card lp-stack" aria-labelledby="queue">
        <h2 id="queue">{t('box.queue')}</h2>
        <div className="lp-row lp-no-print">
          <Choice
            label={t('field.filterState')}
            value={search.state ?? ''}
            onChange={(state) => choose({ state })}
            options={[
              { id: '', name: t('all') },
              ...suggestionStates.map((id) => ({ id, name: t(`box.state.${id}`) })),
            ]}
          />
          <Choice
            label={t('field.filterTopic')}
            value={search.topic ?? ''}
            onChange={(topic) => choose({ topic })}
            options={[{ id: '', name: t('all') }, ...list.topics]}
          />
        </div>
        {list.items.length === 0 && <EmptyState title={t('box.empty')}>{t('box.emptyText')}</EmptyState>}
        {list.items.map((suggestion) => (
          <SuggestionItem key={suggestion.suggestionId} suggestion={suggestion} manages={manages} />
        ))}
      </section>
    </>
  )
}

function Times({ list, manages }: { readonly list: SuggestionList; readonly manages: boolean }) {
  const t = useTexts(improvementTexts)
  const { number, instant } = useFormats()
  const { median, low, high, n } = list.time
  const told = (hours: number) =>
    hours < 48
      ? t('box.hours', { number: Math.round(hours) })
      : t('box.days', { number: Math.round(hours / 24) })
  return (
    <div className="lp-headlines">
      <Figure
        label={t('box.median')}
        value={median === null ? '–' : told(median)}
        n={n}
        note={
          median === null
            ? t('box.medianNone')
            : `95 %: ${low === null ? '–' : told(low)} – ${high === null ? t('box.noEnd') : told(high)}`
        }
      />
      <Figure
        label={t('box.oldest')}
        value={list.oldest === null ? t('box.none') : instant(list.oldest.sentAt)}
        link={{ to: '/understand/suggestions', search: { state: 'waiting' } }}
      />
      {manages && (
        <Figure
          label={t('box.mine')}
          value={number(list.mine)}
          link={{ to: '/understand/suggestions', search: { state: 'waiting' } }}
        />
      )}
    </div>
  )
}
