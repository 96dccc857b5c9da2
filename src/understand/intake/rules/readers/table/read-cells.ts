/** The cells of a table as values: numbers, durations, moments and words, as people and programs write them. */
import { type DateOrder, momentOf, momentOfSerial } from '../moments.ts'
import type { DurationUnit } from './column-mapping.ts'

/**
 * A number with spaces or marks between thousands and the decimal mark of the table.
 *
 * @example numberOf('1 234,5', ',') // 1234.5
 */
export function numberOf(cell: string, decimal: ',' | '.'): number | undefined {
  const bare = cell
    .replaceAll(/[\s\u00a0\u202f'’]/g, '')
    .replace(/\u2212/, '-')
    .replace(/%$/, '')
  const plain =
    decimal === ','
      ? /,/.test(bare) || /^-?\d{1,3}(?:\.\d{3})+$/.test(bare)
        ? bare.replaceAll('.', '').replace(',', '.')
        : bare
      : bare.replaceAll(/,(?=\d{3}(?:\D|$))/g, '')
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

const factors: Readonly<Record<DurationUnit, number>> = {
  milliseconds: 0.001,
  seconds: 1,
  minutes: 60,
  hours: 3600,
}
const clock = /^(?:(\d{1,4}):)?(\d{1,3}):(\d{2})(?:[.,]\d{1,6})?$/
const spoken =
  /^(?:(\d{1,4})\s?(?:t|h|timer?|timar?|hours?|hrs?)\.?)?\s*(?:(\d{1,5})\s?(?:m|min|minutt|minutter|minutes?|mins?)\.?)?\s*(?:(\d{1,6})\s?(?:s|sek|sekund|sekunder|seconds?|secs?)\.?)?$/i

/**
 * Seconds, whole: 90, "1:30" (minutes and seconds), "00:01:30", "1 min 30 s".
 *
 * @param unit of a bare number
 * @example secondsOf('1,5', 'minutes', ',') // 90
 */
export function secondsOf(cell: string, unit: DurationUnit, decimal: ',' | '.'): number | undefined {
  const text = cell.trim()
  const shown = clock.exec(text)
  if (shown) return parts(shown[1], shown[2], shown[3])
  const number = numberOf(text, decimal)
  if (number !== undefined) return number >= 0 ? Math.round(number * factors[unit]) : undefined
  const said = spoken.exec(text)
  return said && (said[1] ?? said[2] ?? said[3]) !== undefined ? parts(said[1], said[2], said[3]) : undefined
}

function parts(hours = '0', minutes = '0', seconds = '0'): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}

export type MomentSetting = {
  readonly timeZone: string
  readonly dateOrder: DateOrder
  readonly decimal: ',' | '.'
}

/** A moment, also as the number that a spreadsheet keeps it as, and as seconds or milliseconds since 1970. */
export function momentOfCell(cell: string, setting: MomentSetting): string | undefined {
  const written = momentOf(cell, setting.timeZone, setting.dateOrder)
  if (written !== undefined) return written
  const number = numberOf(cell, setting.decimal)
  if (number === undefined) return undefined
  if (number > 1e11) return fromUnix(number / 1000)
  return number > 1e8 ? fromUnix(number) : momentOfSerial(number, setting.timeZone)
}

function fromUnix(seconds: number): string | undefined {
  return momentOf(new Date(Math.min(seconds, 8e12) * 1000).toISOString(), 'UTC')
}
