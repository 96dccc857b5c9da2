/** Wishes as they fall in a week: those for a date, and those for every week. */
import { addDays, type PlainDate } from '../../../../kernel/calendar.ts'
import type { Wish } from '../../rules/types.ts'

type KeptWish = {
  readonly kind: 'work' | 'free'
  readonly date: PlainDate | null
  readonly weekday: number | null
  readonly from: string | null
  readonly to: string | null
  readonly weight: number
}

/** @example wishesIn([{ kind: 'free', weekday: 5, date: null, … }], '2027-03-01') // [{ date: '2027-03-05', kind: 'free', … }] */
export function wishesIn(wishes: readonly KeptWish[], weekStart: PlainDate): Wish[] {
  const end = addDays(weekStart, 6)
  return wishes.flatMap(({ kind, date, weekday, from, to, weight }): Wish[] => {
    const day = date ?? addDays(weekStart, (weekday ?? 1) - 1)
    if (day < weekStart || day > end) return []
    const hours = from === null || to === null ? {} : { from, to }
    return [{ date: day, kind, weight: weight === 3 ? 3 : weight === 2 ? 2 : 1, ...hours }]
  })
}
