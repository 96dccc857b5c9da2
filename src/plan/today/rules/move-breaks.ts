/** Breaks out of the worst stretch: people who are at work already, at no cost but that of when they eat. */
import type { Minute, Span } from '../../shifts/rules/types.ts'
import type { DayQueue } from '../../staffing/rules/day-queue.ts'
import type { Proposal } from './proposal.ts'
import type { Stretch } from './stretch.ts'
import {
  changesBetween,
  clockAt,
  costElsewhere,
  type DayShift,
  effectOn,
  minuteOfCell,
  serves,
  spanOf,
  type TodayWorld,
  withPeople,
} from './today-world.ts'

/** A lunch is moved by so much, not across the day. */
const reach = 150
/** Nobody works longer than this without a break (Working Environment Act § 10-9: more than five and a half hours). */
const longestWithout = 330
/** A break is no late start and no early end. */
const margin = 45
/** Those who are to move theirs must hear of it first. */
const notice = 10
const step = 15

type Move = { readonly shift: DayShift; readonly pause: Span; readonly to: Span }

export function moveBreaks(world: TodayWorld, stretch: Stretch): Proposal | null {
  const { queue } = world
  if (queue.scheduledFrom !== 'shifts') return null
  const moves = findMoves(world, stretch)
  if (moves.length === 0) return null
  const shifts = world.shifts.map((shift) => moved(shift, moves))
  const people = world.peopleWith(shifts)
  const effect = effectOn(queue, stretch, withPeople(queue, people))
  return {
    kind: 'moveBreaks',
    people: moves.length,
    minutes: Math.max(...moves.map(({ pause }) => pause.to - pause.from)),
    share: null,
    tasksLater: null,
    effect,
    cost: placesOf(moves, spanOf(queue, stretch)).flatMap((place) => [
      effectOn(queue, place, withPeople(queue, people)),
      ...costElsewhere(world, place, people),
    ]),
    changes: changesBetween(world.shifts, shifts),
  }
}

/**
 * Where the breaks go, before the stretch and after it. Each is judged by itself: over both at once the stretch between
 * them would be the worst of it, and hide what they cost.
 */
function placesOf(moves: readonly Move[], span: Span): readonly Pick<Stretch, 'from' | 'to'>[] {
  const sides = [moves.filter(({ to }) => to.to <= span.from), moves.filter(({ to }) => to.from >= span.to)]
  return sides
    .filter((side) => side.length > 0)
    .map((side) => ({
      from: clockAt(Math.min(...side.map(({ to }) => to.from))),
      to: clockAt(Math.max(...side.map(({ to }) => to.to))),
    }))
}

const moved = (shift: DayShift, moves: readonly Move[]): DayShift => {
  const own = moves.filter((move) => move.shift === shift)
  if (own.length === 0) return shift
  return {
    ...shift,
    breaks: shift.breaks.map((pause) => own.find((move) => move.pause === pause)?.to ?? pause),
  }
}

/** One break for each person, as many as are missing, each to where most can be done without. */
function findMoves(world: TodayWorld, stretch: Stretch): Move[] {
  const { queue, shifts, now } = world
  const span = spanOf(queue, stretch)
  const spare = new Map(
    queue.cells.map((cell) => [minuteOfCell(cell), (cell.scheduled ?? 0) - cell.needed] as const),
  )
  const moves: Move[] = []
  for (const shift of shifts) {
    if (moves.length >= stretch.missing) break
    if (!serves(queue, shift)) continue
    const pause = shift.breaks.find(
      (each) => each.from >= now + notice && each.from < span.to && each.to > span.from,
    )
    const to = pause && bestPlace({ shift, pause, span, now, spare, queue, floor: 1 - stretch.missing })
    if (!pause || !to) continue
    moves.push({ shift, pause, to })
    for (const at of cellsUnder(queue, to)) spare.set(at, (spare.get(at) ?? 0) - 1)
  }
  return moves
}

type Placing = {
  readonly shift: DayShift
  readonly pause: Span
  readonly span: Span
  readonly now: Minute
  readonly spare: ReadonlyMap<Minute, number>
  readonly queue: DayQueue
  /** Fewer to spare than this before the break would only move the trouble. */
  readonly floor: number
}

/** Where the fewest are needed; nowhere when it would be no better there. */
function bestPlace({ shift, pause, span, now, spare, queue, floor }: Placing): Span | null {
  const length = pause.to - pause.from
  let best: { readonly to: Span; readonly spare: number } | null = null
  for (let from = pause.from - reach; from <= pause.from + reach; from += step) {
    const to = { from, to: from + length }
    if (from < now + notice || (to.from < span.to && to.to > span.from) || !isLawful(shift, pause, to))
      continue
    const under = cellsUnder(queue, to)
    if (under.length === 0) continue
    const here = Math.min(...under.map((at) => spare.get(at) ?? 0))
    if (here > (best?.spare ?? floor)) best = { to, spare: here }
  }
  return best?.to ?? null
}

function isLawful(shift: DayShift, pause: Span, to: Span): boolean {
  if (to.from < shift.from + margin || to.to > shift.to - margin) return false
  const breaks = shift.breaks
    .map((each) => (each === pause ? to : each))
    .toSorted((one, other) => one.from - other.from)
  let from = shift.from
  for (const each of [...breaks, { from: shift.to, to: shift.to }]) {
    if (each.from < from || each.from - from > longestWithout) return false
    from = each.to
  }
  return true
}

function cellsUnder({ cells, intervalMinutes }: DayQueue, { from, to }: Span): Minute[] {
  return cells.map(minuteOfCell).filter((at) => at < to && at + intervalMinutes > from)
}
