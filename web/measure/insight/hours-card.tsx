/** The result by weekday and hour: when it is hard to get good help. */
import type { HourPoint, InsightAnswer } from '../../../src/measure/insight/contract.ts'
import { type HeatCell, Heatmap } from '../../design/chart/heatmap.tsx'
import { insightTexts } from '../../i18n/insight.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { submissionsLink } from '../results/links.ts'

type Weekday = '1' | '2' | '3' | '4' | '5' | '6' | '7'

export function HoursCard({ answer }: { readonly answer: InsightAnswer }) {
  const t = useTexts(insightTexts)
  const format = useFormats()
  const points = answer.insight.hours
  const weekdays = [...new Set(points.map(({ weekday }) => weekday))]
  const hours = [...new Set(points.flatMap(({ hour }) => hour ?? []))].sort((a, b) => a - b)
  const dayNames = t('hours.days').split(' ')
  const hourName = (hour: number) => format.time(`${String(hour).padStart(2, '0')}:00`)
  const scope = answer.class === undefined ? {} : { class: answer.class }
  const cellOf = (point: HourPoint | undefined, weekday: number): HeatCell => {
    if (!point || point.total === null) return { value: null }
    const { hour } = point
    const link = submissionsLink(answer.editionId, {
      ...scope,
      weekday: String(weekday) as Weekday,
      ...(hour === undefined ? {} : { hour: String(hour).padStart(2, '0') }),
    })
    return {
      value: 100 - point.total,
      text: `${format.number(point.total, 0)} (${format.number(point.n)})`,
      link,
    }
  }
  const mean = meanOf(points)
  const lowest = points
    .filter(({ hour, interval }) => hour !== undefined && interval !== null && interval[1] < mean)
    .toSorted((a, b) => a.total! - b.total!)[0]
  if (points.length === 0) return null
  return (
    <Heatmap
      title={
        lowest
          ? t('hours.title', { day: dayNames[lowest.weekday - 1]!, hour: hourName(lowest.hour!) })
          : t('hours.titleNone')
      }
      subtitle={t('hours.subtitle')}
      columns={[t('hours.all'), ...hours.map(hourName)]}
      rows={weekdays.map((weekday) => ({
        name: dayNames[weekday - 1]!,
        cells: [undefined, ...hours].map((hour) =>
          cellOf(
            points.find((point) => point.weekday === weekday && point.hour === hour),
            weekday,
          ),
        ),
      }))}
      scale="risk"
      steps={[20, 28, 36, 44]}
    />
  )
}

/** The total of all weekdays together. */
function meanOf(points: readonly HourPoint[]): number {
  const days = points.filter(({ hour, total }) => hour === undefined && total !== null)
  const n = days.reduce((sum, day) => sum + day.n, 0)
  return days.reduce((sum, day) => sum + day.total! * day.n, 0) / n
}
