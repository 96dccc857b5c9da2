import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '../../../../kernel/random.ts'
import type { ChannelId, EditionMethod } from '../../../edition/contract.ts'
import { compileMethod } from '../../../results/rules/compiled-form.ts'
import { question, smallMethod } from '../../../results/rules/testing/small-method.ts'
import type { InsightContact } from '../insight-contact.ts'
import { insightContact, randomContacts } from '../testing/contacts.ts'
import { gapBetween, gapToTarget } from './gap.ts'
import { gapGroup, pooled, totalOf } from './gap-group.ts'

const draws = (resamples = 0) => ({ random: seededRandom(1), resamples })
const level = 0.95

function gapOf(
  method: EditionMethod,
  own: readonly InsightContact[],
  reference: readonly InsightContact[],
  resamples = 0,
) {
  const compiled = compileMethod(method)
  return gapBetween(compiled, {
    own: gapGroup(compiled, own, draws(resamples)),
    reference: gapGroup(compiled, reference, draws(resamples)),
    level,
  })!
}

const oneQuestion = smallMethod({
  questions: [
    question(
      'all',
      'agent',
      Array.from({ length: 101 }, (_, points) => points),
    ),
  ],
})
const contact = (score: number | undefined, channel: ChannelId = 'phone') =>
  insightContact(oneQuestion, { channel, ...(score === undefined ? {} : { answers: { all: `o${score}` } }) })

test('one of two unanswered and the other 60, against 80 and 80: −35 by the unanswered and −15 by the agent', () => {
  const gap = gapOf(oneQuestion, [contact(undefined), contact(60)], [contact(80), contact(80)])
  expect([gap.from, gap.to]).toEqual([80, 30])
  expect(gap.steps.map(({ kind }) => kind)).toEqual(['unanswered', 'area', 'applicable', 'mix'])
  const values = [-35, -15, 0, 0]
  gap.steps.forEach(({ value }, at) => {
    expect(value).toBeCloseTo(values[at]!, 9)
  })
})

test('a channel that one does not have lies in the mix alone', () => {
  const reference = [contact(90), contact(50, 'chat')]
  const gap = gapOf(oneQuestion, [contact(90), contact(90)], reference)
  expect(gap.steps.at(-1)).toMatchObject({ kind: 'mix', value: 20 })
  expect(gap.steps.slice(0, -1).every(({ value }) => Math.abs(value) < 1e-9)).toBe(true)
})

test('the same answers with one question not applicable differ in what was applicable alone', () => {
  const method = smallMethod()
  const best = { greeting: 'o0', solution: 'o0', advice: 'o2' }
  const own = [insightContact(method, { answers: { ...best, advice: 'na' } })]
  const gap = gapOf(method, own, [insightContact(method, { answers: best })])
  expect(gap.to - gap.from).toBeCloseTo(25, 9)
  expect(gap.steps.find(({ kind }) => kind === 'applicable')!.value).toBeCloseTo(25, 9)
})

/** Random editions of the small method: two participants, any channels, unanswered and not applicable ones. */
const editions = fc.record({
  seed: fc.integer(),
  total: fc.constantFrom('meanOfScores' as const, 'pointsOverPossible' as const),
  own: fc.integer({ min: 1, max: 30 }),
  reference: fc.integer({ min: 1, max: 60 }),
})
const methodWith = (total: EditionMethod['score']['total']) =>
  smallMethod({ score: { total, interval: { level, resamples: 200 } } })

test('the steps, their channels and their questions add up to the gap, whatever the edition', () => {
  fc.assert(
    fc.property(editions, ({ seed, total, own, reference }) => {
      const random = seededRandom(seed)
      const method = methodWith(total)
      const gap = gapOf(
        method,
        randomContacts(method, own, random),
        randomContacts(method, reference, random),
      )
      const sum = gap.steps.reduce((all, { value }) => all + value, 0)
      expect(Math.abs(sum - (gap.to - gap.from))).toBeLessThan(1e-9)
      for (const { kind, value, channels, questions } of gap.steps) {
        expect(Math.abs(channels.reduce((all, part) => all + part.value, 0) - value)).toBeLessThan(1e-9)
        if (kind === 'area')
          expect(Math.abs(questions.reduce((all, part) => all + part.value, 0) - value)).toBeLessThan(1e-9)
      }
    }),
    { numRuns: 300 },
  )
})

