import fc from 'fast-check'
import { expect, it } from 'vitest'
import { spreadWith } from './expected-spread.ts'

it('joins the spread of the day with that of what is expected', () => {
  expect(spreadWith(0.1, { mean: 0.9, low: 0.8, high: 1 })).toBeCloseTo(0.1151, 4)
  expect(spreadWith(0.1, { mean: 0.9, low: 0.9, high: 0.9 })).toBe(0.1)
})

it('never makes a day surer than it was', () => {
  const share = fc.double({ min: 0.01, max: 1, noNaN: true })
  fc.assert(
    fc.property(share, share, share, (cv, mean, width) => {
      expect(spreadWith(cv, { mean, low: mean * (1 - width), high: mean })).toBeGreaterThanOrEqual(cv)
    }),
  )
})
