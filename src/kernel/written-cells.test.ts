import { describe, expect, test } from 'vitest'
import { readClock, readDate, readNumber, readTime } from './written-cells.ts'

describe('what stands in a cell', () => {
  test.each([
    ['2026-03-01T07:30', '2026-03-01', 450, false],
    ['2026-03-01 07:30:00', '2026-03-01', 450, false],
    ['2026-03-01T07:30Z', '2026-03-01', 450, true],
    ['01.03.2026 07:30', '2026-03-01', 450, false],
    ['01.03.26 07:30', '2026-03-01', 450, false],
    ['1.3.2026 kl. 7.30', '2026-03-01', 450, false],
  ])('%s is a time', (text, date, minute, zoned) => {
    expect(readTime(text)).toEqual({ date, minute, zoned })
  })

  test.each(['2026-02-30 08:00', '2026-03-01', '32.01.2026 08:00', '2026-03-01 24:00', '01.03.126 08:00'])(
    '%s is no time',
    (text) => {
      expect(readTime(text)).toBeUndefined()
    },
  )

  test.each([
    ['2026-07-22', '2026-07-22'],
    ['22.07.2026', '2026-07-22'],
    ['22.7.26', '2026-07-22'],
    ['2026-07-22T00:00:00', '2026-07-22'],
    ['30.02.2026', undefined],
    ['22/07/2026', undefined],
  ])('%s is the date %s', (text, date) => {
    expect(readDate(text)).toBe(date)
  })

  test.each([
    ['8.00', '08:00'],
    ['08:00', '08:00'],
    ['24:00', '24:00'],
    ['24:30', undefined],
    ['8', undefined],
  ])('%s is the clock %s', (text, clock) => {
    expect(readClock(text)).toBe(clock)
  })

  test.each([
    ['1234,5', 1234.5],
    ['1 234,5', 1234.5],
    ['1\u00a0234\u00a0567', 1_234_567],
    ['-1\u202f234.5', -1234.5],
    ['1\u2009234', 1234],
    ['1e3', 1000],
    ['1 23', undefined],
    ['12 34,5', undefined],
    ['1.234,5', undefined],
    ['', undefined],
  ])('%s is the number %s', (text, value) => {
    expect(readNumber(text)).toBe(value)
  })
})
