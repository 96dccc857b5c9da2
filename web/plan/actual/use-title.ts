/** What plan against actual says first, in words. */
import { type ActualFinding, findingOf } from '../../../src/plan/shifts/actual/rules/finding.ts'
import { type ActualInterval, byHour } from '../../../src/plan/shifts/actual/rules/sum-up.ts'
import { planActualTexts } from '../../i18n/plan-actual.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useShiftTimes } from '../shift-times.ts'

/** From so many seconds on a wait is told in minutes. */
const inMinutesFrom = 90

export function useWaitText(): (seconds: number) => string {
  const t = useTexts(planActualTexts)
  return (seconds) =>
    seconds < inMinutesFrom
      ? t('wait.seconds', { n: Math.round(seconds) })
      : t('wait.minutes', { n: Math.round(seconds / 60) })
}

/** Of the rows that have happened, with all that there are beside them. */
export function useTitle(): (
  queue: string,
  rows: readonly ActualInterval[],
  all: readonly ActualInterval[],
) => string {
  const t = useTexts(planActualTexts)
  const { number } = useFormats()
  const { day } = useShiftTimes()
  const waitText = useWaitText()
  const ofHour = (queue: string, { hour, missing }: Extract<ActualFinding, { readonly hour: unknown }>) => ({
    queue,
    day: day(hour.date),
    from: hour.hour,
    to: hour.hour + 1,
    missing: number(missing),
  })
  return (queue, rows, all) => {
    if (rows.length === 0 && all.length > 0) return t('title.ahead', { queue })
    const finding = findingOf(byHour(rows))
    if (finding.kind === 'as-planned') return t('title.asPlanned', { queue })
    if (finding.kind === 'unreported') return t('title.unreported', { queue })
    if (finding.kind === 'nobody-planned') return t('title.nobody', { queue })
    const said = ofHour(queue, finding)
    const { waitSeconds } = finding.hour
    if (waitSeconds === null)
      return t(finding.kind === 'absent' ? 'title.absentOnly' : 'title.shortOnly', said)
    const wait = waitText(waitSeconds)
    return t(finding.kind === 'absent' ? 'title.absent' : 'title.short', { ...said, wait })
  }
}
