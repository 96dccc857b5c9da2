/** The cells of a week as the page shows them. */
import type { StaffingWeek } from '../../../src/plan/staffing/contract.ts'
import type { Choice } from './use-choice.ts'

export type NeedCell = StaffingWeek['cells'][number]

/** The interval of the address, else the one of that day that takes most, else the one that lacks or takes most. */
export function chosenCell(
  { cells }: Pick<StaffingWeek, 'cells'>,
  { day, time }: Choice,
): NeedCell | undefined {
  const ofDay = cells.filter(({ date }) => date === day)
  return ofDay.find((cell) => cell.time === time) ?? mostPressing(ofDay.length > 0 ? ofDay : cells)
}

/** The interval that lacks most people, or takes most where nobody is set up; of two alike the first. */
export function mostPressing(cells: readonly NeedCell[]): NeedCell | undefined {
  const pressing = ({ needed, scheduled }: NeedCell) => (scheduled === null ? needed : needed - scheduled)
  return cells.reduce<NeedCell | undefined>(
    (most, cell) => (most === undefined || pressing(cell) > pressing(most) ? cell : most),
    undefined,
  )
}

/**
 * Columns of at least half an hour, so that a day fits: of each the interval that takes most, and the most that are
 * missing in one.
 */
export function columnsOf(cells: readonly NeedCell[], intervalMinutes: number) {
  const minutes = Math.max(30, intervalMinutes)
  const startOf = (time: string): string => {
    const all = Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
    const start = all - (all % minutes)
    return `${String(Math.floor(start / 60)).padStart(2, '0')}:${String(start % 60).padStart(2, '0')}`
  }
  return Map.groupBy(cells, ({ time }) => startOf(time))
}
