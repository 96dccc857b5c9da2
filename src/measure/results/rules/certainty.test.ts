import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../kernel/random.ts'
import {
  certaintyOf,
  chancesOfBestFirst,
  contactsNeeded,
  halfWidth,
  smallestDifference,
  trueSpread,
} from './certainty.ts'

describe('the worked example of docs/methods/certainty.md', () => {
  test('25 contacts that spread by 20 points give ±7.8, and two totals must lie 11.1 apart', () => {
    expect(halfWidth(20, 25)).toBeCloseTo(7.84, 2)
    expect(smallestDifference(20, 25)).toBeCloseTo(11.09, 2)
    expect(smallestDifference(20, 25, 3.16)).toBeCloseTo(17.88, 2)
  })

  test('to see a true difference of 10 points four times of five takes 63 contacts each, of 5 points 252', () => {
    expect(contactsNeeded(20, 10)).toBe(63)
    expect(contactsNeeded(20, 5)).toBe(252)
  })

  test('of eight that truly spread by 8 points the best comes first in about 66 of 100, of nineteen in 58', () => {
    const chances = chancesOfBestFirst([8, 19], { between: 8, errors: [4] }, seededRandom('certainty'))
    expect(Math.abs(chances[0]![0]! - 0.66)).toBeLessThan(0.03)
    expect(Math.abs(chances[1]![0]! - 0.58)).toBeLessThan(0.03)
  })
})

test('without any true difference each is first as often as another', () => {
  const chances = chancesOfBestFirst([4, 1], { between: 0, errors: [4] }, seededRandom(1))
  expect(Math.abs(chances[0]![0]! - 0.25)).toBeLessThan(0.03)
  expect(chances[1]).toEqual([1])
})

test('for two the chance is the one that the angle between truth and what is seen gives: 1 − arccos(ρ) ÷ π', () => {
  const [betweenSd, error] = [6, 4]
  const correlation = betweenSd / Math.hypot(betweenSd, error)
  const chances = chancesOfBestFirst([2], { between: betweenSd, errors: [error] }, seededRandom(2))
  expect(Math.abs(chances[0]![0]! - (1 - Math.acos(correlation) / Math.PI))).toBeLessThan(0.03)
})

test('the true spread is what chance does not explain, and never below 0', () => {
  const member = (value: number) => ({ value, standardError: 10 })
  expect(trueSpread([[member(60), member(80)]])).toBeCloseTo(10, 9)
  expect(trueSpread([[member(70), member(71)]])).toBe(0)
  expect(trueSpread([[member(70)]])).toBe(0)
})

test('more contacts never make the best less likely to be first', () => {
  const { firstChances } = certaintyOf(
    { contacts: 25, participants: 40, withinSd: 20, betweenSd: 6, classes: [] },
    seededRandom(9),
  )
  for (const size of [4, 8, 12, 19]) {
    const chances = firstChances
      .filter(({ participants }) => participants === size)
      .map(({ chance }) => chance)
    expect(chances).toEqual(chances.toSorted((a, b) => a - b))
  }
})
