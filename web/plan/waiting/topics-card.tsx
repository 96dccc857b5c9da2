/** What they gave up on, beside what the channel is else about. */
import { Link } from '@tanstack/react-router'
import type { AfterView } from '../../../src/plan/waiting/contract.ts'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { waitingTexts } from '../../i18n/waiting.ts'
import { useWords } from './use-words.ts'

export function TopicsCard({ after: { topics, topicsFrom } }: { readonly after: AfterView }) {
  const t = useTexts(waitingTexts)
  const { number } = useFormats()
  const { own, next, none } = topicsFrom
  return (
    <section className="lp-card" aria-labelledby="topics">
      <h2 id="topics">{topics[0] ? t('topics.finding', { topic: topics[0].name }) : t('topics.title')}</h2>
      {topics.length === 0 ? (
        <p>{t('topics.none')}</p>
      ) : (
        <>
          <p className="lp-small lp-quiet">
            {t('topics.text')}{' '}
            {t('topics.from', { own: number(own, 0), next: number(next, 0), none: number(none, 0) })}
          </p>
          <Topics topics={topics} />
        </>
      )}
    </section>
  )
}

function Topics({ topics }: Pick<AfterView, 'topics'>) {
  const t = useTexts(waitingTexts)
  const { number, percent } = useFormats()
  const { shares } = useWords()
  return (
    <ScrollBox label={t('topics.title')}>
      <table className="ds-table lp-waiting__table">
        <thead>
          <tr>
            <th scope="col">{t('topics.topic')}</th>
            {(['contacts', 'share', 'usual'] as const).map((column) => (
              <th key={column} scope="col" className="lp-end">
                {t(`topics.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {topics.map(({ topicId, name, contacts, gaveUp, usual }) => (
            <tr key={topicId}>
              <th scope="row">
                <Link to="/understand/topics/$topicId" params={{ topicId }}>
                  {name}
                </Link>
              </th>
              <td className="lp-end lp-number">{number(contacts, Number.isInteger(contacts) ? 0 : 1)}</td>
              <td className="lp-end lp-number">
                {percent(gaveUp.share)}
                <span className="lp-small lp-quiet lp-under">{shares(gaveUp)}</span>
              </td>
              <td className="lp-end lp-number">{usual === null ? '–' : percent(usual)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}
