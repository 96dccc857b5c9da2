import { expect, test } from 'vitest'
import { referenceMethod as method } from '../../edition/rules/reference/reference-method.ts'
import type { MeasuredContact } from './figure-values.ts'
import { bestOption, draftOf, missedContacts, trainedValue } from './standards.ts'

const listened = method.questions.find(({ id }) => id === 'listened')!
const best = bestOption(listened).id
const worst = listened.options.toSorted((a, b) => a.points - b.points)[0]!.id
const contact = (number: number, answer: string, channel = 'phone'): MeasuredContact => ({
  contactId: `c${number}`,
  number,
  date: `2026-01-${String(number).padStart(2, '0')}`,
  channel,
  answered: true,
  score: 50,
  areas: {},
  answers: { listened: answer },
})

test('a draft says what the method says, and no more', () => {
  const draft = draftOf(listened)
  expect(draft.asks).toEqual(listened.text)
  expect(draft.best).toEqual(bestOption(listened).label)
  expect(draft.help).toBeUndefined()
})

test('the five latest contacts without the best answer, newest first', () => {
  const contacts = Array.from({ length: 8 }, (_, at) => contact(at + 1, at === 7 ? best : worst))
  expect(missedContacts(listened, contacts).map(({ number }) => number)).toEqual([7, 6, 5, 4, 3])
  expect(missedContacts(listened, contacts, 'chat')).toEqual([])
  expect(missedContacts(listened, [contact(1, 'na')])).toEqual([])
})

test('a training is seen in the contacts on its channels where one of its questions was met', () => {
  const training = { questions: ['listened', 'findNeed'], channels: ['phone'] }
  expect(trainedValue(method, training, contact(1, best))).toBe(100)
  expect(trainedValue(method, training, contact(1, best, 'chat'))).toBeUndefined()
  expect(trainedValue(method, training, contact(1, 'na'))).toBeUndefined()
})
