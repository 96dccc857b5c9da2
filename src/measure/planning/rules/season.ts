/**
 * The days on which contacts can be made. Inside the planner a day is its number among the open days, so that
 * "evenly spread" is plain arithmetic and neither weekends, holidays nor clock changes can be hit.
 */
import { fromEpochDay, toEpochDay, weekdayOf } from '../../../kernel/calendar.ts'
import { isWorkingDay } from '../../../kernel/holidays.ts'
import type { AttemptProtocol, EditionMethod } from '../../edition/contract.ts'

export type Season = {
  /** Epoch days; `end` is the last day of the last week. */
  readonly start: number
  readonly end: number
  /** Epoch days of the open days, ascending. */
  readonly openDays: Int32Array
  /** For each calendar day from `start`: its number among the open days, or -1. */
  readonly openIndex: Int32Array
  /** For each calendar day from `start`: how many working days there are up to and with it. */
  readonly workingDays: Int32Array
}

/**
 * Monday to Friday, without public holidays and the edition's closed days.
 *
 * @example seasonOf({ start: '2026-11-30', weeks: 18, … }) // 85 open days; 83 without two closed eves
 */
export function seasonOf(calendar: EditionMethod['calendar']): Season {
  const start = toEpochDay(calendar.start)
  const length = calendar.weeks * 7
  const closed = new Set(calendar.closedDays)
  const openIndex = new Int32Array(length).fill(-1)
  const workingDays = new Int32Array(length)
  const openDays: number[] = []
  for (let day = 0; day < length; day++) {
    const date = fromEpochDay(start + day)
    const working = isWorkingDay(date)
    workingDays[day] = (workingDays[day - 1] ?? 0) + (working ? 1 : 0)
    if (working && !closed.has(date)) openIndex[day] = openDays.push(start + day) - 1
  }
  return { start, end: start + length - 1, openDays: Int32Array.from(openDays), openIndex, workingDays }
}

/** The number of an epoch day among the open days, or -1 when nothing can be done on it. */
export function openIndexOf(season: Season, epochDay: number): number {
  return season.openIndex[epochDay - season.start] ?? -1
}

/** The first open day on or after an epoch day, as a number among the open days; past the end: their count. */
export function firstOpenFrom(season: Season, epochDay: number): number {
  for (let day = Math.max(epochDay, season.start); day <= season.end; day++) {
    const index = season.openIndex[day - season.start]!
    if (index >= 0) return index
  }
  return season.openDays.length
}

/** How many working days lie from one epoch day to another; 1 for neighbours in a week. */
export function workingDaysBetween(season: Season, a: number, b: number): number {
  const count = (epochDay: number) =>
    season.workingDays[Math.min(Math.max(epochDay - season.start, 0), season.workingDays.length - 1)] ?? 0
  return Math.abs(count(a) - count(b))
}

/** Open days that must follow the first attempt: a day for each further one, or the days of waiting. */
export function daysNeededAfter(protocol: AttemptProtocol): number {
  return protocol.unit === 'minutes' ? protocol.attempts - 1 : protocol.wait - 1
}

/** Monday-based weeks counted from the one of 1970-01-01: equal for days of the same ISO week. */
export function weekNumber(epochDay: number): number {
  return Math.floor((epochDay + 3) / 7)
}

/** Open days per weekday, Monday first, from a day number on. */
export function weekdayCounts(season: Season, from = 0): readonly number[] {
  const counts = [0, 0, 0, 0, 0, 0, 0]
  for (let index = from; index < season.openDays.length; index++)
    counts[weekdayOf(season.openDays[index]!) - 1]! += 1
  return counts
}
