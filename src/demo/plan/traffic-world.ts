/**
 * A year and a half of contacts by the quarter of an hour at a fictional power company, made anew from one seed: invoice
 * runs twice a month, a campaign, a price shock that fades, holidays, an outage. Waits and those who give up follow from
 * the load of each quarter against a plausible staffing.
 */

import { addDays, fromEpochDay, type PlainDate, toEpochDay, weekdayOf } from '../../kernel/calendar.ts'
import { clockOf } from '../../kernel/clock.ts'
import { isHoliday } from '../../kernel/holidays.ts'
import { type Random, seededRandom } from '../../kernel/random.ts'
import { toInstant, toLocal } from '../../kernel/zone.ts'
import { isSqueezed } from '../../plan/traffic/rules/calendar/calendar-days.ts'
import { type OpeningWeek, slotsOf } from '../../plan/traffic/rules/queue.ts'
import { normal, poisson } from '../understand/year/days.ts'

export type DemoQueueKey = 'phone' | 'chat' | 'email'
export type DemoTrafficRow = {
  readonly queue: DemoQueueKey
  readonly startsAt: Date
  readonly day: PlainDate
  readonly offered: number
  readonly handled: number
  readonly abandoned: number | null
  readonly handleSeconds: number | null
  readonly waitSeconds: number | null
  readonly answeredWithin: number | null
  readonly concurrent: number | null
}
export type DemoTrafficEvent = {
  readonly kind: 'invoice' | 'campaign' | 'outage'
  readonly day: PlainDate
  readonly size: number
}

const day = (from: string, to: string) => [{ from, to }]
const none: OpeningWeek[1] = []
const weekdays = (from: string, to: string, saturday = none): OpeningWeek => ({
  1: day(from, to),
  2: day(from, to),
  3: day(from, to),
  4: day(from, to),
  5: day(from, to),
  6: saturday,
  7: none,
})
export const demoOpening: Readonly<Record<DemoQueueKey, OpeningWeek>> = {
  phone: weekdays('08:00', '16:00'),
  chat: weekdays('08:00', '18:00', day('10:00', '14:00')),
  email: weekdays('08:00', '16:00'),
}

type Habit = {
  /** Contacts of an ordinary Wednesday. */
  readonly aDay: number
  readonly handle: number
  readonly patience: number
  readonly peaks: readonly (readonly [hour: number, width: number, height: number])[]
  /** How much of each cause reaches the channel. */
  readonly follows: number
}
const habits: Readonly<Record<DemoQueueKey, Habit>> = {
  phone: {
    aDay: 330,
    handle: 318,
    patience: 260,
    follows: 1,
    peaks: [
      [9.8, 1.3, 1],
      [13.2, 1.4, 0.72],
    ],
  },
  chat: {
    aDay: 150,
    handle: 560,
    patience: 200,
    follows: 0.8,
    peaks: [
      [11.2, 2, 1],
      [15.5, 2.2, 0.8],
    ],
  },
  email: {
    aDay: 120,
    handle: 410,
    patience: 0,
    follows: 0.7,
    peaks: [
      [8.6, 0.9, 1.3],
      [12.5, 3, 0.8],
    ],
  },
}
const weekdayFactors = [1.22, 1.08, 1, 0.97, 0.88, 0.4, 0]
const months = [1.18, 1.14, 1.05, 0.98, 0.95, 0.92, 0.78, 0.93, 1.02, 1.04, 1.1, 1.06]

export const demoTrafficDays = 548
export const demoShockDaysAgo = 143
const demoShock = { multiplier: 1.34, halfLifeDays: 38 } as const
/** What an invoice run does on its day and the working days after it. */
const invoiceProfile = [0.06, 0.31, 0.22, 0.12, 0.06]

