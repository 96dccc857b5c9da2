/**
 * What would help most in the worst stretch: first people who are there already and are not needed where they are (a
 * lunch moved out of the rush, somebody from another queue), then people who are not. Each step tells the risk after it.
 */
import { minutesOf } from '../../../kernel/clock.ts'
import type { StaffedCell, WorstSpan } from './staffed-cell.ts'

export type Remedy =
  | {
      readonly kind: 'move'
      readonly people: number
      readonly from: string
      readonly to: string
      readonly riskAfter: number
    }
  | { readonly kind: 'borrow'; readonly people: number; readonly queue: string; readonly riskAfter: number }
  | { readonly kind: 'extra'; readonly people: number; readonly riskAfter: number }

export type RemedyWorld = {
  readonly span: WorstSpan
  /** Of the span's day. */
  readonly cells: readonly StaffedCell[]
  readonly others: readonly { readonly queue: string; readonly cells: readonly StaffedCell[] }[]
  /** The risk of a cell with so many people more. */
  readonly riskWith: (cell: StaffedCell, more: number) => number
  /** A risk that is low enough. */
  readonly enough: number
}

/** A lunch or a meeting is moved by so much, not across the day. */
const reach = 150

export function proposeRemedies({ span, cells, others, riskWith, enough }: RemedyWorld): Remedy[] {
  const day = cells.filter(({ date }) => date === span.date)
  const inside = day.filter(({ time }) => time >= span.from && time < span.to)
  const risk = (more: number) => Math.max(0, ...inside.map((cell) => riskWith(cell, more)))
  const remedies: Remedy[] = []
  let given = 0
  const give = (people: number) => {
    given += people
    return risk(given)
  }
  const quiet = spareBeside(day, span)
  const moved = Math.min(span.missing, quiet?.people ?? 0)
  if (quiet && moved > 0)
    remedies.push({ kind: 'move', people: moved, from: quiet.from, to: quiet.to, riskAfter: give(moved) })
  for (const { queue, cells: theirs } of others) {
    const there = theirs.filter(({ date, time }) => date === span.date && time >= span.from && time < span.to)
    const spare = there.length === 0 ? 0 : Math.floor(Math.min(...there.map(spareOf)))
    const people = Math.min(spare, span.missing - given)
    if (people > 0) remedies.push({ kind: 'borrow', people, queue, riskAfter: give(people) })
  }
  let extra = 0
  while (risk(given + extra) > enough && extra < 200) extra++
  if (extra > 0) remedies.push({ kind: 'extra', people: extra, riskAfter: risk(given + extra) })
  return remedies
}

const spareOf = ({ scheduled, needed }: StaffedCell) => Math.max(0, (scheduled ?? 0) - needed)

/** The stretch within reach, as long as an hour at most, in which most people can be done without. */
function spareBeside(day: readonly StaffedCell[], span: WorstSpan) {
  const near = day.filter(
    ({ time }) =>
      (time < span.from && minutesOf(span.from) - minutesOf(time) <= reach) ||
      (time >= span.to && minutesOf(time) - minutesOf(span.to) < reach),
  )
  let best: { people: number; from: string; to: string } | undefined
  for (const cell of near) {
    const people = Math.floor(spareOf(cell))
    if (people === 0 || people <= (best?.people ?? 0)) continue
    const after = day.find(({ time }) => time > cell.time)
    best = { people, from: cell.time, to: after?.time ?? span.to }
  }
  return best
}
