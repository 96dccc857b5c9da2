import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minuteAt } from '../../rules/local-days.ts'
import { findingOf } from './finding.ts'
import { type ActualInterval, attendance, byHour, sumUp } from './sum-up.ts'

const quarter = (time: string, rest: Partial<ActualInterval> = {}): ActualInterval => ({
  from: minuteAt('2027-03-01', time),
  needed: 10,
  neededFor: 10,
  scheduled: 12,
  present: 12,
  offered: 20,
  waitSeconds: 10,
  answeredWithin: 18,
  abandoned: 1,
  ...rest,
})

describe('plan against actual, summed up', () => {
  test('has people as means, and waits weighted by those who waited', () => {
    const sum = sumUp([
      quarter('10:00', { scheduled: 4, offered: 30, waitSeconds: 60 }),
      quarter('10:15', { scheduled: 6, offered: 10, waitSeconds: 20 }),
    ])
    expect(sum).toMatchObject({ scheduled: 5, offered: 40, waitSeconds: 50, inTime: 36 / 40 })
  })

  test('takes attendance over the intervals alone that somebody has told of', () => {
    const sum = sumUp([
      quarter('10:00', { scheduled: 10, present: 8 }),
      quarter('10:15', { scheduled: 20, present: null }),
    ])
    expect(attendance(sum)).toBe(0.8)
    expect(attendance(sumUp([quarter('10:00', { present: null })]))).toBeNull()
    expect(sumUp([quarter('10:00'), quarter('10:15', { needed: null })]).needed).toBeNull()
  })

  test('has every interval in just one hour', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 60 }), (quarters) => {
        const rows = quarters.map((at) => ({
          ...quarter('00:00'),
          from: minuteAt('2027-03-26', '00:00') + 15 * at,
        }))
        expect(byHour(rows).reduce((sum, { intervals }) => sum + intervals, 0)).toBe(rows.length)
      }),
    )
  })
})

describe('what is told first', () => {
  const hours = (...rows: ActualInterval[]) => byHour(rows)

  test('is the hour in which fewer than planned were there and customers waited longest', () => {
    const found = findingOf(
      hours(
        quarter('09:00', { present: 8 }),
        quarter('10:00', { present: 9, waitSeconds: 240 }),
        quarter('11:00', { waitSeconds: 600 }),
      ),
    )
    expect(found).toMatchObject({ kind: 'absent', missing: 3, hour: { hour: 10, waitSeconds: 240 } })
  })

  test('is the plan when everybody came and it was too thin for what came', () => {
    const found = findingOf(hours(quarter('09:00'), quarter('10:00', { neededFor: 14 })))
    expect(found).toMatchObject({ kind: 'planned-short', missing: 2, hour: { hour: 10 } })
  })

  test('says so when nobody was missing, nobody has told, or nobody was planned', () => {
    expect(findingOf(hours(quarter('09:00'))).kind).toBe('as-planned')
    expect(findingOf(hours(quarter('09:00', { present: null }))).kind).toBe('unreported')
    expect(findingOf(hours(quarter('09:00', { scheduled: 0, present: null }))).kind).toBe('nobody-planned')
    expect(findingOf([]).kind).toBe('nobody-planned')
  })
})
