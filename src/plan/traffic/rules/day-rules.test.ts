import { describe, expect, test } from 'vitest'
import { clockOf } from '../../../kernel/clock.ts'
import { dayVerdicts } from './day-states.ts'
import { findingOf } from './finding.ts'
import { contactSteps, dayParts, intervalParts, productOf } from './forecast-parts.ts'
import { openingOn, slotsOf } from './queue.ts'

const hours = [{ from: '08:00', to: '16:00' }]
const week = { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: [], 7: [] }

describe('opening hours', () => {
  test('an exception takes the place of the weekday', () => {
    const exceptions = new Map([['2026-12-24', [{ from: '08:00', to: '12:00' }]]])
    expect(slotsOf(openingOn(week, exceptions, '2026-12-24'), 60).map(clockOf)).toEqual([
      '08:00',
      '09:00',
      '10:00',
      '11:00',
    ])
    expect(openingOn(week, exceptions, '2026-12-26')).toEqual([])
  })
  test('an interval that the opening only touches belongs to it', () => {
    expect(slotsOf([{ from: '08:15', to: '09:10' }], 30)).toEqual([480, 510, 540])
  })
})

test('a holiday without counts is closed, a working day without them a gap, and half a day partial', () => {
  const count = (day: string, intervals: number) => [day, { day, offered: intervals * 5, intervals }] as const
  const verdicts = dayVerdicts(
    { from: '2026-05-11', to: '2026-05-18' },
    new Map([count('2026-05-11', 32), count('2026-05-13', 10), count('2026-05-15', 32)]),
    {
      opening: week,
      exceptions: new Map(),
      intervalMinutes: 15,
      today: '2026-05-18',
      marked: new Set(['2026-05-15']),
      odd: new Set(['2026-05-11']),
      firstDay: '2026-05-11',
    },
  )
  // 14 May is Ascension, 16 and 17 May a weekend.
  expect(verdicts.map(({ state }) => state)).toEqual([
    'odd',
    'gap',
    'partial',
    'closed',
    'marked',
    'closed',
    'closed',
    'running',
  ])
})

const ones = {
  level: 10,
  weekday: 1.2,
  calendar: 1,
  events: 1.3,
  shock: 1,
  driver: 1,
  recent: 1,
  timeOfDay: 1,
}
const cell = (timeOfDay: number, recent: number) => ({
  mean: 10 * 1.2 * 1.3 * timeOfDay * recent,
  parts: { ...ones, timeOfDay, recent },
})

describe('the parts of a day', () => {
  const cells = [cell(0.5, 1), cell(1.4, 0.98), cell(1.1, 1.03)]
  const total = cells.reduce((sum, { mean }) => sum + mean, 0)
  test('multiply to the day, and an interval is the same parts times its time of day', () => {
    const parts = dayParts(cells)
    expect(productOf(parts)).toBeCloseTo(total, 9)
    expect(productOf(intervalParts(parts, cells[1]!.mean, 3))).toBeCloseTo(cells[1]!.mean, 9)
  })
  test('as contacts they add up to it, without those that do nothing', () => {
    const steps = contactSteps(dayParts(cells))
    expect(steps.reduce((sum, { contacts }) => sum + contacts, 0)).toBeCloseTo(total, 9)
    expect(steps.map(({ name }) => name)).toEqual(['level', 'weekday', 'events', 'recent'])
  })
})

test('the finding is the day that is most unlike its weekday, with the event before it', () => {
  const day = (date: string, events: number, calendar = 1) => ({
    date,
    mean: 100,
    marks: calendar === 1 ? [] : ['squeezed'],
    parts: [
      { name: 'level' as const, factor: 100 },
      { name: 'calendar' as const, factor: calendar },
      { name: 'events' as const, factor: events },
    ],
  })
  const events = [
    { kind: 'Faktura', day: '2026-12-07' },
    { kind: 'Kampanje', day: '2026-12-20' },
  ]
  const days = [day('2026-12-07', 1.1), day('2026-12-08', 1.31), day('2026-12-09', 1.05, 0.9)]
  expect(findingOf(days, events)).toMatchObject({
    day: '2026-12-08',
    cause: 'events',
    eventKind: 'Faktura',
    eventDay: '2026-12-07',
  })
  expect(findingOf([day('2026-12-09', 1, 0.7)], events)).toMatchObject({
    cause: 'calendar',
    mark: 'squeezed',
  })
  expect(findingOf([day('2026-12-09', 1.02)], events)).toBeNull()
})
