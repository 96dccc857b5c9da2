import { expect, test } from 'vitest'
import { calculate, questionOf, searchOf } from './calculator.ts'

test('the address holds what differs from the usual, and gives it back', () => {
  const question = questionOf({ calls: '240', patience: '-', within: 'soon', share: '500' })
  expect(question).toMatchObject({ calls: 240, patience: null, within: 20, share: 80 })
  expect(searchOf(question)).toEqual({ calls: '240', patience: '-' })
  expect(questionOf(searchOf(question))).toEqual(question)
})

test('100 calls of 180 s in half an hour: 13 with patience, 14 when everybody waits', () => {
  expect(calculate(questionOf({ patience: '300' }))).toMatchObject({ load: 10, needed: 13 })
  const endless = calculate(questionOf({ patience: '-' }))
  expect(endless.needed).toBe(14)
  expect(endless.rows.map(({ agents }) => agents)).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19])
  // As many as the work keeps busy: the queue only grows.
  expect(endless.rows[1]!.figures.meanWaitSeconds).toBe(Number.POSITIVE_INFINITY)
  expect(endless.blocked.pAbandon).toBeGreaterThan(endless.rows[5]!.figures.pAbandon)
})
