import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '../../../../kernel/random.ts'
import { familiarityOf, learnFamiliarity, unbounded } from './familiarity.ts'

const random = seededRandom(3)
const margins = Array.from({ length: 400 }, () => random() * 2)
const likenesses = Array.from({ length: 400 }, () => random())
const learned = learnFamiliarity(margins, likenesses)
const of = (margin: number, likeness: number) => familiarityOf(learned, unbounded(learned, margin, likeness))

test('what is below every example is rare, what is above every one is usual', () => {
  expect(of(-5, 0)).toBeCloseTo(1 / 401, 9)
  expect(of(5, 1)).toBe(1)
  expect(of(1, 0.5)).toBeGreaterThan(0.35)
})

test('of texts like the examples, one in twenty falls below 0.05', () => {
  const others = Array.from({ length: 4000 }, () => of(random() * 2, random()))
  expect(others.filter((value) => value < 0.05).length / others.length).toBeCloseTo(0.05, 1)
})

test('more of either sign is never less familiar', () => {
  const amount = fc.double({ min: -3, max: 3, noNaN: true })
  fc.assert(
    fc.property(amount, amount, fc.double({ min: 0, max: 2, noNaN: true }), (margin, likeness, more) => {
      expect(of(margin + more, likeness)).toBeGreaterThanOrEqual(of(margin, likeness))
      expect(of(margin, likeness + more)).toBeGreaterThanOrEqual(of(margin, likeness))
    }),
  )
})

test('too few examples tell nothing', () => {
  const few = learnFamiliarity([1, 2], [0, 1])
  expect(familiarityOf(few, unbounded(few, -9, 0))).toBe(1)
})
