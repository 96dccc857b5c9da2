/**
 * Series that the method was developed and is measured on: the public bank calls, thinned copies of them, and made-up
 * centres of several kinds whose truth is known. All drawn from one seed.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fromEpochDay, toEpochDay, weekdayOf } from '../../src/kernel/calendar.ts'
import { isHoliday } from '../../src/kernel/holidays.ts'
import { type Random, seededRandom } from '../../src/kernel/random.ts'
import type { PlannedEvent } from '../../src/plan/traffic/rules/forecast/forecast-types.ts'
import {
  type SeriesCell,
  type TrafficSeries,
  toSeries,
} from '../../src/plan/traffic/rules/forecast/traffic-series.ts'

export type TestSeries = {
  readonly name: string
  readonly series: TrafficSeries
  readonly calendar: 'NO' | 'none'
  readonly closed: readonly string[]
  readonly events: readonly PlannedEvent[]
}

const bankFile = new URL('../../../shared/data/plan/bank_calls_30min.csv', import.meta.url)

/** Public holidays that the bank closes on and that were known ahead. */
const bankClosed = ['2003-05-26', '2003-07-04', '2003-09-01']

export function bankCalls(): TestSeries | undefined {
  if (!existsSync(bankFile)) return undefined
  const cells = readFileSync(bankFile, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line): SeriesCell => {
      const [at, value] = line.split(',')
      const minute = Number(at!.slice(11, 13)) * 60 + Number(at!.slice(14, 16))
      return { date: at!.slice(0, 10), minute, value: Number(value) }
    })
  return { name: 'bank calls', series: toSeries(cells, 30), calendar: 'none', closed: bankClosed, events: [] }
}

/** Each call kept with the same chance: a smaller centre with the same pattern and more noise. */
export function thinned(whole: TestSeries, oneIn: number): TestSeries {
  const random = seededRandom(`thinned ${oneIn}`)
  const values = whole.series.values.map((value) =>
    Number.isNaN(value) ? value : binomial(value, 1 / oneIn, random),
  )
  return { ...whole, name: `${whole.name} 1/${oneIn}`, series: { ...whole.series, values } }
}

function binomial(n: number, p: number, random: Random): number {
  if (n * p > 60) return Math.max(0, Math.round(n * p + Math.sqrt(n * p * (1 - p)) * normal(random)))
  let count = 0
  for (let k = 0; k < n; k++) if (random() < p) count++
  return count
}

const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

function poisson(mean: number, random: Random): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)))
  const limit = Math.exp(-mean)
  let count = 0
  for (let product = random(); product > limit; product *= random()) count++
  return count
}

export type Centre = {
  readonly name: string
  readonly from: string
  readonly days: number
  readonly intervalMinutes: number
  /** Contacts on an ordinary day. */
  readonly aDay: number
  /** Shape of a weekday over the hour of day 0–24. */
  readonly shape: (hour: number, weekday: number) => number
  readonly weekday: readonly number[]
  readonly noise: number
  /** Standard deviation of a day's step of the level. */
  readonly drift: number
  readonly trendAYear: number
  readonly season: number
  readonly holidays: 'closed' | 'sunday' | 'none'
  readonly events: readonly PlannedEvent[]
  /** Logarithm of the effect by open day after an event. */
  readonly effect: readonly number[]
}

/** A made-up centre: level × weekday × season × events × drift × noise, and Poisson counts. */
export function madeUp(centre: Centre): TestSeries {
  const random = seededRandom(centre.name)
  const cells: SeriesCell[] = []
  const first = toEpochDay(centre.from)
  const perHour = 60 / centre.intervalMinutes
  let level = 0
  const since = new Map<string, number>()
  for (let day = 0; day < centre.days; day++) {
    const date = fromEpochDay(first + day)
    const off = centre.holidays !== 'none' && isHoliday(date)
    const weekday = off && centre.holidays === 'sunday' ? 7 : weekdayOf(first + day)
    level += centre.drift * normal(random) - 0.01 * level
    for (const event of centre.events) if (event.date === date) since.set(event.date, 0)
    const open = centre.weekday[weekday - 1]! > 0 && !(off && centre.holidays === 'closed')
    if (!open) continue
    let effect = 0
    for (const [start, lag] of since) {
      effect += centre.effect[lag] ?? 0
      since.set(start, lag + 1)
    }
    const year = (2 * Math.PI * (first + day)) / 365.25
    const total =
      centre.aDay *
      centre.weekday[weekday - 1]! *
      Math.exp(
        level +
          effect +
          centre.noise * normal(random) +
          centre.season * Math.cos(year) +
          (centre.trendAYear * day) / 365,
      )
    const shape = Array.from({ length: 24 * perHour }, (_, slot) => centre.shape(slot / perHour, weekday))
    const whole = shape.reduce((sum, each) => sum + each, 0)
    shape.forEach((each, slot) => {
      if (each > 0)
        cells.push({
          date,
          minute: slot * centre.intervalMinutes,
          value: poisson((total * each) / whole, random),
        })
    })
  }
  const { events } = centre
  return {
    name: centre.name,
    series: toSeries(cells, centre.intervalMinutes),
    calendar: centre.holidays === 'none' ? 'none' : 'NO',
    closed: [],
    events,
  }
}

