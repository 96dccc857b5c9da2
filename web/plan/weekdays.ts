/** The days of a week by their names: "mandag", "man–fre", "man, ons–fre". */
import { fromEpochDay } from '../../src/kernel/calendar.ts'
import { useFormats } from '../i18n/use-texts.ts'

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export type Weekday = (typeof weekdays)[number]

/** The first Monday after 1 January 1970 is day 4. */
const someMonday = 4

export function useWeekdayName(): (weekday: number) => string {
  const { weekday } = useFormats()
  return (day) => weekday(fromEpochDay(someMonday + day - 1))
}

/** Days in short; those that follow one another as from the first to the last. */
export function useDaysInWords(): (days: readonly number[]) => string {
  const name = useWeekdayName()
  const short = (day: number) => name(day).slice(0, 3)
  return (days) =>
    runsOf(days)
      .map(([first, last]) => (first === last ? short(first) : `${short(first)}–${short(last)}`))
      .join(', ')
}

/** First and last of each run of days, in the order of the week. */
export function runsOf(days: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (const day of days.toSorted((one, other) => one - other)) {
    const run = runs.at(-1)
    if (run && day === run[1] + 1) run[1] = day
    else runs.push([day, day])
  }
  return runs
}
