import { describe, expect, test } from 'vitest'
import { type Random, randomInteger, seededRandom } from '../../../kernel/random.ts'
import { designOf, factorOf } from './mixed-design.ts'
import { fitMixed } from './mixed-model.ts'
import { invertSymmetric } from './symmetric-inverse.ts'

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

test('the inverse of (4, 2; 2, 3) is (0.375, −0.25; −0.25, 0.5)', () => {
  const inverse = invertSymmetric(Float64Array.of(4, 2, 2, 3), 2)
  for (const [at, value] of [0.375, -0.25, -0.25, 0.5].entries()) expect(inverse[at]).toBeCloseTo(value, 12)
  expect(() => invertSymmetric(Float64Array.of(1, 2, 2, 1), 2)).toThrow(RangeError)
})

/** Rows of named levels and a value; one mean for all. */
function fitted(rows: readonly (readonly [...string[], number])[], names: readonly string[]) {
  const factors = names.map((name, at) =>
    factorOf(
      name,
      rows.map((row) => String(row[at])),
    ),
  )
  const design = designOf(
    factorOf(
      'all',
      rows.map(() => 'all'),
    ),
    factors,
  )
  const result = fitMixed(
    design,
    Float64Array.from(rows, (row) => row.at(-1) as number),
  )
  const at = (name: string) => design.factors.findIndex((factor) => factor.name === name)
  return {
    ...result,
    variance: (name: string) => result.variances[at(name)]!,
    effectsOf: (name: string) => result.effects[at(name)]!,
  }
}

describe('published examples', () => {
  test('yield of dyestuff from six batches (Davies and Goldsmith 1972): batch 1764, rest 2451, mean 1527.5', () => {
    const yields = [
      [1545, 1440, 1440, 1520, 1580],
      [1540, 1555, 1490, 1560, 1495],
      [1595, 1550, 1605, 1510, 1560],
      [1445, 1440, 1595, 1465, 1545],
      [1595, 1630, 1515, 1635, 1625],
      [1520, 1455, 1450, 1480, 1445],
    ]
    const rows = yields.flatMap((batch, at) => batch.map((value) => [`b${at}`, value] as [string, number]))
    const result = fitted(rows, ['batch'])
    expect(result.converged).toBe(true)
    expect(result.variance('batch')).toBeCloseTo(1764.05, 1)
    expect(result.residual).toBeCloseTo(2451.25, 1)
    expect(result.means[0]).toBeCloseTo(1527.5, 6)
    // The mean of the first batch lies 22.5 below, and 1764 ÷ (1764 + 2451 ÷ 5) of it is believed.
    expect(result.effectsOf('batch')[0]!.effect).toBeCloseTo(-17.6, 1)
  })

  test('six targets by four judges (Shrout and Fleiss 1979): one judge 0.29 reliable, the mean of four 0.62', () => {
    const judged = [
      [9, 2, 5, 8],
      [6, 1, 3, 2],
      [8, 4, 6, 8],
      [7, 1, 2, 6],
      [10, 5, 6, 9],
      [6, 2, 4, 7],
    ]
    const rows = judged.flatMap((target, at) =>
      target.map((value, judge) => [`t${at}`, `j${judge}`, value] as [string, string, number]),
    )
    const { variance, residual } = fitted(rows, ['target', 'judge'])
    const [target, judge] = [variance('target'), variance('judge')]
    expect(target / (target + judge + residual)).toBeCloseTo(0.29, 2)
    expect(target / (target + (judge + residual) / 4)).toBeCloseTo(0.62, 2)
    expect(target / (target + residual)).toBeCloseTo(0.71, 2)
  })
})

/** Contacts of participants with observers at random, a season with a known truth. */
function season(seed: number, spread: { participant: number; observer: number; rest: number }) {
  const random = seededRandom(seed)
  const of = (count: number, sd: number) => Array.from({ length: count }, () => sd * normal(random))
  const [participants, observers] = [of(40, spread.participant), of(20, spread.observer)]
  const rows = participants.flatMap((strength, participant) =>
    Array.from({ length: 25 }, () => {
      const observer = randomInteger(random, 20)
      const value = 70 + strength + observers[observer]! + spread.rest * normal(random)
      return [`p${participant}`, `o${observer}`, value] as [string, string, number]
    }),
  )
  return { rows, observers }
}

test('simulated truth is found again: participants 8, observers 4, rest 20', () => {
  const found = Array.from({ length: 12 }, (_, seed) => {
    const { rows } = season(seed, { participant: 8, observer: 4, rest: 20 })
    const { variance, residual, converged } = fitted(rows, ['participant', 'observer'])
    expect(converged).toBe(true)
    return [variance('participant'), variance('observer'), residual]
  })
  const mean = (at: number) => found.reduce((sum, row) => sum + row[at]!, 0) / found.length
  expect(Math.abs(mean(0) - 64)).toBeLessThan(14)
  expect(Math.abs(mean(1) - 16)).toBeLessThan(6)
  expect(Math.abs(mean(2) - 400)).toBeLessThan(15)
})

test('the intervals of observers hold their true severity in about 95 of 100', () => {
  let held = 0
  for (let seed = 0; seed < 10; seed++) {
    const { rows, observers } = season(seed + 50, { participant: 8, observer: 4, rest: 20 })
    const effects = fitted(rows, ['participant', 'observer']).effectsOf('observer')
    const names = [...new Set(rows.map(([, observer]) => observer))].sort()
    effects.forEach(({ effect, error }, at) => {
      const truth = observers[Number(names[at]!.slice(1))]!
      if (Math.abs(truth - effect) <= 1.96 * error) held++
    })
  }
  expect(held / 200).toBeGreaterThan(0.9)
})

test('where observers do not differ, their part is often exactly 0, and the fit still ends', () => {
  const fits = Array.from({ length: 8 }, (_, seed) =>
    fitted(season(seed + 90, { participant: 8, observer: 0, rest: 20 }).rows, ['participant', 'observer']),
  )
  expect(fits.every(({ converged }) => converged)).toBe(true)
  expect(fits.filter(({ variance }) => variance('observer') === 0).length).toBeGreaterThan(1)
})

test('other names for the observers change nothing, and equal scores have no variance at all', () => {
  const { rows } = season(7, { participant: 8, observer: 4, rest: 20 })
  const renamed = rows.map(
    ([participant, observer, value]) =>
      [participant, `x${99 - Number(observer.slice(1))}`, value] as [string, string, number],
  )
  const [one, other] = [
    fitted(rows, ['participant', 'observer']),
    fitted(renamed, ['participant', 'observer']),
  ]
  expect(other.variance('observer')).toBeCloseTo(one.variance('observer'), 6)
  const still = fitted(
    rows.map(([participant, observer]) => [participant, observer, 50] as [string, string, number]),
    ['participant', 'observer'],
  )
  expect(still).toMatchObject({ variances: [0, 0], residual: 0, means: [50] })
})