const office = (hour: number) =>
  hour < 8 || hour >= 16 ? 0 : 1 + 0.6 * Math.exp(-(((hour - 10) / 1.8) ** 2))
const allDay = (hour: number) =>
  0.12 + Math.exp(-(((hour - 11) / 3.5) ** 2)) + 0.6 * Math.exp(-(((hour - 19) / 2.5) ** 2))
const alarm = (hour: number, weekday: number) =>
  0.6 + 0.4 * Math.sin(((hour - 9) / 24) * 2 * Math.PI) + (weekday >= 6 && (hour < 4 || hour > 21) ? 0.5 : 0)
const deadNight = (hour: number) => (hour < 6 ? 0.01 : Math.exp(-(((hour - 13) / 4.5) ** 2)))
const shop = (hour: number, weekday: number) =>
  hour < 9 || hour >= (weekday === 6 ? 18 : 20)
    ? 0
    : weekday === 6
      ? 1.6 - 0.1 * hour + 0.08 * 9
      : 0.7 + 0.05 * (hour - 9)

/** Invoice runs on the 20th of every month, or the Monday after. */
export function invoiceRuns(from: string, months: number): PlannedEvent[] {
  const [year, month] = from.split('-').map(Number) as [number, number]
  return Array.from({ length: months }, (_, k) => {
    const at = month - 1 + k
    const date = `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-20`
    const over = weekdayOf(toEpochDay(date)) - 5
    return { kind: 'invoice', date: over > 0 ? fromEpochDay(toEpochDay(date) + 3 - over) : date }
  })
}

const none = { noise: 0.05, drift: 0.01, trendAYear: 0, season: 0, events: [], effect: [] } as const
const week = [1.15, 1.05, 1, 0.98, 0.95, 0.6, 0.5]
const workdays = [1.25, 1.05, 1, 0.95, 0.9, 0, 0]

export const madeUpCentres = (): TestSeries[] => [
  madeUp({
    ...none,
    name: 'small 24 h',
    from: '2024-03-04',
    days: 200,
    intervalMinutes: 30,
    aDay: 260,
    shape: allDay,
    weekday: week,
    holidays: 'none',
  }),
  madeUp({
    ...none,
    name: 'tiny 24 h',
    from: '2024-03-04',
    days: 300,
    intervalMinutes: 60,
    aDay: 70,
    shape: alarm,
    weekday: [1, 0.97, 0.96, 1, 1.08, 1.15, 1.05],
    noise: 0.08,
    holidays: 'none',
  }),
  madeUp({
    ...none,
    name: 'steady alarm centre',
    from: '2024-01-01',
    days: 364,
    intervalMinutes: 30,
    aDay: 600,
    shape: alarm,
    weekday: [1, 0.97, 0.96, 1, 1.08, 1.15, 1.05],
    noise: 0.07,
    drift: 0.003,
    season: 0.06,
    holidays: 'sunday',
  }),
  madeUp({
    ...none,
    name: 'restless 24 h',
    from: '2024-01-01',
    days: 240,
    intervalMinutes: 30,
    aDay: 700,
    shape: allDay,
    weekday: week,
    noise: 0.12,
    drift: 0.04,
    holidays: 'none',
  }),
  madeUp({
    ...none,
    name: 'dead nights',
    from: '2024-01-01',
    days: 360,
    intervalMinutes: 30,
    aDay: 900,
    shape: deadNight,
    weekday: week,
    season: 0.15,
    holidays: 'sunday',
  }),
  madeUp({
    ...none,
    name: 'shop with Saturdays',
    from: '2024-01-02',
    days: 330,
    intervalMinutes: 30,
    aDay: 500,
    shape: shop,
    weekday: [1, 0.9, 0.9, 0.95, 1.2, 1.4, 0],
    noise: 0.08,
    season: 0.1,
    holidays: 'closed',
  }),
  madeUp({
    ...none,
    name: 'office with invoices',
    from: '2023-06-01',
    days: 540,
    intervalMinutes: 15,
    aDay: 420,
    shape: office,
    weekday: workdays,
    trendAYear: 0.15,
    season: 0.1,
    holidays: 'closed',
    events: invoiceRuns('2023-06-20', 20),
    effect: [0.1, 0.35, 0.3, 0.2, 0.1],
  }),
  madeUp({
    ...none,
    name: 'young office',
    from: '2024-04-08',
    days: 60,
    intervalMinutes: 30,
    aDay: 300,
    shape: office,
    weekday: workdays,
    holidays: 'closed',
  }),
]

/** For speed: half hours around the clock. */
export const longCentre = (days: number): TestSeries =>
  madeUp({
    ...none,
    name: `long ${days}`,
    from: '2014-01-06',
    days,
    intervalMinutes: 30,
    aDay: 900,
    shape: allDay,
    weekday: week,
    season: 0.1,
    holidays: 'sunday',
  })

/** Offices in which nothing happens, a year each. */
export const quietOffices = (count: number): TestSeries[] =>
  Array.from({ length: count }, (_, k) =>
    madeUp({
      ...none,
      name: `quiet ${k}`,
      from: '2024-01-01',
      days: 365,
      intervalMinutes: 30,
      aDay: 500,
      shape: office,
      weekday: workdays,
      season: 0.08,
      holidays: 'closed',
    }),
  )
