/** Days by times: how many are needed; each cell leads to its reasons. */
import type { StaffingWeek } from '../../../src/plan/staffing/contract.ts'
import { type HeatCell, Heatmap } from '../../design/chart/heatmap.tsx'
import { planOverviewTexts } from '../../i18n/plan-overview.ts'
import { staffingTexts } from '../../i18n/staffing.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { choiceLink, useChoice } from './use-choice.ts'
import { columnsOf, mostPressing, type NeedCell } from './week-cells.ts'

type Props = { readonly week: StaffingWeek; readonly chosen: NeedCell }

export function NeedMap({ week, chosen }: Props) {
  const t = useTexts(staffingTexts)
  const overview = useTexts(planOverviewTexts)
  const { weekday, time, number, shortDate } = useFormats()
  const { queueId, from } = useChoice()
  const columns = columnsOf(week.cells, week.queue!.intervalMinutes)
  const times = [...columns.keys()].sort()
  const dates = [...new Set(week.cells.map(({ date }) => date))].sort()
  const cellOf = (date: string, column: string): HeatCell => {
    const own = (columns.get(column) ?? []).filter((cell) => cell.date === date)
    const cell = mostPressing(own)
    if (!cell) return { value: null }
    const needed = Math.max(...own.map((each) => each.needed))
    const missing = Math.max(...own.map((each) => each.needed - (each.scheduled ?? each.needed)))
    const link = choiceLink('/plan/staffing', {
      ...(queueId && { queueId }),
      ...(from && { from }),
      day: cell.date,
      time: cell.time,
    })
    const short = Math.ceil(missing - 1e-9)
    return { value: needed, text: short > 0 ? `${needed} (−${number(short)})` : String(needed), link }
  }
  return (
    <div className="lp-card">
      <Heatmap
        title={t('map.title')}
        subtitle={t('map.subtitle')}
        columns={times.map(time)}
        rows={dates.map((date) => ({
          name: overview('map.day', { weekday: weekday(date).slice(0, 3), day: Number(date.slice(8)) }),
          cells: times.map((column) => cellOf(date, column)),
        }))}
        scale="amount"
        note={t('map.note', {
          day: weekday(chosen.date),
          date: shortDate(chosen.date),
          time: time(chosen.time),
          certain: number(100 * week.rule.settings.confidence),
        })}
      />
    </div>
  )
}
