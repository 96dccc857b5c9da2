import { expect, test } from 'vitest'
import { type SeenCell, whatCame } from './what-came.ts'

const cell = (time: string, more: Partial<SeenCell> = {}): SeenCell => ({
  time,
  offered: null,
  waitSeconds: null,
  planned: 50,
  lo95: 40,
  hi95: 60,
  ...more,
})
const stretch = { from: '10:00', to: '11:00' }

test('what was counted stands beside what the morning expected of the same intervals', () => {
  const cells = [
    cell('09:30', { offered: 900, waitSeconds: 900 }),
    cell('10:00', { offered: 60, waitSeconds: 30 }),
    cell('10:30', { offered: 20, waitSeconds: 10 }),
    cell('11:00', { offered: 900, waitSeconds: 900 }),
  ]
  expect(whatCame(cells, stretch)).toEqual({
    offered: 80,
    planned: 100,
    low: 80,
    high: 120,
    waitSeconds: (60 * 30 + 20 * 10) / 80,
    whole: true,
  })
})

test('half a stretch is told as half, beside half of what was expected', () => {
  expect(whatCame([cell('10:00', { offered: 60 }), cell('10:30')], stretch)).toEqual({
    offered: 60,
    planned: 50,
    low: 40,
    high: 60,
    waitSeconds: null,
    whole: false,
  })
})

test('nothing is told before the first count, nor an expectation that nobody had', () => {
  expect(whatCame([cell('10:00'), cell('10:30')], stretch)).toBeNull()
  const none = { offered: 5, planned: null, lo95: null, hi95: null }
  expect(whatCame([cell('10:00', none)], stretch)).toMatchObject({ offered: 5, planned: null, low: null })
})