/** The events of the past and those that are planned for the next three months. */
export function demoTrafficEvents(today: PlainDate): readonly DemoTrafficEvent[] {
  const events: DemoTrafficEvent[] = []
  const last = toEpochDay(today) + 92
  for (let at = toEpochDay(today) - demoTrafficDays; at <= last; at++) {
    const date = fromEpochDay(at)
    const monthDay = Number(date.slice(8))
    if (monthDay === 5 || monthDay === 20)
      events.push({ kind: 'invoice', day: workingDayFrom(date), size: 1 })
  }
  for (const daysAgo of [452, 276, 94, -18])
    events.push({ kind: 'campaign', day: workingDayFrom(addDays(today, -daysAgo)), size: 1 })
  for (const daysAgo of [391, 208, 61])
    events.push({ kind: 'outage', day: workingDayFrom(addDays(today, -daysAgo)), size: 1 })
  return events
}

const isOff = (date: PlainDate): boolean => weekdayOf(toEpochDay(date)) > 5 || isHoliday(date)

function workingDayFrom(date: PlainDate): PlainDate {
  let found = date
  while (isOff(found)) found = addDays(found, 1)
  return found
}

/** Every quarter of an hour that is over at `now`. */
export function demoTraffic(now: Date): readonly DemoTrafficRow[] {
  const random = seededRandom('plan traffic')
  const today = toLocal(now).date
  const lift = causesByDay(today)
  const rows: DemoTrafficRow[] = []
  let [drift, level] = [0, 0]
  for (let daysAgo = demoTrafficDays; daysAgo >= 0; daysAgo--) {
    const date = addDays(today, -daysAgo)
    drift = 0.9 * drift + 0.02 * normal(random)
    const chance = normal(random)
    // What is unusual of today is the surge alone.
    level = daysAgo === 0 ? 0 : 0.08 * chance
    for (const queue of ['phone', 'chat', 'email'] as const)
      rows.push(
        ...dayOf({
          queue,
          date,
          random,
          usual: Math.exp(drift + level) * (lift.get(date) ?? 1) ** habits[queue].follows,
          daysAgo,
        }),
      )
  }
  return rows
    .filter(({ startsAt }) => startsAt.getTime() + 15 * 60_000 <= now.getTime())
    .map((row) => (isShortStaffed(row) ? shortStaffed(row) : row))
}

/** What events and the shock do to each day, as one factor. */
function causesByDay(today: PlainDate): ReadonlyMap<PlainDate, number> {
  const factors = new Map<PlainDate, number>()
  const times = (date: PlainDate, factor: number) => factors.set(date, (factors.get(date) ?? 1) * factor)
  for (const { kind, day: from } of demoTrafficEvents(today)) {
    const profile =
      kind === 'invoice'
        ? invoiceProfile
        : kind === 'campaign'
          ? [0.12, 0.18, 0.15, 0.12, 0.1, 0.06]
          : [0.85, 0.2]
    let date = from
    for (const effect of profile) {
      times(date, 1 + effect)
      date = workingDayFrom(addDays(date, 1))
    }
  }
  for (let back = demoShockDaysAgo; back >= 0; back--) {
    const faded = 0.5 ** ((demoShockDaysAgo - back) / demoShock.halfLifeDays)
    times(addDays(today, -back), 1 + (demoShock.multiplier - 1) * faded)
  }
  return factors
}

/** The month's factor in its middle, and a straight line from one middle to the next: no step on the first. */
function seasonOf(date: PlainDate): number {
  const [month, day] = [Number(date.slice(5, 7)) - 1, Number(date.slice(8))]
  const away = (day - 15.5) / 30.5
  const other = months[(month + (away < 0 ? 11 : 1)) % 12]!
  return months[month]! + Math.abs(away) * (other - months[month]!)
}

type DemoDay = {
  readonly queue: DemoQueueKey
  readonly date: PlainDate
  readonly random: Random
  readonly usual: number
  readonly daysAgo: number
}

