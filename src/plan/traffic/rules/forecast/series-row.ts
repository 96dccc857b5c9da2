/** A row of a table of traffic, and the spellings of a time that are understood in it. */
import { isPlainDate } from '../../../../kernel/calendar.ts'

export type TextRow = { readonly line: number; readonly cells: readonly string[] }

/** `2026-03-01T07:30`, with seconds or a blank instead of T, or `01.03.2026 07:30`. */
export function parseTime(text: string): { date: string; minute: number; zoned: boolean } | undefined {
  const iso = /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(
    text,
  )
  const norwegian = /^(\d{1,2})\.(\d{1,2})\.(\d{4})[T ,]+(?:kl\.? ?)?(\d{1,2})[:.](\d{2})(?::\d{2})?$/.exec(
    text,
  )
  if (!iso && !norwegian) return undefined
  const date = iso
    ? iso[1]!
    : `${norwegian![3]}-${norwegian![2]!.padStart(2, '0')}-${norwegian![1]!.padStart(2, '0')}`
  const [hour, minute] = (iso ? [iso[2], iso[3]] : [norwegian![4], norwegian![5]]).map(Number) as [
    number,
    number,
  ]
  if (!isPlainDate(date) || hour > 23 || minute > 59) return undefined
  return { date, minute: hour * 60 + minute, zoned: iso?.[4] !== undefined }
}
