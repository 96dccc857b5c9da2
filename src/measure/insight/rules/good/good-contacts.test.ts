import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../../../kernel/random.ts'
import { compileMethod } from '../../../results/rules/compiled-form.ts'
import { smallMethod } from '../../../results/rules/testing/small-method.ts'
import type { InsightContact } from '../insight-contact.ts'
import { insightContact } from '../testing/contacts.ts'
import { formDifferences, pairedDifference } from './form-differences.ts'
import { goodContacts } from './good-contacts.ts'

const method = smallMethod()
const compiled = compileMethod(method)
const best = { greeting: 'o0', solution: 'o0', advice: 'o0', nps: '9' }
const contact = (changes: Partial<InsightContact>) => insightContact(method, { answers: best, ...changes })

describe('good contacts', () => {
  test('with a full score every question is at its best, and the others lack what they lack', () => {
    const people = ['P', 'Q', 'R'].flatMap((participant) => [
      contact({ participant, contactId: `${participant} full` }),
      contact({ participant, answers: { ...best, advice: 'o2' } }),
      contact({ participant, answers: { ...best, advice: 'o2', greeting: 'o1' } }),
      insightContact(method, { participant }),
    ])
    const [full, high] = goodContacts(compiled, people, 0.95)
    expect(full).toMatchObject({ from: 100, n: 3, of: 9, participants: 3, bands: ['=100'] })
    expect(full!.performances[0]).toMatchObject({
      question: 'advice',
      good: 3,
      goodOf: 3,
      rest: 0,
      restOf: 6,
    })
    expect(full!.performances.find(({ question }) => question === 'greeting')).toMatchObject({
      rest: 3,
      restOf: 6,
    })
    expect(full!.oneStep).toEqual([{ question: 'advice', count: 3 }])
    expect(full!.examples.map(({ contactId }) => contactId)).toEqual(['P full', 'Q full', 'R full'])
    expect(high).toMatchObject({ from: 80, n: 3, of: 9, oneStep: [] })
  })

  test('not applicable is neither at its best nor not', () => {
    const people = [contact({}), contact({ answers: { ...best, advice: 'na', greeting: 'o2' } })]
    const [full] = goodContacts(compiled, people, 0.95)
    expect(full!.performances.map(({ question }) => question)).toEqual(['greeting', 'solution'])
  })

  test('without a good one there is nothing to compare', () => {
    const [full] = goodContacts(compiled, [contact({ answers: { ...best, solution: 'o2' } })], 0.95)
    expect(full).toMatchObject({ n: 0, performances: [], examples: [] })
  })
})

describe('phone against written', () => {
  test('80 and 60, 70 and 60, 90 and 75: 15 ± 12.4', () => {
    const pairs = [
      { phone: 80, written: 60 },
      { phone: 70, written: 60 },
      { phone: 90, written: 75 },
    ]
    const { difference, interval } = pairedDifference(pairs, 0.95)
    expect(difference).toBeCloseTo(15, 9)
    expect(interval![1] - 15).toBeCloseTo(12.42, 2)
  })

  test('a difference between participants is not one between forms', () => {
    const random = seededRandom(3)
    const people = Array.from({ length: 8 }, (_, at) => at).flatMap((at) =>
      (['phone', 'chat'] as const).flatMap((channel) =>
        Array.from({ length: 4 }, () =>
          contact({
            participant: `P${at}`,
            channel,
            answers: {
              ...best,
              // Half the participants greet badly on both, and all give worse advice in writing.
              greeting: at % 2 === 0 ? 'o2' : 'o0',
              advice: channel === 'chat' && random() < 0.7 ? 'o2' : 'o0',
            },
          }),
        ),
      ),
    )
    const found = formDifferences(compiled, people, 0.95)
    expect(found[0]).toMatchObject({ question: 'advice', participants: 8, stands: true })
    expect(found.find(({ question }) => question === 'greeting')).toMatchObject({
      difference: 0,
      interval: null,
      stands: false,
    })
    expect(formDifferences(compiled, people.slice(0, 32), 0.95)).toEqual([])
  })
})
