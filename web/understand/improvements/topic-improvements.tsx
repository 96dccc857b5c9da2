/** The place of improvements on a topic's page. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ImprovementLine } from '../../../src/understand/improvements/contract.ts'
import { api } from '../../api.ts'
import { linkTo } from '../../design/path-target.ts'
import { improvementTexts } from '../../i18n/improvements.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { EffectMark, StateMark } from './effect-words.tsx'
import { improvementLink } from './links.ts'
import './improvements.css'

/** @example <TopicImprovements topicId={topicId} /> */
export function TopicImprovements({ topicId }: { readonly topicId: string }) {
  const t = useTexts(improvementTexts)
  const { data } = useQuery(api.improvements.list.queryOptions({ input: { topic: topicId } }))
  if (!data) return null
  const items = data.items as readonly ImprovementLine[]
  return (
    <section className="lp-card lp-stack" aria-labelledby="topic-improvements">
      <h3 id="topic-improvements">{t('topicCard')}</h3>
      {items.length === 0 && <p className="lp-quiet">{t('topicNone')}</p>}
      <ul className="lp-plain-list lp-log">
        {items.map(({ improvementId, title, state, effect }) => (
          <li key={improvementId}>
            <Link {...linkTo(improvementLink(improvementId))}>{title}</Link>
            <span className="lp-effect">
              <StateMark state={state} />
              {effect && <EffectMark effect={effect} />}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
