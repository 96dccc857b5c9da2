/** Moments as sources write them. All become ISO 8601 in UTC. */
import { isPlainDate } from '../../../../kernel/calendar.ts'
import { toInstant } from '../../../../kernel/zone.ts'

const iso =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?)?\s?(Z|UTC|[+-]\d{2}:?\d{2})?$/i
const numbers =
  /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:,?\s+(?:kl\.?\s*)?(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\s?([ap]m)?)?$/i

export type DateOrder = 'day-first' | 'month-first'

/**
 * ISO with or without a zone, and day, month and year with dots, slashes or hyphens. A time without a zone is local.
 *
 * @param timeZone of moments that do not say; the organisation's
 * @param order of day and month; month before day only where somebody has said so
 * @example momentOf('03.03.2025 10:15', 'Europe/Oslo') // '2025-03-03T09:15:00.000Z'
 */
export function momentOf(text: string, timeZone: string, order: DateOrder = 'day-first'): string | undefined {
  const written = text.trim()
  const found = iso.exec(written)
  if (found) return fromIso(found, timeZone)
  const parts = numbers.exec(written)
  if (!parts) return undefined
  const [, one, , other, year, hours = '0', minutes = '00', seconds = '00', half] = parts
  const [day, month] = order === 'day-first' ? [one!, other!] : [other!, one!]
  const date = `${year!.length === 2 ? `20${year}` : year!}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return local(date, [hourOf(hours, half), minutes, seconds], timeZone)
}

/** 12 AM is midnight and 12 PM is noon. */
function hourOf(hours: string, half: string | undefined): string {
  if (half === undefined) return hours
  const hour = Number(hours)
  if (hour < 1 || hour > 12) return '99'
  return String((hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0))
}

function fromIso(found: RegExpExecArray, timeZone: string): string | undefined {
  const [, year, month, day, hours = '0', minutes = '00', seconds = '00', offset] = found
  const date = `${year}-${month}-${day}`
  if (offset === undefined) return local(date, [hours, minutes, seconds], timeZone)
  if (!isPlainDate(date) || !isTime(hours, minutes, seconds)) return undefined
  const shift = /^[+-]/.test(offset) ? `${offset.slice(0, 3)}:${offset.slice(-2)}` : 'Z'
  return momentOfMs(Date.parse(`${date}T${hours.padStart(2, '0')}:${minutes}:${seconds}${shift}`))
}

type Clock = readonly [hours: string, minutes: string, seconds: string]

function local(date: string, [hours, minutes, seconds]: Clock, timeZone: string): string | undefined {
  if (!isPlainDate(date) || !isTime(hours, minutes, seconds)) return undefined
  const hour = hourInstant(date, hours.padStart(2, '0'), timeZone)
  return inBounds(hour + (Number(minutes) * 60 + Number(seconds)) * 1000)
}

/** Hours that were worked out before: the zone's rules are slow to ask, and a table asks for the same hours again. */
const known = new Map<string, number>()
const mostKnown = 50_000

/** Clocks change on the hour, so that minutes behind it are minutes. */
function hourInstant(date: string, hour: string, timeZone: string): number {
  const key = `${timeZone} ${date} ${hour}`
  const found = known.get(key)
  if (found !== undefined) return found
  const instant = toInstant(date, `${hour}:00`, timeZone).getTime()
  if (known.size >= mostKnown) known.clear()
  known.set(key, instant)
  return instant
}

function isTime(hours: string, minutes: string, seconds: string): boolean {
  return Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60
}

/** Seconds since 1970, as Chatwoot and Intercom write moments. */
export function momentOfSeconds(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : momentOfMs(seconds * 1000)
}

/**
 * Days since 30 December 1899, as Excel keeps moments; local time.
 *
 * @example momentOfSerial(45719.5, 'UTC') // '2025-03-03T12:00:00.000Z'
 */
export function momentOfSerial(serial: number, timeZone: string): string | undefined {
  if (!(serial >= 1 && serial < 2_958_466)) return undefined
  const shown = new Date(Date.UTC(1899, 11, 30) + Math.round(serial * 86_400) * 1000).toISOString()
  return local(shown.slice(0, 10), [shown.slice(11, 13), shown.slice(14, 16), shown.slice(17, 19)], timeZone)
}

export function momentOfMs(ms: number): string | undefined {
  return inBounds(ms)
}

/** Customer service of our time; anything else is a mistake in the file. */
const [earliest, latest] = [Date.UTC(1990, 0, 1), Date.UTC(2100, 0, 1)]

function inBounds(ms: number): string | undefined {
  return ms >= earliest && ms < latest ? new Date(ms).toISOString() : undefined
}
