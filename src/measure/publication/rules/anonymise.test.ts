import { expect, test } from 'vitest'
import { sampleEdition } from '../../reports/rules/testing/sample-edition.ts'
import { resultsOfContacts } from '../../results/rules/gather-contacts.ts'
import { mergedClass, openContacts } from './anonymise.ts'

const { method, contacts, results } = sampleEdition({
  participants: 14,
  classes: 4,
  contacts: 6,
  resamples: 100,
})

test('nobody’s name, comment or number is left when only winners are named', () => {
  const open = openContacts(method, contacts, () => false)
  const text = JSON.stringify(open.contacts.map(({ participant, class: name }) => [participant, name]))
  for (const { participant } of results.participants) expect(text).not.toContain(participant)
  expect(new Set(open.contacts.map(({ participant }) => participant)).size).toBe(14)
  expect(open.contacts.map(({ number }) => number)).toEqual(contacts.map((_, at) => at + 1))
  expect(open.isUnchanged).toBe(false)
})

test('a small class in which somebody is hidden is merged, and the method knows the new class', () => {
  const open = openContacts(method, contacts, () => false)
  const classes = new Set(open.contacts.map((contact) => contact.class))
  expect(classes).toContain(mergedClass)
  for (const name of classes) expect(open.method.classes).toContain(name)
})

test('the figures stay: the same totals come out, under other names', () => {
  const open = openContacts(method, contacts, () => false)
  const again = resultsOfContacts(open.method, open.contacts)
  const totals = (list: typeof results.participants) => list.map(({ totalResult }) => totalResult).toSorted()
  expect(totals(again.participants)).toEqual(totals(results.participants))
  expect(again.all.totalResult).toBeCloseTo(results.all.totalResult!, 9)
})

test('with everybody named nothing is changed but the numbers', () => {
  const open = openContacts(method, contacts, () => true)
  expect(open.isUnchanged).toBe(true)
  expect(resultsOfContacts(open.method, open.contacts)).toEqual(results)
})
