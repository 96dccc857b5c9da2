import { expect, test } from 'vitest'
import { referenceMethod } from '../../edition/rules/reference/reference-method.ts'
import { type MixedTotal, mixedTotal, standardise, standardMix } from './standardised.ts'

const half = { slotOf: [0, 1], weights: [0.5, 0.5] }
const total = (...slots: (number | undefined)[]): MixedTotal => ({
  class: 'A',
  slots,
  coverage: slots.reduce<number>((sum, slot) => sum + (slot === undefined ? 0 : 0.5), 0),
  interval: null,
})

test('the standard mix of the reference method is its key: 11, 8 and 6 of 25', () => {
  expect(standardMix(referenceMethod).weights.map((weight) => weight * 25)).toEqual([11, 8, 6])
})

test('with every slot it is the plain weighted mean, whatever the contacts were', () => {
  const [first] = standardise([total(90, 50), total(70, 70)], half)
  expect(first).toMatchObject({ value: 70, coverage: 1, rank: 1, classRank: 1 })
})

test('a missing slot is taken to lie as far from the others as the slots that are there', () => {
  // The means of the slots are 80 and 60, so the standard is 70, and 90 is 10 above the others.
  const results = standardise([total(90, undefined), total(75, 60), total(75, 60)], half)
  expect(results[0]!.value).toBeCloseTo(80, 9)
  expect(results[0]).toMatchObject({ coverage: 0.5, rank: 1 })
  expect(results[1]!.value).toBeCloseTo(67.5, 9)
})

test('the interval is that of the weighted copies, moved with the value', () => {
  const copies = (value: number) => Float64Array.of(value - 10, value, value + 10)
  const slots = [{ value: 90, copies: copies(90) }, undefined]
  const mixed = mixedTotal('A', slots, half, 0.5)
  expect(mixed).toMatchObject({ coverage: 0.5, interval: [85, 95] })
  const [result] = standardise([mixed, total(70, 60)], half)
  expect(result!.value).toBe(80)
  expect(result!.interval).toEqual([75, 85])
})

test('who has nothing to standardise has no figure, and nobody else is changed by it', () => {
  const [none, other] = standardise([total(undefined, undefined), total(80, 60)], half)
  expect(none).toBeNull()
  expect(other).toMatchObject({ value: 70, rank: 1 })
})
