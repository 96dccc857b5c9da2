import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calibrationError, certainties, fitWeights, softmax } from './certainty.ts'
import { classifierFromBytes, classifierToBytes } from './classifier-bytes.ts'
import { foldsOf } from './folds.ts'
import { averagePrecision, rankingQuality } from './ranking-quality.ts'

test('softmax', () => {
  expect([...softmax([0, Math.log(3)])].map((value) => value.toFixed(4))).toEqual(['0.2500', '0.7500'])
})

/** So many rows of two classes in which score 1 stands at the right one, the others with it at the wrong one. */
function rows(right: number, wrong: number) {
  const labels = [...new Array(right).fill(0), ...new Array(wrong).fill(1)]
  return { scores: { classes: 2, value: Float32Array.from(labels.flatMap(() => [1, 0])) }, labels }
}

test('the weight gives the certainty that was seen: right in 3 of 4 is about ln 3', () => {
  const { scores, labels } = rows(3000, 1000)
  expect(fitWeights([scores], labels)[0]).toBeCloseTo(Math.log(3), 2)
})

test('examples that are all right do not make everything certain', () => {
  const { scores, labels } = rows(10, 0)
  const weights = fitWeights([scores], labels)
  expect(certainties([scores], weights, 0)[0]).toBeCloseTo(11 / 12, 3)
})

test('a score that tells nothing gets no weight beside one that does', () => {
  const { scores, labels } = rows(300, 100)
  const noise = { classes: 2, value: scores.value.map((_, at) => (at % 4 < 2 ? 1 - (at % 2) : at % 2)) }
  const [own, other] = fitWeights([scores, noise], labels)
  expect(own).toBeGreaterThan(0.9)
  expect(other).toBeLessThan(0.1)
})

test('no other weight makes the labels likelier', () => {
  const world = fc.array(
    fc.tuple(
      fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: 3, maxLength: 3 }),
      fc.nat(2),
    ),
    { minLength: 5, maxLength: 40 },
  )
  const blurred = (scores: { classes: number; value: Float32Array }, labels: number[], weight: number) =>
    labels.reduce((sum, label, row) => {
      const likely = certainties([scores], [weight], row)
      const blur = 1 / (labels.length + 2)
      return (
        sum +
        likely.reduce((all, value, at) => all + (at === label ? 1 - blur : blur / 2) * Math.log(value), 0)
      )
    }, 0)
  fc.assert(
    fc.property(world, fc.double({ min: 0, max: 5, noNaN: true }), (examples, other) => {
      const scores = { classes: 3, value: Float32Array.from(examples.flatMap(([row]) => row)) }
      const labels = examples.map(([, label]) => label)
      const [weight] = fitWeights([scores], labels)
      expect(blurred(scores, labels, weight!)).toBeGreaterThanOrEqual(blurred(scores, labels, other) - 1e-3)
    }),
  )
})

test('calibration error', () => {
  expect(calibrationError([0.8, 0.8, 0.8, 0.8, 0.8], [true, true, true, true, false])).toBeCloseTo(0, 12)
  expect(calibrationError([1, 1], [true, false])).toBeCloseTo(0.5, 12)
})

test('ranking', () => {
  expect(rankingQuality([0.9, 0.4, 0.5, 0.1], 2)).toBe(0.75)
  expect(rankingQuality([1, 1], 1)).toBe(0.5)
  expect(averagePrecision([true, false, true])).toBeCloseTo(0.8333, 4)
})

test('every example is held out once, but the only one of its class', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4), { minLength: 1, maxLength: 40 }), fc.nat(), (labels, seed) => {
      const folds = foldsOf(labels, 5, seed)
      for (const [at, label] of labels.entries()) {
        const alone = labels.filter((other) => other === label).length === 1
        expect(folds[at]! === -1).toBe(alone)
      }
      // No fold takes all of a class.
      for (const label of new Set(labels)) {
        const own = labels.flatMap((other, at) => (other === label ? [folds[at]!] : []))
        if (own.length > 1) expect(new Set(own).size).toBeGreaterThan(1)
      }
    }),
  )
})

test('a classifier comes back from its bytes, and other bytes are refused', () => {
  const weights = fc.array(
    fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 4, maxLength: 4 }),
    { minLength: 1, maxLength: 4 },
  )
  fc.assert(
    fc.property(weights, fc.uint8Array(), (values, junk) => {
      const classifier = {
        features: 4,
        weights: values.map((own) => Float32Array.from(own.map((value) => value + 0))),
      }
      expect(classifierFromBytes(classifierToBytes(classifier))).toEqual(classifier)
      expect(() => classifierFromBytes(junk)).toThrow(RangeError)
    }),
  )
})
