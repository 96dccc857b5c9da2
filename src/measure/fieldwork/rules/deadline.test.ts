import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays } from '../../../kernel/calendar.ts'
import { isWorkingDay } from '../../../kernel/holidays.ts'
import { toInstant, toLocal } from '../../../kernel/zone.ts'
import { attemptLimit, nextAttemptDay, nextAttemptFrom, workingDayOf } from './deadline.ts'

const email = { unit: 'workingDays', wait: 3, attempts: 1 } as const
const phone = { unit: 'minutes', wait: 5, attempts: 2, openBetweenAttempts: false } as const
const messenger = { unit: 'minutes', wait: 30, attempts: 2, openBetweenAttempts: true } as const

describe('an e-mail sent in the morning is due at the end of the third working day', () => {
  // sent on, what happens, last day for an answer, the same instant as UTC
  test.each([
    ['2026-11-30', 'Monday of an ordinary week', '2026-12-02', '2026-12-02T23:00:00.000Z'],
    ['2026-12-04', 'Friday: the weekend does not count', '2026-12-08', '2026-12-08T23:00:00.000Z'],
    [
      '2026-12-22',
      'Tuesday before Christmas: 24 December is a working day',
      '2026-12-24',
      '2026-12-24T23:00:00.000Z',
    ],
    [
      '2026-12-23',
      'Wednesday before Christmas: 25 and 26 and the Sunday do not count',
      '2026-12-28',
      '2026-12-28T23:00:00.000Z',
    ],
    ['2026-12-24', 'Christmas Eve', '2026-12-29', '2026-12-29T23:00:00.000Z'],
    ['2026-12-30', 'over New Year', '2027-01-04', '2027-01-04T23:00:00.000Z'],
    ['2026-12-31', 'New Year’s Eve', '2027-01-05', '2027-01-05T23:00:00.000Z'],
    ['2027-03-22', 'Monday of Easter week', '2027-03-24', '2027-03-24T23:00:00.000Z'],
    [
      '2027-03-23',
      'Tuesday: over all of Easter, and into summer time',
      '2027-03-30',
      '2027-03-30T22:00:00.000Z',
    ],
    ['2027-03-24', 'Wednesday before Maundy Thursday', '2027-03-31', '2027-03-31T22:00:00.000Z'],
    ['2027-03-30', 'Tuesday after Easter', '2027-04-01', '2027-04-01T22:00:00.000Z'],
    ['2026-03-27', 'Friday before the clocks go forward', '2026-03-31', '2026-03-31T22:00:00.000Z'],
    ['2026-10-23', 'Friday before the clocks go back', '2026-10-27', '2026-10-27T23:00:00.000Z'],
    ['2026-04-29', 'over 1 May, a Friday', '2026-05-04', '2026-05-04T22:00:00.000Z'],
    [
      '2027-05-14',
      'Friday before 17 May, which is also Whit Monday',
      '2027-05-19',
      '2027-05-19T22:00:00.000Z',
    ],
    ['2028-05-16', 'Tuesday before 17 May, a Wednesday', '2028-05-19', '2028-05-19T22:00:00.000Z'],
    [
      '2026-05-13',
      'Wednesday before Ascension Day (14 May), then 18 May',
      '2026-05-18',
      '2026-05-18T22:00:00.000Z',
    ],
    ['2026-05-15', 'Friday before 17 May on a Sunday', '2026-05-19', '2026-05-19T22:00:00.000Z'],
    ['2026-05-22', 'Friday before Whit Monday', '2026-05-27', '2026-05-27T22:00:00.000Z'],
  ])('%s, %s: %s', (sent, _why, lastDay, instant) => {
    const due = attemptLimit(email, toInstant(sent, '10:30'))
    expect(toLocal(new Date(due.getTime() - 1))).toEqual({ date: lastDay, time: '23:59:59' })
    expect(due.toISOString()).toBe(instant)
  })

  it('counts from the next working day when it was sent in a weekend', () => {
    const due = attemptLimit(email, toInstant('2026-12-05', '10:00'))
    expect(toLocal(due)).toEqual({ date: '2026-12-10', time: '00:00:00' })
  })
})

describe('minutes are minutes', () => {
  it('a call is given up after five of them', () => {
    const start = toInstant('2026-12-01', '09:00')
    expect(attemptLimit(phone, start).getTime() - start.getTime()).toBe(300_000)
  })
  it('also when the clocks are put forward or back meanwhile', () => {
    for (const date of ['2027-03-28', '2026-10-25']) {
      const start = toInstant(date, '01:45')
      expect(attemptLimit(messenger, start).getTime() - start.getTime()).toBe(1_800_000)
    }
  })
})

describe('the working day of a reply', () => {
  const friday = toInstant('2026-12-04', '10:00')
  test.each([
    ['2026-12-04', '10:01', 1],
    ['2026-12-04', '23:59', 1],
    ['2026-12-05', '00:00', 2],
    ['2026-12-06', '20:00', 2],
    ['2026-12-07', '23:59', 2],
    ['2026-12-08', '23:59', 3],
    ['2026-12-09', '00:00', 4],
  ])('sent on a Friday, answered %s %s: day %i', (date, time, day) => {
    expect(workingDayOf(friday, toInstant(date, time))).toBe(day)
  })

  it('agrees with the deadline for every sending day and reply of three years', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1095 }),
        fc.integer({ min: 0, max: 14 * 24 * 60 }),
        (offset, later) => {
          const sent = toInstant(addDays('2026-01-01', offset), '10:00')
          const reply = new Date(sent.getTime() + later * 60_000)
          expect(workingDayOf(sent, reply) <= 3).toBe(reply < attemptLimit(email, sent))
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('the next attempt is made on another day, never on a closed one', () => {
  test.each([
    ['2026-12-01', [], '2026-12-02', 'the day after'],
    ['2026-12-04', [], '2026-12-07', 'after the weekend'],
    ['2026-12-23', ['2026-12-24'], '2026-12-28', 'after Christmas and an extra closed day'],
    ['2027-03-24', [], '2027-03-30', 'after Easter'],
    ['2027-05-14', [], '2027-05-18', 'after 17 May'],
  ])('%s with %j closed: %s, %s', (previous, closed, next) => {
    expect(nextAttemptDay(previous, closed)).toBe(next)
  })

  it('opens with the window, also on the first day of summer time', () => {
    const from = nextAttemptFrom(toInstant('2026-03-27', '14:50'), '09:00', [])
    expect(from.toISOString()).toBe('2026-03-30T07:00:00.000Z')
  })

  it('is always a working day after the one before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3650 }), (offset) => {
        const previous = addDays('2025-01-01', offset)
        const next = nextAttemptDay(previous, [])
        expect(next > previous && isWorkingDay(next)).toBe(true)
      }),
    )
  })
})
