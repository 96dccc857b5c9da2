import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTraffic, wholeShares } from './read-traffic.ts'
import { guessTrafficMapping } from './traffic-mapping.ts'

const now = new Date('2027-01-01T00:00:00Z')
const read = (header: string[], cells: string[][], intervalMinutes = 15) =>
  readTraffic(
    { header, rows: cells.map((row, at) => ({ line: at + 2, cells: row })) },
    { mapping: guessTrafficMapping(header, cells), intervalMinutes, now },
  )

describe('columns', () => {
  test('are guessed from Norwegian and English headings', () => {
    const rows = [['03.03.2025', '08:15', '12', '11', '1', '301,5', '00:42', '9']]
    const header = ['Dato', 'Kl', 'Tilbudt', 'Besvart', 'Tapt', 'AHT (sek)', 'Ventetid', 'Innen mål']
    expect(guessTrafficMapping(header, rows)).toMatchObject({
      columns: {
        moment: 'Dato',
        time: 'Kl',
        offered: 'Tilbudt',
        handled: 'Besvart',
        abandoned: 'Tapt',
        handleSeconds: 'AHT (sek)',
        waitSeconds: 'Ventetid',
        answeredWithin: 'Innen mål',
      },
      decimal: ',',
    })
    expect(guessTrafficMapping(['DateTime', 'Calls'], [['2003-03-03 07:00:00', '110']]).columns).toEqual({
      moment: 'DateTime',
      offered: 'Calls',
    })
  })

  test('a row is read with date, clock, decimal comma and minutes with seconds', () => {
    const { intervals } = read(
      ['Dato', 'Kl', 'Tilbudt', 'Besvart', 'AHT', 'Ventetid'],
      [
        ['03.03.2025', '08:15-08:30', '12', '11', '301,5', '0:42'],
        ['03.03.2025', '08:30-08:45', '1 012', '11', '301,5', '0:42'],
      ],
    )
    expect(intervals[0]).toMatchObject({
      day: '2025-03-03',
      offered: 12,
      handleSeconds: 301.5,
      waitSeconds: 42,
    })
    expect(intervals[0]!.startsAt.toISOString()).toBe('2025-03-03T07:15:00.000Z')
    expect(intervals[1]!.offered).toBe(1012)
  })
})

describe('lines are refused with their reason', () => {
  const header = ['Tidspunkt', 'Tilbudt']
  test('doubled, negative, text, missing and wrong grid', () => {
    const good = Array.from({ length: 40 }, (_, at) => [
      `2025-03-04 ${String(8 + Math.floor(at / 4)).padStart(2, '0')}:${['00', '15', '30', '45'][at % 4]}`,
      '5',
    ])
    const { refused, intervals } = read(header, [
      ...good,
      ['2025-03-04 08:00', '7'],
      ['2025-03-05 08:00', '-1'],
      ['2025-03-05 08:15', 'mange'],
      ['2025-03-05 08:30', ''],
      ['2025-03-05 08:47', '4'],
      ['i går', '4'],
    ])
    expect(refused.map(({ line, reason }) => [line, reason])).toEqual([
      [42, 'doubled'],
      [43, 'negative'],
      [44, 'number'],
      [45, 'missing'],
      [46, 'grid'],
      [47, 'moment'],
    ])
    expect(refused[0]!.params).toEqual({ time: '2025-03-04 08:00', first: 2 })
    expect(intervals).toHaveLength(40)
  })

  test('the hour that spring skips is refused, the one that autumn shows twice is two hours', () => {
    const spring = read(
      header,
      [
        ['2026-03-29 01:00', '3'],
        ['2026-03-29 02:00', '1'],
        ['2026-03-29 03:00', '4'],
      ],
      60,
    )
    expect(spring.refused).toMatchObject([{ line: 3, reason: 'missing-hour' }])
    expect(spring.intervals.map(({ startsAt }) => startsAt.toISOString().slice(11, 16))).toEqual([
      '00:00',
      '01:00',
    ])
    const autumn = read(
      header,
      [
        ['2026-10-25 01:00', '3'],
        ['2026-10-25 02:00', '1'],
        ['2026-10-25 02:00', '2'],
        ['2026-10-25 03:00', '4'],
        ['2026-10-25 02:00', '9'],
      ],
      60,
    )
    expect(autumn.refused).toMatchObject([{ line: 6, reason: 'doubled' }])
    expect(autumn.intervals.map(({ offered }) => offered)).toEqual([3, 1, 2, 4])
  })

  test('totals of days are refused as a whole, and shared out when asked', () => {
    const cells = [
      ['2025-03-03', '100'],
      ['2025-03-04', '90'],
    ]
    expect(read(header, cells)).toMatchObject({ problem: 'day-totals', intervals: [] })
    // One row with a clock says nothing of its step: it corrects one interval.
    expect(read(['Tidspunkt', 'Tilbudt'], [['2025-03-03 08:00', '12']])).toMatchObject({
      problem: null,
      intervals: [{ offered: 12 }],
    })
    const shared = readTraffic(
      { header, rows: cells.map((row, at) => ({ line: at + 2, cells: row })) },
      {
        mapping: guessTrafficMapping(header, cells),
        intervalMinutes: 60,
        now,
        spread: () => [8, 9, 10].map((hour) => ({ minute: hour * 60, share: hour })),
      },
    )
    expect(shared.intervals.map(({ offered }) => offered)).toEqual([30, 33, 37, 27, 30, 33])
  })

  test('finer rows are added up, with times weighted by what was handled', () => {
    const { intervals } = read(
      ['Tidspunkt', 'Tilbudt', 'Besvart', 'AHT'],
      [
        ['2025-03-03 08:00', '4', '4', '100'],
        ['2025-03-03 08:15', '6', '2', '400'],
      ],
      30,
    )
    expect(intervals).toMatchObject([{ offered: 10, handled: 6, handleSeconds: 200 }])
  })
})

test('whole shares add up to the whole', () => {
  const shares = fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(fc.nat(100_000), shares, (whole, given) => {
      const parts = wholeShares(whole, given)
      expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole)
      for (const part of parts) expect(part).toBeGreaterThanOrEqual(0)
    }),
    { numRuns: 60 },
  )
})
