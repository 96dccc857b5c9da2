/** One day: needed with the spread of the load, against those who are set up. */
import { useMemo } from 'react'
import type { StaffingWeek } from '../../../src/plan/staffing/contract.ts'
import { type LineSeries, LineWithBand } from '../../design/chart/line-with-band.tsx'
import { planOverviewTexts } from '../../i18n/plan-overview.ts'
import { staffingTexts } from '../../i18n/staffing.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

export function DayCard({ week, date }: { readonly week: StaffingWeek; readonly date: string }) {
  const t = useTexts(staffingTexts)
  const overview = useTexts(planOverviewTexts)
  const { weekday, shortDate, time, number, percent } = useFormats()
  const cells = useMemo(() => week.cells.filter((cell) => cell.date === date), [week, date])
  const day = week.days.find((each) => each.date === date)
  const isScheduled = cells.some(({ scheduled }) => scheduled !== null)
  const series = useMemo((): readonly LineSeries[] => {
    const points = cells.map((cell) => ({
      at: time(cell.time),
      value: cell.p50,
      low: cell.p10,
      high: cell.p90,
    }))
    const needed = cells.map((cell) => ({ at: time(cell.time), value: cell.needed }))
    const scheduled = cells.map((cell) => ({ at: time(cell.time), value: cell.scheduled }))
    return [
      { name: t('day.load'), look: 'expected', points },
      { name: t('day.needed'), look: 'seen', points: needed },
      ...(isScheduled ? [{ name: t('day.scheduled'), look: 'control' as const, points: scheduled }] : []),
    ]
  }, [cells, isScheduled, t, time])
  return (
    <div className="lp-card">
      <LineWithBand
        title={t('day.title', { day: weekday(date), date: shortDate(date) })}
        subtitle={t('day.subtitle')}
        series={series}
        decimals={0}
        fromZero
        note={
          day && (
            <>
              {t('day.expected', { contacts: Math.round(day.mean), cv: percent(day.cv) })}{' '}
              {day.risk !== null && t('day.risk', { risk: percent(day.risk) })}{' '}
              {isScheduled && t('day.from', { from: overview(`scheduledFrom.${week.scheduledFrom}`) })}{' '}
              {t('day.hours', { hours: number(hoursOf(week, cells), 0) })}
            </>
          )
        }
      />
    </div>
  )
}

const hoursOf = (week: StaffingWeek, cells: StaffingWeek['cells']): number =>
  (cells.reduce((sum, { needed }) => sum + needed, 0) * week.queue!.intervalMinutes) / 60
