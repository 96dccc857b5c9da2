/** The traps of the target, where the week walks into them. */
import { Link } from '@tanstack/react-router'
import type { StaffingWeek } from '../../../src/plan/staffing/contract.ts'
import { manyGiveUp } from '../../../src/plan/staffing/rules/agents-needed.ts'
import { linkTo } from '../../design/path-target.ts'
import { staffingTexts } from '../../i18n/staffing.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { choiceLink, useChoice } from './use-choice.ts'

export function WarningCard({ week }: { readonly week: StaffingWeek }) {
  const { queueId } = useChoice()
  const t = useTexts(staffingTexts)
  const count = (kind: 'below-load' | 'many-give-up') =>
    week.cells.filter(({ warnings }) => warnings.includes(kind)).length
  const [below, lost] = [count('below-load'), count('many-give-up')]
  if (below + lost === 0) return null
  return (
    <section className="lp-card lp-card--notice" aria-labelledby="trap">
      <h2 id="trap">{t('trap.title')}</h2>
      <Traps below={below} lost={lost} />
      <p>
        <Link {...linkTo(choiceLink('/plan/staffing/targets', queueId ? { queueId } : {}))}>
          {t('trap.cap')}
        </Link>
      </p>
    </section>
  )
}

export function Traps({ below, lost }: { readonly below: number; readonly lost: number }) {
  const t = useTexts(staffingTexts)
  const { percent } = useFormats()
  return (
    <>
      {below > 0 && <p>{t('trap.below', { count: below })}</p>}
      {lost > 0 && <p>{t('trap.lost', { count: lost, share: percent(manyGiveUp) })}</p>}
    </>
  )
}
