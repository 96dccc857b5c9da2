import type { DecisionView, TopicCard } from '../../../src/understand/overview/contract.ts'
import { overviewTexts } from '../../i18n/overview.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

/** What has been decided about one topic, by whom and why. */
export function TopicDecisions({ card }: { readonly card: TopicCard }) {
  const t = useTexts(overviewTexts)
  return (
    <section className="lp-card" aria-labelledby="topic-decisions">
      <h3 id="topic-decisions">{t('topic.decisions')}</h3>
      {card.decisions.length === 0 && <p className="lp-quiet">{t('topic.noDecisions')}</p>}
      <ul className="lp-records">
        {card.decisions.map((decision) => (
          <li key={`${decision.at} ${decision.kind}`}>
            <DecisionText decision={decision} />
          </li>
        ))}
      </ul>
    </section>
  )
}

export function DecisionText({ decision }: { readonly decision: DecisionView }) {
  const t = useTexts(overviewTexts)
  const format = useFormats()
  const { kind, place, reason, at, by } = decision
  const what = kind === 'placed' ? t('decision.placed', { place: place ?? '' }) : t(`decision.${kind}`)
  return (
    <>
      <p>{t('decision.line', { at: format.instant(at), by, what })}</p>
      {reason !== '' && <p className="lp-quiet lp-said">{reason}</p>}
    </>
  )
}
