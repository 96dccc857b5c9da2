/** A plan to be looked at: its columns, with the contacts of each participant and observer by date. */
import type { PlanColumns } from '../columns.ts'
import type { Frame } from '../frame.ts'
import type { PlanInput } from '../plan-input.ts'
import { firstOpenFrom, openIndexOf } from '../season.ts'

export type PlanView = {
  readonly input: Omit<PlanInput, 'seed'>
  readonly frame: Frame
  readonly columns: PlanColumns
  readonly byParticipant: readonly Int32Array[]
  readonly byObserver: readonly Int32Array[]
}

/** Where a rule was looked at; numbers are places in the lists of the input. */
export type Place = {
  readonly participant?: number
  readonly observer?: number
  readonly channel?: number
  /** Epoch day. */
  readonly day?: number
  /** Epoch day of one day of the week. */
  readonly week?: number
  readonly rows: readonly number[]
}

/** A rule tells its figure for each place that it looks at; the place is only made when the rule is broken. */
export type Judge = (figure: number, limit: number, place: () => Place) => void

export function planView(input: Omit<PlanInput, 'seed'>, frame: Frame, columns: PlanColumns): PlanView {
  return {
    input,
    frame,
    columns,
    byParticipant: grouped(columns, columns.participant, frame.participants.length),
    byObserver: grouped(columns, columns.observer, frame.observers.length),
  }
}

/** Rows by their value in one column (negative: left out), each group by day and time. */
function grouped(columns: PlanColumns, values: Int32Array, groups: number): Int32Array[] {
  const sizes = new Int32Array(groups)
  for (const value of values) if (value >= 0) sizes[value]! += 1
  const rows = Array.from(sizes, (size) => new Int32Array(size))
  const filled = new Int32Array(groups)
  for (let row = 0; row < columns.length; row++) {
    const group = values[row]!
    if (group >= 0) rows[group]![filled[group]!++] = row
  }
  const when = (row: number) => columns.day[row]! * 1440 + columns.from[row]!
  for (const group of rows) group.sort((a, b) => when(a) - when(b))
  return rows
}

/** Participants that the rules of spreading apply to: with a plan, and not withdrawn. */
export function plannedParticipants({ input, frame }: PlanView): number[] {
  return frame.participants.flatMap(({ total }, participant) =>
    total > 0 && !input.participants[participant]!.withdrawn ? [participant] : [],
  )
}

/** A day's place among the open days; a day that is closed counts as the next open one. */
export function placeInSeason({ frame }: PlanView, epochDay: number): number {
  const index = openIndexOf(frame.season, epochDay)
  return index >= 0 ? index : firstOpenFrom(frame.season, epochDay)
}
