import { expect, test } from 'vitest'
import type { Found } from '../contract.ts'
import {
  differencesOf,
  emptyFound,
  noChannels,
  overrides,
  plannedChannels,
  proposeChannels,
  standingOf,
} from './settled-channels.ts'

const number = (e164: string) => ({ number: e164.slice(3), e164, label: '' })
const found: Found = {
  ...emptyFound,
  phone: [number('+4722334455'), number('+4781500000')],
  email: ['post@firma.no'],
  chat: [{ vendor: 'Kindly' }],
  evidence: [
    { kind: 'chat', value: 'Kindly', verdict: 'used', snippet: '', url: 'https://firma.no/kontakt' },
  ],
  pages: ['https://firma.no/'],
}
const check = (round: 1 | 2, seen: Found, outcome: 'read' | 'failed' = 'read') => ({
  round,
  outcome,
  found: seen,
})

test('a chat that is found only the second time is a difference', () => {
  expect(differencesOf({ ...found, chat: [] }, found)).toEqual(['chat'])
})

test('the same numbers in another order are no difference', () => {
  expect(differencesOf(found, { ...found, phone: found.phone.toReversed() })).toEqual([])
})

test('a form that has moved to another address is no difference', () => {
  expect(
    differencesOf({ ...found, contactForm: true }, { ...found, contactForm: 'https://firma.no/kontakt' }),
  ).toEqual([])
})

test('the first number and the page of the chat are suggested', () => {
  expect(proposeChannels(found)).toEqual({
    phone: '22334455',
    email: 'post@firma.no',
    contactForm: null,
    chat: 'https://firma.no/kontakt',
    messenger: null,
  })
})

test('a form alone is the e-mail channel of the plan', () => {
  expect(
    plannedChannels({
      ...noChannels,
      contactForm: 'https://firma.no/kontakt',
      messenger: 'https://m.me/firma',
    }),
  ).toEqual(['email', 'messenger'])
})

test.each([
  ['unchecked', []],
  ['once', [check(1, found)]],
  ['agreed', [check(1, found), check(2, found)]],
  ['different', [check(1, { ...found, email: [] }), check(2, found)]],
  ['failed', [check(1, found), check(2, emptyFound, 'failed')]],
] as const)('a participant is %s by its checks', (state, checks) => {
  expect(standingOf({ withdrawn: false, confirmed: false, checks }).state).toBe(state)
})

test('what a person has confirmed stands, also when the checks differ; the difference is still shown', () => {
  const checks = [check(1, { ...found, email: [] }), check(2, found)]
  expect(standingOf({ withdrawn: false, confirmed: true, checks })).toEqual({
    state: 'confirmed',
    differences: ['email'],
  })
})

test('an empty text and nothing are the same decision', () => {
  expect(overrides({ ...noChannels, phone: '' }, noChannels)).toBe(false)
  expect(overrides({ ...noChannels, phone: '02000' }, noChannels)).toBe(true)
})