test('the total of the columns is the total of the score rule', () => {
  fc.assert(
    fc.property(editions, ({ seed, total, own }) => {
      const method = methodWith(total)
      const contacts = randomContacts(method, own, seededRandom(seed))
      const compiled = compileMethod(method)
      const sum = (of: (one: InsightContact) => number) => contacts.reduce((all, one) => all + of(one), 0)
      const expected =
        total === 'meanOfScores'
          ? sum(({ score }) => score) / own
          : (sum(({ points }) => points) * 100) / sum(({ possible }) => possible)
      expect(totalOf(gapGroup(compiled, contacts, draws()).sums)).toBeCloseTo(expected, 9)
    }),
  )
})

test('turned around, every step has the other sign', () => {
  fc.assert(
    fc.property(editions, ({ seed, total, own, reference }) => {
      const random = seededRandom(seed)
      const method = methodWith(total)
      const [one, other] = [randomContacts(method, own, random), randomContacts(method, reference, random)]
      const back = gapOf(method, other, one).steps
      gapOf(method, one, other).steps.forEach(({ value }, at) => {
        expect(value + back[at]!.value).toBeCloseTo(0, 9)
      })
    }),
    { numRuns: 50 },
  )
})

test('the gap to a target adds up too, and each loss has the same share of it', () => {
  const method = smallMethod()
  const compiled = compileMethod(method)
  const own = gapGroup(compiled, randomContacts(method, 25, seededRandom(4)), draws(200))
  const total = totalOf(own.sums)!
  const [whole, near] = [100, (total + 100) / 2].map(
    (target) => gapToTarget(compiled, { own, target, level })!,
  )
  const sum = near!.steps.reduce((all, { value }) => all + value, 0)
  expect(sum).toBeCloseTo(total - near!.from, 9)
  near!.steps.forEach(({ value }, at) => {
    expect(value).toBeCloseTo(whole!.steps[at]!.value / 2, 9)
  })
  expect(gapToTarget(compiled, { own, target: total - 1, level })).toBeUndefined()
})

test('where nobody answered, all of the gap to a target is the unanswered', () => {
  const compiled = compileMethod(oneQuestion)
  const own = gapGroup(compiled, [contact(undefined), contact(undefined)], draws())
  const gap = gapToTarget(compiled, { own, target: 80, level })!
  expect(gap.steps[0]).toMatchObject({ kind: 'unanswered', value: -80 })
})

test('a step’s interval holds it, and there is none from single contacts', () => {
  const method = smallMethod()
  const random = seededRandom(8)
  const [one, other] = [randomContacts(method, 25, random), randomContacts(method, 25, random)]
  for (const { value, interval } of gapOf(method, one, other, 400).steps) {
    expect(interval![0]).toBeLessThanOrEqual(value + 1e-9)
    expect(interval![1]).toBeGreaterThanOrEqual(value - 1e-9)
  }
  expect(gapOf(method, one.slice(0, 1), other, 400).steps[0]!.interval).toBeNull()
})

test('a class is its participants’ contacts together', () => {
  const method = smallMethod()
  const compiled = compileMethod(method)
  const random = seededRandom(5)
  const parts = [randomContacts(method, 12, random), randomContacts(method, 9, random)]
  const together = totalOf(gapGroup(compiled, parts.flat(), draws()).sums)!
  expect(totalOf(pooled(parts.map((part) => gapGroup(compiled, part, draws()))).sums)).toBeCloseTo(
    together,
    9,
  )
})
