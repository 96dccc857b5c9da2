import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { endOfDay, skippedMinutes, toInstant, toLocal } from './zone.ts'

describe('local time in Oslo', () => {
  it.each([
    ['in winter', '2027-01-15', '09:00', '2027-01-15T08:00:00.000Z'],
    ['in summer', '2027-06-15', '09:00', '2027-06-15T07:00:00.000Z'],
    ['before the clocks go forward', '2027-03-28', '01:59', '2027-03-28T00:59:00.000Z'],
    ['after the clocks went forward', '2027-03-28', '03:00', '2027-03-28T01:00:00.000Z'],
    ['in the hour that is skipped', '2027-03-28', '02:30', '2027-03-28T01:30:00.000Z'],
    ['in the hour that is shown twice, the first', '2027-10-31', '02:30', '2027-10-31T00:30:00.000Z'],
  ])('%s', (_, date, time, instant) => expect(toInstant(date, time).toISOString()).toBe(instant))

  it('has days of 23 and 25 hours at the clock changes', () => {
    const hours = (date: string) =>
      (endOfDay(date).getTime() - toInstant(date, '00:00').getTime()) / 3_600_000
    expect([hours('2027-03-28'), hours('2027-10-31'), hours('2027-05-17')]).toEqual([23, 25, 24])
  })

  it('skips an hour when the clocks go forward, and none on other days', () => {
    expect(['2027-03-28', '2027-03-27', '2027-10-31'].map((date) => skippedMinutes(date))).toEqual([
      { from: 120, to: 180 },
      undefined,
      undefined,
    ])
  })

  it('goes from clock to instant and back outside the skipped hour', () => {
    const instants = fc.integer({ min: Date.UTC(2020, 0), max: Date.UTC(2040, 0) })
    fc.assert(
      fc.property(instants, (milliseconds) => {
        const local = toLocal(new Date(milliseconds))
        expect(toLocal(toInstant(local.date, local.time))).toEqual(local)
      }),
    )
  })
})
