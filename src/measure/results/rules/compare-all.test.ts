import { describe, expect, test } from 'vitest'
import { type Random, seededRandom } from '../../../kernel/random.ts'
import { areLevel, type Compared, compareAll, standardErrorOf } from './compare-all.ts'

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** An entry seen around its true value with this error, and its resampled copies around what was seen. */
function seen(truth: number, error: number, random: Random, resamples = 1000): Compared {
  const value = truth + error * normal(random)
  const copies = Float64Array.from({ length: resamples }, () => value + error * normal(random))
  return { value, copies, standardError: standardErrorOf(copies) }
}

test('a standard error is the standard deviation of the copies: 1, 2, 3 → 1', () => {
  expect(standardErrorOf(Float64Array.of(1, 2, 3))).toBe(1)
})

test('two are level when their distance is within the critical number of its standard errors', () => {
  const [a, b] = [
    { value: 80, standardError: 3 },
    { value: 75, standardError: 4 },
  ]
  expect(areLevel(a, b, 2)).toBe(true)
  expect(areLevel(a, b, 0.9)).toBe(false)
})

test('with two the critical value is the textbook 1.96, with ten that of Tukey’s range: 4.47 ÷ √2 = 3.16', () => {
  const random = seededRandom(3)
  const list = (count: number) => Array.from({ length: count }, () => seen(70, 4, random, 20_000))
  expect(compareAll(list(2), 0.95)!.critical).toBeCloseTo(1.96, 1)
  expect(Math.abs(compareAll(list(10), 0.95)!.critical - 3.16)).toBeLessThan(0.06)
})

test('one alone can be best, one far below the others cannot', () => {
  const random = seededRandom(4)
  expect(compareAll([seen(70, 4, random)], 0.95)).toMatchObject({ critical: 0, canBeBest: [true] })
  expect(compareAll([seen(90, 3, random), seen(50, 3, random)], 0.95)!.canBeBest).toEqual([true, false])
})

test('nobody and more than 2,000 are not compared', () => {
  const one = seen(70, 4, seededRandom(5))
  expect(compareAll([], 0.95)).toBeUndefined()
  expect(
    compareAll(
      Array.from({ length: 2001 }, () => one),
      0.95,
    ),
  ).toBeUndefined()
})

describe('over many simulated classes', () => {
  test('of equals at most about 5 % have anybody called different', () => {
    const random = seededRandom(6)
    let wrong = 0
    for (let round = 0; round < 300; round++) {
      const entries = Array.from({ length: 8 }, () => seen(70, 4, random, 400))
      const { critical } = compareAll(entries, 0.95)!
      if (entries.some((a) => entries.some((b) => !areLevel(a, b, critical)))) wrong++
    }
    expect(wrong / 300).toBeLessThan(0.085)
  })

  test('the truly best is in the set that can be best in at least about 95 %', () => {
    const random = seededRandom(7)
    let held = 0
    for (let round = 0; round < 300; round++) {
      const entries = [74, 72, 70, 70, 66, 60].map((truth) => seen(truth, 4, random, 400))
      if (compareAll(entries, 0.95)!.canBeBest[0]) held++
    }
    expect(held / 300).toBeGreaterThan(0.925)
  })
})
