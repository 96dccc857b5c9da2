import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../kernel/random.ts'
import { type EffectInput, type Periods, trainingEffect } from './training-effect.ts'

const own: Periods = { before: [40, 60, 50, 30, 70], after: [80, 90, 70, 100, 85] }
const others: readonly Periods[] = [
  { before: [50, 60, 70], after: [52, 62, 72] },
  { before: [60, 63, 66], after: [57, 60, 63] },
  { before: [40, 50, 60], after: [44, 54, 64] },
]
const input = (rest: Partial<EffectInput> = {}): EffectInput => ({
  own,
  others,
  hasStarted: true,
  level: 0.95,
  ...rest,
})

test('the worked example: +35 beside others that changed by 1 is a lift of 34, and 19.1 to 48.9', () => {
  const effect = trainingEffect(input())
  expect(effect).toMatchObject({ before: { n: 5, mean: 50 }, after: { n: 5, mean: 85 }, verdict: 'lifted' })
  expect(effect.change!.value).toBe(35)
  expect(effect.others).toMatchObject({ centres: 3, value: 1 })
  expect(effect.lift!.value).toBe(34)
  // Within: (1000 + 500 + 200 + 200 + 18 + 18 + 200 + 200) ÷ 20 = 116.8; own 116.8 × 2/5 = 46.72;
  // others' changes 2, −3, 4: variance 13, below chance 77.87, so no drift; 13 ÷ 3 = 4.33; freedom 21.
  expect(effect.lift!.interval[0]).toBeCloseTo(34 - 2.07961 * Math.sqrt(46.72 + 13 / 3), 1)
})

describe('says that it cannot be told', () => {
  test('before the start, and with four contacts after it', () => {
    expect(trainingEffect(input({ hasStarted: false })).verdict).toBe('notStarted')
    const early = trainingEffect(input({ own: { ...own, after: [80, 90, 100, 100] } }))
    expect(early).toMatchObject({ verdict: 'tooEarly', after: { n: 4 }, change: null, lift: null })
  })

  test('without three others to compare with: a before and after alone is no effect', () => {
    const effect = trainingEffect(input({ others: others.slice(1) }))
    expect(effect.verdict).toBe('noComparison')
    expect(effect.change!.value).toBe(35)
    expect(effect.lift).toBeNull()
  })

  test('when the whole class rose as much', () => {
    const risen = others.map(({ before }) => ({ before, after: before.map((value) => value + 34) }))
    expect(trainingEffect(input({ others: risen })).verdict).toBe('cannotTell')
  })
})

test('where nothing happened, about one in twenty is said to have changed', () => {
  const random = seededRandom('effect')
  const draw = (count: number) =>
    Array.from({ length: count }, () => [0, 25, 50, 75, 100][Math.floor(random() * 5)]!)
  const periods = () => ({ before: draw(12), after: draw(10) })
  const trials = 400
  let alarms = 0
  for (let trial = 0; trial < trials; trial++) {
    const { verdict } = trainingEffect(input({ own: periods(), others: Array.from({ length: 6 }, periods) }))
    if (verdict !== 'cannotTell') alarms++
  }
  expect(alarms / trials).toBeLessThan(0.08)
})

test('a fall is told as well', () => {
  expect(trainingEffect(input({ own: { before: own.after, after: own.before } })).verdict).toBe('fell')
})
