/** A plan on the desk: its columns with the loads and tallies that a contact's new place is weighed by. */
import type { Random } from '../../../../kernel/random.ts'
import type { PlanColumns } from '../columns.ts'
import type { Frame } from '../frame.ts'
import { openIndexOf, weekNumber } from '../season.ts'

/** The day of a contact that has no place yet. */
export const unplaced = -1_000_000

export type Desk = {
  readonly frame: Frame
  readonly columns: PlanColumns
  readonly random: Random
  /** The first open day to which a contact may be moved. */
  readonly firstDay: number
  /** Rows of each participant that have a place. */
  readonly rowsOf: readonly number[][]
  /** Contacts per open day, per observer, and per observer and week. */
  readonly dayLoad: Int32Array
  readonly observerLoad: Int32Array
  readonly weekLoad: ReadonlyMap<number, Int32Array>
}

export function deskOf(frame: Frame, columns: PlanColumns, random: Random, firstDay: number): Desk {
  const weeks = new Set([...columns.day, ...frame.season.openDays].map(weekNumber))
  const desk: Desk = {
    frame,
    columns,
    random,
    firstDay,
    rowsOf: frame.participants.map(() => []),
    dayLoad: new Int32Array(frame.season.openDays.length),
    observerLoad: new Int32Array(frame.observers.length),
    weekLoad: new Map([...weeks].map((week) => [week, new Int32Array(frame.observers.length)])),
  }
  for (let row = 0; row < columns.length; row++) {
    if (columns.day[row] !== unplaced) putDown(desk, row)
  }
  return desk
}

/** Takes a contact out of the plan, so that the others do not reckon with it. */
export function takeUp(desk: Desk, row: number): void {
  const rows = desk.rowsOf[desk.columns.participant[row]!]!
  const place = rows.indexOf(row)
  if (place < 0) return
  rows.splice(place, 1)
  countRow(desk, row, -1)
}

export function putDown(desk: Desk, row: number): void {
  desk.rowsOf[desk.columns.participant[row]!]!.push(row)
  countRow(desk, row, 1)
}

function countRow(
  { frame, columns, dayLoad, observerLoad, weekLoad }: Desk,
  row: number,
  change: 1 | -1,
): void {
  const day = openIndexOf(frame.season, columns.day[row]!)
  if (day >= 0) dayLoad[day]! += change
  const observer = columns.observer[row]!
  if (observer < 0) return
  observerLoad[observer]! += change
  const week = weekLoad.get(weekNumber(columns.day[row]!))
  if (week) week[observer]! += change
}
