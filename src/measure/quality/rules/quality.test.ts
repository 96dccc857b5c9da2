import { expect, test } from 'vitest'
import { addDays } from '../../../kernel/calendar.ts'
import { randomInteger, seededRandom, shuffled } from '../../../kernel/random.ts'
import { referenceMethod } from '../../edition/rules/reference/reference-method.ts'
import { compileMethod } from '../../results/rules/compiled-form.ts'
import { scoreSubmission } from '../../results/rules/score-submission.ts'
import type { QualityContact } from './contact.ts'
import { normal } from './normal.ts'
import { qualityOf } from './quality.ts'

const compiled = compileMethod(referenceMethod)
const channels = ['phone', 'phone', 'email', 'chat'] as const

/** Twelve companies in two classes; the first observer is severe, the second lenient. */
function season(severity = 0.9): QualityContact[] {
  const random = seededRandom('quality')
  return Array.from({ length: 12 * 24 }, (_, at) => {
    const who = at % 12
    const observer = randomInteger(random, 6)
    const channel = channels[Math.floor(at / 12) % 4]!
    const form = compiled.forms.get(channel)!
    const quality =
      0.1 * who + 0.8 * normal(random) + (observer === 0 ? -severity : observer === 1 ? severity : 0)
    const answers = Object.fromEntries(
      form.questions.map(({ id, optionIds, points }) => {
        const order = [...optionIds].sort(
          (a, b) => points[optionIds.indexOf(b)]! - points[optionIds.indexOf(a)]!,
        )
        const step = Math.floor(((1.6 - quality - 0.5 * normal(random)) / 3.2) * order.length)
        return [id, order[Math.max(0, Math.min(order.length - 1, step))]!]
      }),
    )
    const answered = random() > 0.1
    const outcome = scoreSubmission(form, { answered, answers })
    if (outcome.kind !== 'scored') throw new Error('a whole form has a score')
    return {
      participantId: `id${who}`,
      participant: `Company ${who}`,
      class: who < 6 ? 'A' : 'B',
      channel,
      scenario: `s${at % 5}`,
      observerId: `o${observer}`,
      observer: `Observer ${observer}`,
      date: addDays(referenceMethod.calendar.start, Math.floor(at / 4)),
      answered,
      score: outcome.score,
      answers: answered ? answers : {},
    }
  })
}

const contacts = season()
const pairs = contacts
  .filter(({ channel, answered }) => channel === 'email' && answered)
  .map(({ channel, answers }) => ({ channel, first: answers, second: answers }))
const quality = qualityOf({ method: referenceMethod, contacts, pairs })

test('the shares of the variance sum to 1, and each lies in its interval or close to it', () => {
  const { components, reliability } = quality.variance!
  expect(components.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
  for (const { interval } of components) expect(interval![0]).toBeLessThanOrEqual(interval![1])
  expect(reliability).toHaveLength(1)
  const { value, curve, needed } = reliability[0]!
  expect(value).toBeGreaterThan(0)
  expect(curve.map((point) => point.value)).toEqual(
    curve.map((point) => point.value).toSorted((a, b) => a - b),
  )
  if (needed !== null) expect(needed).toBeGreaterThan(0)
})

test('the severe and the lenient observer are found, and nobody else is called either', () => {
  const verdicts = Object.fromEntries(quality.observers.map(({ name, verdict }) => [name, verdict]))
  expect(verdicts['Observer 0']).toBe('severe')
  expect(verdicts['Observer 1']).toBe('lenient')
  expect(Object.values(verdicts).filter((verdict) => verdict === 'unclear')).toHaveLength(4)
})

test('who met the severe observer gains when observers are taken out, and all are still there', () => {
  expect(quality.adjusted).toHaveLength(12)
  const sum = (part: 'total' | 'adjusted') => quality.adjusted.reduce((all, one) => all + one[part], 0) / 12
  expect(Math.abs(sum('total') - sum('adjusted'))).toBeLessThan(3)
})

test('two people who answered the same agree fully', () => {
  expect(quality.agreement.total).toMatchObject({ alpha: 1, agreed: 1, units: pairs.length })
  for (const { alpha } of quality.agreement.questions) expect(alpha === null || alpha === 1).toBe(true)
})

test('the order of the contacts changes no figure', () => {
  const again = qualityOf({ method: referenceMethod, contacts: shuffled(contacts, seededRandom(3)), pairs })
  expect(again).toEqual(quality)
})

test('other names for the observers change no verdict and no variance', () => {
  const renamed = contacts.map((contact) => ({
    ...contact,
    observerId: `x${9 - Number(contact.observerId[1])}`,
  }))
  const other = qualityOf({ method: referenceMethod, contacts: renamed, pairs: [] })
  const verdicts = (list: typeof quality.observers) =>
    list.map(({ name, verdict }) => `${name} ${verdict}`).sort()
  expect(verdicts(other.observers)).toEqual(verdicts(quality.observers))
  const shares = (one: typeof quality) => one.variance!.components.map(({ share }) => Math.round(share * 1e6))
  expect(shares(other)).toEqual(shares(quality))
})

test('a few contacts tell nothing, and nothing is said', () => {
  const few = qualityOf({ method: referenceMethod, contacts: contacts.slice(0, 10), pairs: [] })
  expect(few).toMatchObject({ variance: null, observers: [], adjusted: [], season: null })
  expect(few.agreement).toMatchObject({ pairs: 0, total: null, questions: [] })
})
