/** The page's finding: the interval that takes or lacks most. */
import type { StaffingWeek } from '../../../src/plan/staffing/contract.ts'
import { staffingTexts } from '../../i18n/staffing.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { mostPressing } from './week-cells.ts'

export function useNeedFinding(week: StaffingWeek | undefined): string {
  const t = useTexts(staffingTexts)
  const { weekday, time, number } = useFormats()
  if (!week?.queue) return t('title.none')
  const queue = week.queue.name
  const cell = mostPressing(week.cells)
  if (!cell) return t('title.lacks', { queue })
  const at = { queue, day: weekday(cell.date), time: time(cell.time), needed: cell.needed }
  if (cell.scheduled === null) return t('title.needed', at)
  return cell.scheduled < cell.needed
    ? t('title.missing', { ...at, scheduled: number(Math.round(cell.scheduled * 10) / 10) })
    : t('title.enough', { queue })
}
