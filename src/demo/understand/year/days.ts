/** How many people ask, day by day: season, weekday, holidays, storms, and the two turns that the year holds. */
import { addDays, type PlainDate, toEpochDay, weekdayOf } from '../../../kernel/calendar.ts'
import { isHoliday } from '../../../kernel/holidays.ts'
import type { Random } from '../../../kernel/random.ts'
import type { DemoSeason, DemoTopic } from '../topics/demo-topic.ts'
import { newcomer } from '../topics/index.ts'

/** Months from January to December, around 1. */
const seasons: Readonly<Record<DemoSeason, readonly number[]>> = {
  flat: [1.05, 1, 1, 1, 1, 1, 0.85, 0.95, 1.05, 1.05, 1.05, 0.95],
  winter: [1.55, 1.5, 1.25, 1, 0.85, 0.7, 0.6, 0.7, 0.85, 1, 1.15, 1.35],
  moving: [0.8, 0.8, 0.9, 1, 1.1, 1.45, 1.5, 1.55, 1.1, 0.9, 0.85, 0.75],
  spring: [0.65, 0.75, 1.15, 1.5, 1.55, 1.3, 1, 0.95, 0.85, 0.8, 0.75, 0.6],
  summer: [0.7, 0.7, 0.85, 1, 1.3, 1.5, 1.5, 1.35, 1, 0.85, 0.75, 0.65],
  storm: [1.3, 1.2, 1.1, 0.9, 0.75, 0.75, 0.75, 0.85, 1, 1.15, 1.3, 1.4],
}
const weekdays = [1.32, 1.14, 1.04, 1, 0.92, 0.26, 0.2]

/** The demo year: 52 whole weeks and a day, ending yesterday. */
export const demoDays = 365
/** Days before today on which the newcomer is first asked. */
export const newcomerDaysAgo = 28
/** Days before today on which the real root cause was mended, and on which the other "improvement" came. */
export const turnDaysAgo = 14 * 7
/** What is left of the enquiries after the real one. */
export const turnFactor = 0.5
export const mended = 'two-invoices'
export const unmended = 'log-in'

export type DemoDay = {
  readonly date: PlainDate
  readonly daysAgo: number
  readonly isOpen: boolean
  readonly month: number
}

export function demoCalendar(today: PlainDate): readonly DemoDay[] {
  return Array.from({ length: demoDays }, (_, index) => {
    const daysAgo = demoDays - index
    const date = addDays(today, -daysAgo)
    return {
      date,
      daysAgo,
      isOpen: weekdayOf(toEpochDay(date)) <= 5 && !isHoliday(date),
      month: Number(date.slice(5, 7)) - 1,
    }
  })
}

/** Six storms a year, each a day and its morning after; the factor of the topics that follow the weather. */
export function stormsOf(random: Random): ReadonlyMap<number, number> {
  const storms = new Map<number, number>()
  for (let storm = 0; storm < 6; storm++) {
    const daysAgo = 2 + Math.floor(random() * (demoDays - 4))
    storms.set(daysAgo, 4 + random() * 4)
    storms.set(daysAgo - 1, 2)
  }
  return storms
}

/** What chance does to a topic in each week, as log-normal noise of 12 percent; the same for all its days. */
export function weeklyNoise(random: Random): (daysAgo: number) => number {
  const weeks = Array.from({ length: 54 }, () => Math.exp(0.12 * normal(random)))
  return (daysAgo) => weeks[Math.floor(daysAgo / 7)]!
}

type DayOfTopic = {
  readonly topic: DemoTopic
  readonly storms: ReadonlyMap<number, number>
  readonly noise: (daysAgo: number) => number
}

/** How many times its usual number a topic is asked on a day; for the newcomer, how many cases. */
export function intensity(day: DemoDay, { topic, storms, noise }: DayOfTopic): number {
  const { date, daysAgo, month } = day
  const weekday = isHoliday(date) ? 0.2 : weekdays[weekdayOf(toEpochDay(date)) - 1]!
  const usual = seasons[topic.season][month]! * weekday * noise(daysAgo)
  if (topic.key === newcomer)
    return daysAgo > newcomerDaysAgo ? 0 : (0.5 + 9 * (1 - daysAgo / newcomerDaysAgo) ** 2) * weekday
  const storm = topic.season === 'storm' ? (storms.get(daysAgo) ?? 1) : 1
  return usual * storm * turn(topic.key, daysAgo)
}

/** The one is really mended; the other had three bad weeks just before somebody did something about it. */
function turn(key: string, daysAgo: number): number {
  if (key === mended) return daysAgo <= turnDaysAgo ? turnFactor : 1
  if (key === unmended) return daysAgo > turnDaysAgo && daysAgo <= turnDaysAgo + 21 ? 1.55 : 1
  return 1
}

/** Poisson (Knuth for small means, the normal for large ones). */
export function poisson(mean: number, random: Random): number {
  if (mean > 30) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)))
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = random(); product > limit; product *= random()) count++
  return count
}

/** Standard normal (Box–Muller). */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
