import { describe, expect, test } from 'vitest'
import { addDays, toEpochDay, weekdayOf } from '../../../../kernel/calendar.ts'
import { type Random, seededRandom } from '../../../../kernel/random.ts'
import { openSlots } from './opening.ts'
import { toSeries } from './traffic-series.ts'

type Rate = (weekday: number, hour: number) => number

/** Which intervals of each weekday are taken as open, where contacts come at the rate of an hour. */
function openOf(rate: Rate, { weeks, minutes, seed }: { weeks: number; minutes: number; seed: number }) {
  const random = seededRandom(seed)
  const slots = 1440 / minutes
  const cells = Array.from({ length: weeks * 7 * slots }, (_, at) => {
    const date = addDays('2026-01-05', Math.floor(at / slots))
    const minute = (at % slots) * minutes
    const usual = (rate(weekdayOf(toEpochDay(date)), minute / 60) * minutes) / 60
    return { date, minute, value: drawn(usual, random) }
  })
  return openSlots(toSeries(cells, minutes), undefined).week.slice(1)
}

/** A Poisson draw (Knuth 1969). */
function drawn(mean: number, random: Random): number {
  let [count, product] = [0, random()]
  for (; product > Math.exp(-mean); product *= random()) count++
  return count
}

const hoursOf = (open: Uint8Array | undefined, minutes: number): string => {
  const at = [...(open ?? [])].flatMap((is, slot) => (is ? [(slot * minutes) / 60] : []))
  return at.length === 0 ? 'closed' : `${at[0]}–${at.at(-1)! + minutes / 60}, ${at.length}`
}

describe.each([1, 2, 3, 4, 5])('drawn %i', (seed) => {
  test('a line around the clock is open around the clock, however few come at night', () => {
    const quiet: Rate = (_, hour) => (hour >= 7 && hour < 22 ? 1.2 : 0.25)
    for (const open of openOf(quiet, { weeks: 8, minutes: 60, seed }))
      expect(hoursOf(open, 60)).toBe('0–24, 24')
    for (const open of openOf(() => 0.4, { weeks: 8, minutes: 15, seed }))
      expect(hoursOf(open, 15)).toBe('0–24, 96')
  })

  test('an office closes when it does: at night, for lunch, earlier on Friday, at weekends', () => {
    const office: Rate = (weekday, hour) =>
      weekday > 5 || hour < 8 || hour >= (weekday === 5 ? 14 : 16) || (hour >= 11 && hour < 12) ? 0 : 6
    const week = openOf(office, { weeks: 12, minutes: 30, seed }).map((open) => hoursOf(open, 30))
    expect(week).toEqual([...Array(4).fill('8–16, 14'), '8–14, 10', 'closed', 'closed'])
  })

  test('a small office is open when it is, and no night beside it', () => {
    const office: Rate = (weekday, hour) => (weekday > 5 || hour < 9 || hour >= 15 ? 0 : 0.6)
    const week = openOf(office, { weeks: 10, minutes: 30, seed }).map((open) => hoursOf(open, 30))
    expect(week).toEqual([...Array(5).fill('9–15, 12'), 'closed', 'closed'])
  })
})
