/** Times, dates and numbers as people and spreadsheets write them, read in one way wherever a file of rows comes in. */
import { isPlainDate, type PlainDate } from './calendar.ts'
import { clockOf } from './clock.ts'

export type WrittenTime = {
  readonly date: PlainDate
  /** After midnight, by the clock on the wall. */
  readonly minute: number
  /** The text carries a zone, which is not looked at. */
  readonly zoned: boolean
}

const isoDate = String.raw`(?<iso>\d{4}-\d{2}-\d{2})`
const norwegianDate = String.raw`(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4}|\d{2})`
const isoTime = new RegExp(
  String.raw`^${isoDate}[T ](?<hour>\d{1,2}):(?<minute>\d{2})(?::\d{2}(?:\.\d+)?)?(?<zone>Z|[+-]\d{2}:?\d{2})?$`,
)
const norwegianTime = new RegExp(
  String.raw`^${norwegianDate}[T ,]+(?:kl\.? ?)?(?<hour>\d{1,2})[:.](?<minute>\d{2})(?::\d{2})?$`,
)
const anyDate = new RegExp(`^(?:${isoDate}|${norwegianDate})$`)

type Parts = Readonly<Record<string, string | undefined>>

/** Two figures of a year are of this century. */
function dateOf({ iso, day, month, year }: Parts): PlainDate | undefined {
  const date = iso ?? `${year!.padStart(4, '20')}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`
  return isPlainDate(date) ? date : undefined
}

/**
 * `2026-03-01T07:30`, with seconds or a blank instead of T, or `01.03.2026 07:30`, which may be `1.3.26 kl. 7.30`.
 *
 * @example readTime('01.03.26 07:30') // { date: '2026-03-01', minute: 450, zoned: false }
 */
export function readTime(text: string): WrittenTime | undefined {
  const found = (isoTime.exec(text) ?? norwegianTime.exec(text))?.groups as Parts | undefined
  if (!found) return undefined
  const date = dateOf(found)
  const [hour, minute] = [Number(found.hour), Number(found.minute)]
  if (date === undefined || hour > 23 || minute > 59) return undefined
  return { date, minute: hour * 60 + minute, zoned: found.zone !== undefined }
}

/** A date, or the date of a time: `2026-03-01`, `01.03.2026`, `1.3.26`, `2026-03-01T00:00`. */
export function readDate(text: string): PlainDate | undefined {
  const found = anyDate.exec(text)?.groups as Parts | undefined
  return found ? dateOf(found) : readTime(text)?.date
}

/** `08:00`, `8.00` or `24:00`, as `HH:MM`. */
export function readClock(text: string): string | undefined {
  const found = /^(\d{1,2})[:.](\d{2})(?::00)?$/.exec(text)
  if (!found) return undefined
  const minutes = Number(found[1]) * 60 + Number(found[2])
  return Number(found[2]) < 60 && minutes <= 24 * 60 ? clockOf(minutes) : undefined
}

/** A blank, a no-break space, a thin one or a narrow no-break one between thousands. */
const thousands = /^([+-]?\d{1,3})((?:[ \u00a0\u2009\u202f]\d{3})+)(?=[.,]\d|$)/

/** Undefined for what is no number. `1234.5`, `1234,5`, `1 234,5` and `1e3` are. */
export function readNumber(text: string): number | undefined {
  const plain = text.replace(thousands, (all) => all.replace(/[^\d+-]/g, ''))
  return /^[+-]?\d+(?:[.,]\d+)?(?:e[+-]?\d+)?$/i.test(plain) ? Number(plain.replace(',', '.')) : undefined
}
