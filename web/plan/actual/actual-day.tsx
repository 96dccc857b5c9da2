/** One day: who was there beside the plan and the need, the waiting it gave, and every hour or interval. */
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { type ActualInterval, byHour, sumUp } from '../../../src/plan/shifts/actual/rules/sum-up.ts'
import { localOf, mondayOf } from '../../../src/plan/shifts/rules/local-days.ts'
import { LineWithBand } from '../../design/chart/line-with-band.tsx'
import { linkTo } from '../../design/path-target.ts'
import { DataTable } from '../../design/table/data-table.tsx'
import { planActualTexts } from '../../i18n/plan-actual.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { Looks } from '../looks.tsx'
import { useShiftTimes } from '../shift-times.ts'
import { useSumColumns } from './sum-columns.tsx'
import { type ActualChoice, actualLink } from './use-choice.ts'

type Props = {
  readonly rows: readonly ActualInterval[]
  readonly queue: string
  readonly choice: ActualChoice
  readonly day: string
}

export function ActualDay(props: Props) {
  if (props.rows.length === 0) return null
  return (
    <>
      <People {...props} />
      {props.rows.some(({ waitSeconds }) => waitSeconds !== null) && <Wait {...props} />}
      <Times {...props} />
    </>
  )
}

function usePoints(rows: readonly ActualInterval[]) {
  const { time } = useFormats()
  return (of: (row: ActualInterval) => number | null) =>
    rows.map((row) => ({ at: time(localOf(row.from).time), value: of(row) }))
}

function People({ rows, queue, day }: Props) {
  const t = useTexts(planActualTexts)
  const times = useShiftTimes()
  const points = usePoints(rows)
  const hasHindsight = rows.some(({ neededFor }) => neededFor !== null)
  return (
    <div className="lp-card">
      <LineWithBand
        title={t('chart.people', { queue, day: times.day(day) })}
        subtitle={t(hasHindsight ? 'chart.peopleSubtitle' : 'chart.foreseen')}
        series={[
          {
            name: t('chart.needed'),
            look: 'control',
            points: points(({ needed, neededFor }) => (hasHindsight ? neededFor : needed)),
          },
          { name: t('chart.scheduled'), look: 'expected', points: points(({ scheduled }) => scheduled) },
          { name: t('chart.present'), look: 'seen', points: points(({ present }) => present) },
        ]}
        fromZero
        note={
          <Link {...linkTo({ to: '/plan/shifts/$week', params: { week: mondayOf(day) }, search: { day } })}>
            {t('seePlan')}
          </Link>
        }
      />
    </div>
  )
}

function Wait({ rows, queue, day }: Props) {
  const t = useTexts(planActualTexts)
  const times = useShiftTimes()
  const points = usePoints(rows)
  return (
    <div className="lp-card">
      <LineWithBand
        title={t('chart.wait', { queue, day: times.day(day) })}
        subtitle={t('chart.waitSubtitle')}
        series={[
          { name: t('chart.waitName'), look: 'seen', points: points(({ waitSeconds }) => waitSeconds) },
        ]}
        decimals={0}
        height={12}
        fromZero
      />
    </div>
  )
}

function Times({ rows, choice }: Props) {
  const t = useTexts(planActualTexts)
  const { times, time } = useFormats()
  const shown = useMemo(() => {
    if (choice.byInterval)
      return rows.map((row) => {
        const clock = localOf(row.from).time
        return { key: `${row.from}`, name: time(clock), ...sumUp([row]) }
      })
    return byHour(rows).map((hour) => {
      const [from, to] = [hour.hour, hour.hour + 1].map((each) => `${String(each).padStart(2, '0')}:00`)
      return { ...hour, key: from!, name: times(from!, to!) }
    })
  }, [rows, choice.byInterval, time, times])
  const columns = useSumColumns(t('days.time'))
  return (
    <div className="lp-card">
      <Looks
        label={t('days.by')}
        looks={[false, true].map((byInterval) => ({
          text: t(byInterval ? 'days.byInterval' : 'days.byHour'),
          link: actualLink({ ...choice, byInterval }),
          isCurrent: byInterval === choice.byInterval,
        }))}
      />
      <DataTable
        title={t(choice.byInterval ? 'days.intervals' : 'days.hours')}
        rows={shown}
        columns={columns}
        rowKey={({ key }) => key}
        usualSorting={{ column: 'key', descending: false }}
        usualPageSize={50}
      />
    </div>
  )
}
