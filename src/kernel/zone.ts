/** Local times and instants in a time zone, through both clock changes, with the platform's own zone data. */
import { addDays, type PlainDate } from './calendar.ts'
import { minutesOf } from './clock.ts'

export const zone = 'Europe/Oslo'

export type LocalTime = { readonly date: PlainDate; readonly time: string }

const formats = new Map<string, Intl.DateTimeFormat>()

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  formats.set(timeZone, made)
  return made
}

/** What calendar and clock show at an instant: `{ date: '2027-03-28', time: '03:00:00' }`. */
export function toLocal(instant: Date, timeZone: string = zone): LocalTime {
  const part = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  )
  return {
    date: `${part.year}-${part.month}-${part.day}`,
    time: `${part.hour}:${part.minute}:${part.second}`,
  }
}

/** Clocks are changed on a quarter of an hour; asking the zone data costs a hundred times what remembering does. */
const quarterMs = 15 * 60 * 1000
const mostRemembered = 20_000
const offsets = new Map<string, number>()

function offsetAt(instant: number, timeZone: string): number {
  const quarter = Math.floor(instant / quarterMs)
  const name = `${timeZone} ${quarter}`
  const known = offsets.get(name)
  if (known !== undefined) return known
  const { date, time } = toLocal(new Date(quarter * quarterMs), timeZone)
  const offset = Date.parse(`${date}T${time}Z`) - quarter * quarterMs
  if (offsets.size >= mostRemembered) offsets.clear()
  offsets.set(name, offset)
  return offset
}

/**
 * The instant at which the clocks show `date` `time` (`HH:MM` or `HH:MM:SS`). An hour that is shown twice
 * gives the first; an hour that is skipped gives the instant as many minutes after the change.
 */
export function toInstant(date: PlainDate, time: string, timeZone: string = zone): Date {
  const local = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`)
  const before = offsetAt(local - 86_400_000, timeZone)
  const after = offsetAt(local + 86_400_000, timeZone)
  for (const offset of [Math.max(before, after), Math.min(before, after)]) {
    if (offsetAt(local - offset, timeZone) === offset) return new Date(local - offset)
  }
  return new Date(local - before)
}

/**
 * Minutes after midnight that the clocks skip on a day, from the first to the one after the last; undefined on others.
 *
 * @example skippedMinutes('2027-03-28') // { from: 120, to: 180 }
 */
export function skippedMinutes(
  date: PlainDate,
  timeZone: string = zone,
): { readonly from: number; readonly to: number } | undefined {
  const midnight = toInstant(date, '00:00', timeZone).getTime()
  const missing = 1440 - (endOfDay(date, timeZone).getTime() - midnight) / 60_000
  if (missing <= 0) return undefined
  for (let minute = 0; minute < 1440; minute += 15) {
    const { time } = toLocal(new Date(midnight + minute * 60_000), timeZone)
    if (minutesOf(time) !== minute) return { from: minute, to: minute + missing }
  }
  return undefined
}

/** The last instant of a day plus one millisecond: midnight at its end. */
export function endOfDay(date: PlainDate, timeZone: string = zone): Date {
  return toInstant(addDays(date, 1), '00:00', timeZone)
}
