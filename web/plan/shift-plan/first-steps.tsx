/** What a week needs before shifts can be suggested for it: people, and a requirement. */
import type { Judge } from '../../../src/plan/shifts/rules/judged-week.ts'
import { LinkButton } from '../../design/link-button.tsx'
import { shiftPlanTexts } from '../../i18n/shift-plan.ts'
import { useTexts } from '../../i18n/use-texts.ts'

export const hasNeed = ({ grid }: Judge): boolean =>
  grid.queues.some(({ need }) => need.some((people) => people > 0))

export function FirstSteps({ judge }: { readonly judge: Judge }) {
  const t = useTexts(shiftPlanTexts)
  const lacksPeople = judge.given.agents.length === 0
  return (
    <section className="lp-card" aria-labelledby="first">
      <h2 id="first">{t('first.title')}</h2>
      <p>{t(lacksPeople ? (hasNeed(judge) ? 'first.people' : 'first.both') : 'first.need')}</p>
      <div className="lp-row">
        {lacksPeople && <LinkButton to="/plan/shifts/people">{t('first.toPeople')}</LinkButton>}
        {!hasNeed(judge) && (
          <LinkButton to="/plan/staffing" variant={lacksPeople ? 'secondary' : 'primary'}>
            {t('first.toNeed')}
          </LinkButton>
        )}
      </div>
    </section>
  )
}
