/**
 * What a hand does to a shift: move it, give it to somebody else, stretch an end, make a new one. Times snap to quarters;
 * a shift that a hand has touched is fixed, so that a search leaves it where it is.
 */
import { addDays, type PlainDate } from '../../../../kernel/calendar.ts'
import type { PlanShift } from '../../week/rules/plan-shift.ts'
import { localOf, minuteAt } from '../local-days.ts'
import { quarterMinutes } from '../quarter-grid.ts'
import type { Minute, Span } from '../types.ts'

/** As the server takes them. */
const longest = 16 * 60
const shortest = 2 * quarterMinutes
/** A working day longer than this has a break (§ 10-9), of half an hour as most have it. */
const breakFrom = 5.5 * 60
const breakMinutes = 30

export const snapped = (minute: Minute): Minute => Math.round(minute / quarterMinutes) * quarterMinutes

/** Half an hour in the middle of what is long enough to have one. */
export function usualBreaks({ from, to }: Span): Span[] {
  if (to - from <= breakFrom) return []
  const start = snapped((from + to - breakMinutes) / 2)
  return [{ from: start, to: start + breakMinutes }]
}

/** By so many minutes, breaks with it. */
export function movedBy(shift: PlanShift, minutes: number): PlanShift {
  const move = ({ from, to }: Span) => ({ from: from + minutes, to: to + minutes })
  return { ...shift, ...move(shift), breaks: shift.breaks.map(move), fixed: true }
}

/** Whole local days on: eight o'clock stays eight o'clock through a change of the clocks. */
export function movedByDays(shift: PlanShift, days: number): PlanShift {
  const { date, time } = localOf(shift.from)
  return movedBy(shift, minuteAt(addDays(date, days), time) - shift.from)
}

/** To a day and a time of the day, `HH:MM`. */
export function movedTo(shift: PlanShift, date: PlainDate, time: string): PlanShift {
  return movedBy(shift, minuteAt(date, time) - shift.from)
}

/** To somebody, or to nobody: then it is a shift to be taken, which no search may hand out. */
export const givenTo = (shift: PlanShift, agentId: string | null): PlanShift =>
  agentId === shift.agentId ? shift : { ...shift, agentId, fixed: true }

/**
 * Other ends. Breaks stay where they are as long as there is work on both sides of them, and else move inwards; what
 * grows long enough to have a break and has none gets the usual one, and what gets too short loses them.
 */
export function stretched(shift: PlanShift, ends: Partial<Span>): PlanShift {
  const isStart = ends.from !== undefined
  let { from, to } = { from: shift.from, to: shift.to, ...ends }
  if (isStart) from = Math.min(Math.max(from, to - longest), to - shortest)
  else to = Math.max(Math.min(to, from + longest), from + shortest)
  const span = { from, to }
  const wasShort = shift.to - shift.from <= breakFrom
  const breaks = shift.breaks.length === 0 && wasShort ? usualBreaks(span) : breaksWithin(shift.breaks, span)
  return { ...shift, ...span, breaks, fixed: true }
}

function breaksWithin(breaks: readonly Span[], { from, to }: Span): Span[] {
  const kept: Span[] = []
  let first = from + quarterMinutes
  for (const pause of breaks) {
    const length = pause.to - pause.from
    const start = Math.max(first, Math.min(pause.from, to - quarterMinutes - length))
    if (start + length > to - quarterMinutes) continue
    kept.push({ from: start, to: start + length })
    first = start + length
  }
  return kept
}

/** @example newShift('1', { agentId: 'a', from: eight, to: four }) // with half an hour in its middle, fixed */
export function newShift(id: string, on: Span & { readonly agentId: string | null }): PlanShift {
  return { id, ...on, breaks: usualBreaks(on), skill: null, overtimeMinutes: 0, fixed: true }
}
