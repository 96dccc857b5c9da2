/** The whole in four figures: attendance, the plan against the need, the wait, and who was answered in time. */
import { type ActualInterval, attendance, sumUp } from '../../../src/plan/shifts/actual/rules/sum-up.ts'
import { Figure } from '../../design/figure.tsx'
import { planActualTexts } from '../../i18n/plan-actual.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useWaitText } from './use-title.ts'
import './actual.css'

export function ActualFigures({ rows }: { readonly rows: readonly ActualInterval[] }) {
  const t = useTexts(planActualTexts)
  const { number, percent } = useFormats()
  const waitText = useWaitText()
  // Intervals of which nothing is known yet, such as tomorrow's, are no part of how it went.
  const past = rows.filter(({ present, offered }) => present !== null || offered !== null)
  const sum = sumUp(past)
  const share = attendance(sum)
  const wanted = sum.neededFor ?? sum.needed
  const unknown = t('figure.unknown')
  return (
    <div className="lp-actual-figures">
      <Figure
        label={t('figure.attendance')}
        value={share === null ? unknown : percent(share)}
        {...(share !== null && {
          note: t('figure.attendanceNote', {
            present: number(sum.present!, 1),
            scheduled: number(sum.scheduledWherePresent!, 1),
          }),
        })}
      />
      <Figure
        label={t('figure.covered')}
        value={wanted ? percent(sum.scheduled / wanted) : unknown}
        {...(wanted && {
          note: t(sum.neededFor === null ? 'figure.coveredForeseen' : 'figure.coveredNote', {
            scheduled: number(sum.scheduled, 1),
            needed: number(wanted, 1),
          }),
        })}
      />
      <Figure
        label={t('figure.wait')}
        value={sum.waitSeconds === null ? unknown : waitText(sum.waitSeconds)}
        {...(sum.offered !== null && { note: t('figure.waitNote', { n: number(sum.offered, 0) }) })}
      />
      <Figure
        label={t('figure.inTime')}
        value={sum.inTime === null ? unknown : percent(sum.inTime)}
        {...(sum.abandoned !== null && { note: t('figure.abandoned', { n: number(sum.abandoned, 0) }) })}
      />
    </div>
  )
}
