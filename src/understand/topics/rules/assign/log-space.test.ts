import fc from 'fast-check'
import { expect, test } from 'vitest'
import { denseRows } from '../matrix/dense.ts'
import { sparseRows } from '../matrix/sparse-rows.ts'
import { learnFeatures } from '../text/text-features.ts'
import { centroids, cosines } from './centroids.ts'
import { joinWeighted, withFewerColumns } from './joined-vectors.ts'
import { logSpace, readAnew, readNewTexts } from './log-space.ts'
import { indexTexts, nearestTexts } from './nearest-texts.ts'

test('the nearest stored texts by cosine, best first, and none without anything in common', () => {
  const stored = sparseRows(3, [
    [[0, 1]],
    [
      [0, 1],
      [1, 1],
    ],
    [[2, 1]],
  ])
  const found = nearestTexts(indexTexts(stored), sparseRows(3, [[[0, 2]]]), 0, 3)
  expect([...found.rows]).toEqual([0, 1])
  expect(found.cosines[0]).toBeCloseTo(1, 6)
  expect(found.cosines[1]).toBeCloseTo(Math.SQRT1_2, 6)
})

test('the same as comparing with every text', () => {
  const row = fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), row, (texts, asked) => {
      const stored = sparseRows(6, texts)
      const one = sparseRows(6, [asked])
      const dense = (matrix: typeof one, at: number) => {
        const made = new Array<number>(6).fill(0)
        for (let place = matrix.start[at]!; place < matrix.start[at + 1]!; place++)
          made[matrix.index[place]!] = matrix.value[place]!
        return made
      }
      const dot = (a: number[], b: number[]) => a.reduce((sum, value, at) => sum + value * b[at]!, 0)
      const own = dense(one, 0)
      const expected = texts
        .map(
          (_, at) =>
            dot(own, dense(stored, at)) /
            Math.sqrt(dot(own, own) * dot(dense(stored, at), dense(stored, at))),
        )
        .filter((value) => value > 0)
        .sort((a, b) => b - a)
        .slice(0, 5)
      const found = nearestTexts(indexTexts(stored), one, 0, 5)
      expect(found.cosines).toHaveLength(expected.length)
      for (const [at, value] of expected.entries()) expect(found.cosines[at]).toBeCloseTo(value, 4)
    }),
  )
})

test('a middle is the mean direction of its class', () => {
  const dense = denseRows([
    [1, 0],
    [0, 2],
    [3, 0],
  ])
  const made = centroids(dense, { rows: [0, 1, 2], labels: [0, 0, 1] }, 2)
  expect(Array.from(made.value, (value) => value.toFixed(3))).toEqual(['0.707', '0.707', '1.000', '0.000'])
  const into = new Float32Array(2)
  cosines(dense, 1, made, into, 0)
  expect(into[0]).toBeCloseTo(Math.SQRT1_2, 6)
  expect(into[1]).toBeCloseTo(0, 6)
})

test('fewer columns keep the distances of what lies in few directions', () => {
  // 600 rows in 5 directions of 300 columns: five columns hold everything.
  const directions = Array.from({ length: 5 }, (_, d) =>
    Array.from({ length: 300 }, (_, c) => Math.sin((d + 1) * (c + 1))),
  )
  const rows = Array.from({ length: 600 }, (_, r) => {
    const weights = directions.map((_, d) => Math.cos((r + 1) * (d + 2)))
    return directions[0]!.map((_, c) =>
      weights.reduce((sum, weight, d) => sum + weight * directions[d]![c]!, 0),
    )
  })
  const whole = denseRows(rows)
  const few = withFewerColumns(joinWeighted([{ block: whole, weight: 2 }]), 8, 0)
  expect(few.columns).toBe(8)
  const distance = (matrix: typeof whole, a: number, b: number) => {
    let sum = 0
    for (let c = 0; c < matrix.columns; c++)
      sum += (matrix.value[a * matrix.columns + c]! - matrix.value[b * matrix.columns + c]!) ** 2
    return Math.sqrt(sum)
  }
  for (const [a, b] of [
    [0, 1],
    [10, 400],
    [333, 599],
  ] as const)
    expect(distance(few, a, b) / (2 * distance(whole, a, b))).toBeCloseTo(1, 3)
})

test('a stored text that is read anew comes out near itself, and a strange one is told by its likeness', () => {
  const keys = [
    'hvor er pakken min',
    'hvor er pakka mi',
    'hvor er sendingen min',
    'endre passordet mitt',
    'nytt passord',
    'glemt passordet mitt',
  ]
  const features = learnFeatures(keys)
  const joint = denseRows([
    [1, 0],
    [1, 0],
    [1, 0],
    [0, 1],
    [0, 1],
    [0, 1],
  ])
  const space = logSpace({ features, vectors: { joint, diffused: joint, consensus: joint } }, 0)
  const { features: read, likeness } = readNewTexts(['hvor er pakken min', 'glemt passord', 'xyz'], space)
  expect(likeness[0]).toBeGreaterThan(likeness[1]!)
  expect(likeness[1]).toBeGreaterThan(0)
  expect(likeness[2]).toBe(0)
  // A learned text that is read as if it came anew does not find itself.
  expect(readAnew([0], space).likeness[0]).toBeLessThan(likeness[0]!)
  const nearestRow = (row: number) => {
    const columns = read.dense.columns
    const scores = keys.map((_, other) => {
      let sum = 0
      for (let c = 0; c < columns; c++)
        sum += read.dense.value[row * columns + c]! * space.features.dense.value[other * columns + c]!
      return sum
    })
    return scores.indexOf(Math.max(...scores))
  }
  expect(nearestRow(0)).toBeLessThan(3)
  expect(nearestRow(1)).toBeGreaterThanOrEqual(3)
})
