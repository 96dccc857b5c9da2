/** The season as weeks × weekdays: how many contacts a day carries, and why some carry none. */
import { addDays, isoWeek } from '../../../src/kernel/calendar.ts'
import { type HeatCell, Heatmap } from '../../design/chart/heatmap.tsx'
import { planningTexts } from '../../i18n/planning.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useEditionId } from '../edition/edition-frame.tsx'
import { dateLink } from './links.ts'
import type { MadePlan } from './use-plan.ts'

export function CalendarMap({ plan }: { readonly plan: MadePlan }) {
  const t = useTexts(planningTexts)
  const format = useFormats()
  const editionId = useEditionId()
  const { season, days, weeks } = plan.fairness.figures
  const contacts = new Map(days.map((day) => [day.date, day.contacts]))
  const closed = new Map(plan.closed.map(({ date, why }) => [date, why]))
  const monday = mondayOf(season.start)
  const cell = (date: string): HeatCell => {
    const why = closed.get(date)
    const count = contacts.get(date)
    if (why) return { value: null, text: t(`calendar.${why}`) }
    return count === undefined ? { value: null } : { value: count, link: dateLink(editionId, date) }
  }
  const rows = weeks.map(({ week }, index) => ({
    name: t('calendar.week', { week: Number(week.slice(6)) }),
    cells: [0, 1, 2, 3, 4].map((weekday) => cell(addDays(monday, index * 7 + weekday))),
  }))
  const loads = days.map((day) => day.contacts)
  const mean = loads.reduce((sum, load) => sum + load, 0) / Math.max(1, loads.length)
  return (
    <Heatmap
      title={t('calendar.title', { mean: format.number(mean, mean < 10 ? 1 : 0) })}
      subtitle={t('calendar.subtitle', { days: season.openDays, weeks: plan.weeks })}
      columns={[0, 1, 2, 3, 4].map((weekday) => format.weekday(addDays(monday, weekday)).slice(0, 3))}
      rows={rows}
      scale="amount"
      steps={stepsAround(mean)}
    />
  )
}

/** Shades tell how far a day is from the mean, not how much it is: an even plan is of one shade. */
function stepsAround(mean: number): readonly [number, number, number, number] {
  return [0.6 * mean, 0.85 * mean, 1.15 * mean, 1.4 * mean]
}

/** The Monday of the ISO week in which a date lies. */
function mondayOf(date: string): string {
  let monday = date
  while (isoWeek(addDays(monday, -1)) === isoWeek(date)) monday = addDays(monday, -1)
  return monday
}
