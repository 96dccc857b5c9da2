/** The hours of a week in which fewer than planned were there, and the days one by one. */
import { useMemo } from 'react'
import { addDays } from '../../../src/kernel/calendar.ts'
import {
  type ActualHour,
  type ActualInterval,
  byHour,
  sumUp,
} from '../../../src/plan/shifts/actual/rules/sum-up.ts'
import { Heatmap } from '../../design/chart/heatmap.tsx'
import { DataTable } from '../../design/table/data-table.tsx'
import { planActualTexts } from '../../i18n/plan-actual.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { dayOf, useShiftTimes } from '../shift-times.ts'
import { useSumColumns } from './sum-columns.tsx'
import { type ActualChoice, actualLink } from './use-choice.ts'

type Props = {
  readonly rows: readonly ActualInterval[]
  readonly queue: string
  readonly choice: ActualChoice
}

export function ActualWeek(props: Props) {
  return (
    <>
      <WeekMap {...props} />
      <Days {...props} />
    </>
  )
}

/** Half a person's lack and less is no lack; from one on each step is one more. */
const steps = [0.5, 1.5, 2.5, 3.5] as const

function WeekMap({ rows, queue, choice }: Props) {
  const t = useTexts(planActualTexts)
  const { weekday, number } = useFormats()
  const hours = byHour(rows)
  const columns = [...new Set(hours.map(({ hour }) => hour))].toSorted((one, other) => one - other)
  const known = new Map(hours.map((hour) => [`${hour.date} ${hour.hour}`, hour]))
  if (!hours.some(({ present }) => present !== null)) return null
  const cellOf = (date: string, hour: number) => {
    const lack = lackOf(known.get(`${date} ${hour}`))
    if (lack === null) return { value: null }
    const link = actualLink({ ...choice, day: date })
    return { value: Math.max(0, lack), text: lack < 0.05 ? '0' : number(lack, 1), link }
  }
  const days = [0, 1, 2, 3, 4, 5, 6].map((at) => addDays(choice.week, at))
  return (
    <div className="lp-card">
      <Heatmap
        title={t('map.title')}
        subtitle={t('map.subtitle', { queue })}
        note={t('map.note')}
        scale="risk"
        steps={steps}
        decimals={1}
        columns={columns.map((hour) => String(hour).padStart(2, '0'))}
        rows={days
          .filter((date) => hours.some((hour) => hour.date === date))
          .map((date) => ({ name: weekday(date), cells: columns.map((hour) => cellOf(date, hour)) }))}
      />
    </div>
  )
}

function lackOf(hour: ActualHour | undefined): number | null {
  if (!hour || hour.present === null || hour.scheduledWherePresent === null) return null
  return hour.scheduledWherePresent - hour.present
}

function Days({ rows, choice }: Props) {
  const t = useTexts(planActualTexts)
  const times = useShiftTimes()
  const days = useMemo(
    () =>
      [...Map.groupBy(rows, ({ from }) => dayOf(from))].map(([date, own]) => ({
        key: date,
        name: times.day(date),
        ...sumUp(own),
      })),
    [rows, times.day],
  )
  const columns = useSumColumns(t('days.day'))
  return (
    <div className="lp-card">
      <DataTable
        title={t('days.title')}
        rows={days}
        columns={columns}
        rowKey={({ key }) => key}
        rowLink={({ key }) => actualLink({ ...choice, day: key })}
        usualSorting={{ column: 'key', descending: false }}
      />
    </div>
  )
}
