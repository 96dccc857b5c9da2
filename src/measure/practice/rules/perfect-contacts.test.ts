import { expect, test } from 'vitest'
import { closestContacts, perfectContacts } from './perfect-contacts.ts'

const contacts = [100, 97, 100, 92, 95, 91, 80].map((score, at) => ({
  contactId: `c${at}`,
  number: at,
  date: `2026-01-0${at + 1}`,
  score,
}))

test('the perfect ones, newest first; the closest ones only where none is perfect', () => {
  expect(perfectContacts(contacts).map(({ number }) => number)).toEqual([2, 0])
  expect(closestContacts(contacts)).toEqual([])
  expect(closestContacts(contacts.filter(({ score }) => score < 100)).map(({ score }) => score)).toEqual([
    97, 95, 92,
  ])
  expect(closestContacts(contacts.slice(-1))).toEqual([])
})
