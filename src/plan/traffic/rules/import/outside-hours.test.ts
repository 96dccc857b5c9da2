import { expect, test } from 'vitest'
import { addDays, toEpochDay, weekdayOf } from '../../../../kernel/calendar.ts'
import { clockOf } from '../../../../kernel/clock.ts'
import { toInstant } from '../../../../kernel/zone.ts'
import { outsideHours } from './outside-hours.ts'

const hours = [{ from: '08:00', to: '16:00' }]
const office = { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: [], 7: [] }
const monday = '2026-03-02'

/** Eight weeks by half hours, with so many contacts in each. */
const eightWeeks = (count: (weekday: number, minute: number, week: number) => number) =>
  Array.from({ length: 56 }, (_, at) => addDays(monday, at)).flatMap((day, at) =>
    Array.from({ length: 48 }, (__, slot) => ({
      day,
      startsAt: toInstant(day, clockOf(30 * slot)),
      offered: count(weekdayOf(toEpochDay(day)), 30 * slot, Math.floor(at / 7)),
    })),
  )
const ask = (intervals: ReturnType<typeof eightWeeks>, exceptions = new Map<string, typeof hours>()) =>
  outsideHours(intervals, { opening: office, exceptions, intervalMinutes: 30 })

test('a queue that is open longer than it says is told by how many, and from when to when', () => {
  const found = ask(
    eightWeeks((weekday, minute) =>
      weekday <= 5 ? (minute >= 420 && minute < 1260 ? 10 : 0) : weekday === 6 && minute === 600 ? 10 : 0,
    ),
  )!
  // Of a working day 16 of 28 half hours lie within, and Saturday is outside altogether.
  expect(found.contacts).toBe(8 * (5 * 12 + 1) * 10)
  expect(found.share).toBeCloseTo((5 * 12 + 1) / (5 * 28 + 1), 9)
  const long = [{ from: '07:00', to: '21:00' }]
  expect(found.found).toEqual({
    1: long,
    2: long,
    3: long,
    4: long,
    5: long,
    6: [{ from: '10:00', to: '10:30' }],
    7: [],
  })
})

test('a call by chance at night opens no night, and too little to matter is nothing to say', () => {
  const withNight = eightWeeks((weekday, minute, week) =>
    weekday > 5 ? 0 : minute >= 420 && minute < 960 ? 10 : minute === 180 && week === 3 ? 1 : 0,
  )
  expect(ask(withNight)!.found[1]).toEqual([{ from: '07:00', to: '16:00' }])
  expect(
    ask(eightWeeks((weekday, minute) => (weekday <= 5 && minute >= 480 && minute < 960 ? 10 : 0))),
  ).toBeNull()
  const late = eightWeeks((weekday, minute) =>
    weekday > 5 || minute < 480 ? 0 : minute < 960 ? 100 : minute === 960 ? 10 : 0,
  )
  expect(ask(late)).toBeNull()
  expect(ask([])).toBeNull()
})

test('a round-the-clock queue ends at midnight, and a day of its own counts by its own hours', () => {
  const always = eightWeeks(() => 4)
  expect(ask(always)!.found[7]).toEqual([{ from: '00:00', to: '24:00' }])
  const saturday = '2026-03-07'
  const once = always.filter(({ day }) => day === saturday)
  const allDay = [{ from: '00:00', to: '24:00' }]
  expect(ask(once, new Map([[saturday, allDay]]))).toBeNull()
})