function dayOf({ queue, date, random, usual, daysAgo }: DemoDay): readonly DemoTrafficRow[] {
  const weekday = weekdayOf(toEpochDay(date))
  if (isHoliday(date)) return []
  const slots = slotsOf(demoOpening[queue][weekday as keyof OpeningWeek], 15)
  const habit = habits[queue]
  const month = seasonOf(date)
  const squeezed = isSqueezed('NO', date) ? 0.78 : 1
  const reopened = weekday !== 1 && isOff(addDays(date, -1)) ? 1.15 : 1
  const growth = 1 + 0.05 * ((demoTrafficDays - daysAgo) / 365)
  const surge = daysAgo === 0 ? surges[queue] : 1
  const total =
    habit.aDay * weekdayFactors[weekday - 1]! * month * squeezed * reopened * growth * usual * surge
  const heights = slots.map((slot) => heightOf(habit, (slot + 7.5) / 60))
  const whole = heights.reduce((sum, height) => sum + height, 0)
  return slots.map((slot, at) => {
    const offered = poisson((total * heights[at]!) / whole, random)
    const startsAt = toInstant(date, clockOf(slot))
    const planned = (habit.aDay * weekdayFactors[weekday - 1]! * month * growth * heights[at]!) / whole
    return { queue, startsAt, day: date, offered, ...answered({ habit, queue, offered, planned }, random) }
  })
}

/** Today goes over its band, on whatever day somebody looks for the first time; nothing but the counts tells why. */
const surges: Readonly<Record<DemoQueueKey, number>> = { phone: 1.32, chat: 1.22, email: 1.05 }

const heightOf = ({ peaks }: Habit, hour: number): number =>
  0.18 +
  peaks.reduce((sum, [at, width, height]) => sum + height * Math.exp(-(((hour - at) / width) ** 2) / 2), 0)

type Answering = {
  readonly habit: Habit
  readonly queue: DemoQueueKey
  readonly offered: number
  readonly planned: number
}

/** Staffed for what is usual and an eighth more; the busier the quarter, the longer the wait, and so those who give up. */
function answered(
  { habit, queue, offered, planned }: Answering,
  random: Random,
): Omit<DemoTrafficRow, 'queue' | 'startsAt' | 'day' | 'offered'> {
  const handleSeconds = offered === 0 ? null : Math.round(habit.handle * Math.exp(0.16 * normal(random)))
  if (queue === 'email')
    return {
      handled: offered,
      abandoned: null,
      handleSeconds,
      waitSeconds: null,
      answeredWithin: null,
      concurrent: null,
    }
  const busy = offered / Math.max(planned * 1.13 + 1.2, 1)
  const wait = 9 * Math.exp(2.3 * (busy - 0.75)) * Math.exp(0.3 * normal(random))
  const gaveUp = Math.min(0.6, wait / (wait + habit.patience * 2.2))
  const abandoned = Array.from({ length: offered }).filter(() => random() < gaveUp).length
  const handled = offered - abandoned
  const within = Array.from({ length: handled }).filter(
    () => random() < 1 - Math.exp(-20 / Math.max(wait, 1) - 0.35),
  ).length
  return {
    handled,
    abandoned,
    handleSeconds,
    waitSeconds: offered === 0 ? null : Math.round(wait),
    answeredWithin: within,
    concurrent: queue === 'chat' ? Math.round(Math.min(3, 1 + busy) * 10) / 10 : null,
  }
}

/** The exchange opens on Mondays with a queue that nobody is set up for; the log of enquiries has the same story. */
function isShortStaffed({ queue, startsAt, day }: DemoTrafficRow): boolean {
  return queue === 'phone' && isMondayMorning(day, Number(toLocal(startsAt).time.slice(0, 2)))
}

export const isMondayMorning = (day: PlainDate, hour: number): boolean =>
  weekdayOf(toEpochDay(day)) === 1 && hour < 10

/** With chance of its own, so that the rest of the year stays as it is. */
function shortStaffed(row: DemoTrafficRow): DemoTrafficRow {
  const random = seededRandom(`monday ${row.startsAt.toISOString()}`)
  const more = Array.from({ length: row.handled }).filter(() => random() < 0.12).length
  const handled = row.handled - more
  return {
    ...row,
    handled,
    abandoned: (row.abandoned ?? 0) + more,
    waitSeconds: row.waitSeconds === null ? null : Math.round(row.waitSeconds * 4 + 20),
    answeredWithin:
      row.answeredWithin === null ? null : Math.min(handled, Math.round(row.answeredWithin * 0.4)),
  }
}
