import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../../kernel/random.ts'
import { swiss } from '../testing/swiss.ts'
import { weigh } from './drivers.ts'
import { lmg } from './lmg.ts'
import { covarianceOf, type DriverRow, momentsOf } from './moments.ts'
import { loadingsOf, relativeWeights } from './relative-weights.ts'
import { eigenOf, type Matrix } from './symmetric.ts'

/** Covariances of columns, the outcome first. */
function covariance(rows: readonly (readonly number[])[]): Matrix {
  const one = rows.map((values): DriverRow => ({ participant: 'P', channel: 'phone', values }))
  return covarianceOf(momentsOf(one), [1])
}

function correlations(matrix: Matrix): Matrix {
  return matrix.map((row, i) => row.map((value, j) => value / Math.sqrt(matrix[i]![i]! * matrix[j]![j]!)))
}

const weights = (matrix: Matrix) => {
  const r = correlations(matrix)
  return relativeWeights(
    loadingsOf(r.slice(1).map((row) => row.slice(1))),
    r.slice(1).map((row) => row[0]!),
  )
}
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0)

test('LMG of the Swiss fertility data is what relaimpo documents', () => {
  const { explained, shares } = lmg(covariance(swiss))
  const documented = [0.0570912207681, 0.1711730289002, 0.2601346786244, 0.1055701503735, 0.1127659229265]
  expect(explained).toBeCloseTo(0.706735001593, 11)
  shares.forEach((share, at) => {
    expect(share).toBeCloseTo(documented[at]!, 11)
  })
})

test('two predictors that correlate 0.5 and 0.6 and 0.4 with the outcome: 0.2867 and 0.0867 by either way', () => {
  const matrix = [
    [1, 0.6, 0.4],
    [0.6, 1, 0.5],
    [0.4, 0.5, 1],
  ]
  for (const shares of [lmg(matrix).shares, weights(matrix)]) {
    expect(shares[0]).toBeCloseTo(0.286667, 6)
    expect(shares[1]).toBeCloseTo(0.086667, 6)
  }
})

/** Rows of an outcome and four predictors that hang together. */
const samples = fc.integer().map((seed) => {
  const random = seededRandom(seed)
  return Array.from({ length: 40 }, () => {
    const common = random()
    const predictors = Array.from({ length: 4 }, () => common + random())
    return [sum(predictors) + 2 * random(), ...predictors]
  })
})

test('both are not negative and sum to the same R²', () => {
  fc.assert(
    fc.property(samples, (rows) => {
      const matrix = covariance(rows)
      const { explained, shares } = lmg(matrix)
      const relative = weights(matrix)
      expect(sum(shares)).toBeCloseTo(explained, 9)
      expect(sum(relative)).toBeCloseTo(explained, 9)
      expect(Math.min(...shares, ...relative)).toBeGreaterThan(-1e-12)
    }),
    { numRuns: 50 },
  )
})

test('uncorrelated predictors have their squared correlation, and a repeated one shares it', () => {
  const apart = [
    [1, 0.5, 0.3],
    [0.5, 1, 0],
    [0.3, 0, 1],
  ]
  expect(lmg(apart).shares.map((share) => share.toFixed(6))).toEqual(['0.250000', '0.090000'])
  expect(weights(apart).map((share) => share.toFixed(6))).toEqual(['0.250000', '0.090000'])
  const repeated = [
    [1, 0.5, 0.5],
    [0.5, 1, 1],
    [0.5, 1, 1],
  ]
  expect(lmg(repeated).shares.map((share) => share.toFixed(6))).toEqual(['0.125000', '0.125000'])
  expect(weights(repeated).map((share) => share.toFixed(6))).toEqual(['0.125000', '0.125000'])
  expect(() => lmg(Array.from({ length: 17 }, () => new Array<number>(17).fill(1)))).toThrow(RangeError)
})

test('eigenvalues of [[2, 1], [1, 2]] are 1 and 3, and vectors times values give the matrix again', () => {
  expect(
    [
      ...eigenOf([
        [2, 1],
        [1, 2],
      ]).values,
    ].sort(),
  ).toEqual([expect.closeTo(1, 12), expect.closeTo(3, 12)])
  fc.assert(
    fc.property(samples, (rows) => {
      const matrix = covariance(rows)
      const { values, vectors } = eigenOf(matrix)
      matrix.forEach((row, i) => {
        row.forEach((value, j) => {
          expect(sum(values.map((one, k) => one * vectors[i]![k]! * vectors[j]![k]!))).toBeCloseTo(value, 9)
        })
      })
    }),
    { numRuns: 30 },
  )
})

describe('weighing contacts', () => {
  const options = { random: () => seededRandom(1), resamples: 200, level: 0.95 }
  const ids = ['a', 'b']
  /** The outcome follows a; b is noise. `shift` is what a channel adds to everything. */
  const contacts = (count: number, { people = 8, shift = 0 } = {}): DriverRow[] => {
    const random = seededRandom(7)
    return Array.from({ length: count }, (_, at) => {
      const isChat = at % 2 === 0
      const [a, b] = [random(), random()]
      const added = isChat ? shift : 0
      return {
        participant: `P${at % people}`,
        channel: isChat ? 'chat' : 'phone',
        values: [a + 0.3 * random() + added, a + added, b + added],
      }
    })
  }
  const weighed = (rows: readonly DriverRow[]) => {
    const set = weigh(rows, { outcomes: 1, ids, method: 'lmg' }, options)[0]!
    if (set.kind !== 'weighed') throw new Error(set.reason)
    return set
  }

  test('the one that the outcome follows has nearly all, with an interval that holds it', () => {
    const { weights: found, explained } = weighed(contacts(200))
    expect(found[0]).toMatchObject({ id: 'a', positive: true, asked: 1 })
    expect(found[0]!.share).toBeGreaterThan(0.9)
    expect(found[0]!.interval![0]).toBeLessThanOrEqual(found[0]!.share)
    expect(sum(found.map(({ share }) => share))).toBeCloseTo(1, 12)
    expect(explained).toBeGreaterThan(0.8)
  })

  test('what a channel adds to everything changes nothing', () => {
    const [plain, shifted] = [weighed(contacts(200)), weighed(contacts(200, { shift: 5 }))]
    expect(shifted.explained).toBeCloseTo(plain.explained, 9)
    expect(shifted.weights[0]!.share).toBeCloseTo(plain.weights[0]!.share, 9)
  })

  test('too few contacts, too few participants and an outcome that does not vary are refused with the reason', () => {
    const reasonOf = (rows: readonly DriverRow[]) =>
      weigh(rows, { outcomes: 1, ids, method: 'lmg' }, options)[0]!
    expect(reasonOf(contacts(39))).toMatchObject({
      kind: 'refused',
      reason: 'too-few-contacts',
      n: 39,
      needed: 40,
    })
    expect(reasonOf(contacts(200, { people: 4 }))).toMatchObject({ reason: 'too-few-participants' })
    const same = contacts(200).map((row) => ({ ...row, values: [5, ...row.values.slice(1)] }))
    expect(reasonOf(same)).toMatchObject({ reason: 'outcome-does-not-vary' })
  })

  test('a question asked in fewer than one in ten contacts is left out by name', () => {
    const rows = contacts(200).map(({ values, ...row }, at) => ({
      ...row,
      values: [values[0]!, values[1]!, at < 19 ? values[2]! : null],
    }))
    expect(weighed(rows)).toMatchObject({ left: ['b'] })
  })
})
