import type { Plan } from '../../../src/measure/planning/contract.ts'
import type { Fairness } from '../../../src/measure/planning/rules/fairness/report.ts'
import { planningTexts } from '../../i18n/planning.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { namesOf } from './use-plan.ts'

type Props = { readonly plan: Pick<Plan, 'names'>; readonly fairness: Fairness }

/** What is no broken rule, and still explains the plan: who got nothing, and why. */
export function Notices({ plan, fairness }: Props) {
  const t = useTexts(planningTexts)
  if (fairness.notices.length === 0) return null
  const names = namesOf(plan)
  return (
    <section className="lp-card" aria-labelledby="notices-title">
      <h2 id="notices-title">{t('noticesTitle')}</h2>
      <ul className="lp-plain-list lp-ready">
        {fairness.notices.map(({ kind, participant }) => (
          <li key={participant}>
            <strong>{names.get(participant)}</strong> {t(`notices.${kind}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}
