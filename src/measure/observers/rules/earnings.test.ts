import { expect, test } from 'vitest'
import { amountFor, type EarnedContact, earningsOf, unpaidLines } from './earnings.ts'

const rates = {
  phone: { answered: 9500, unanswered: 4000 },
  email: { answered: 8000, unanswered: 3000 },
  chat: { answered: 9000, unanswered: 4000 },
  messenger: { answered: 9000, unanswered: 4000 },
}
const contact: EarnedContact = {
  contactId: 'c1',
  observerId: 'o1',
  observer: 'Aud',
  number: 1,
  participant: 'Fjordlinja',
  channel: 'phone',
  answered: true,
  on: '2026-11-10',
}

test('an unanswered call pays its own rate', () => {
  expect(amountFor(rates, 'phone', false)).toBe(4000)
})

test('approved contacts and extras are lines of their own, oldest first', () => {
  const extra = {
    ...contact,
    extraId: 'e1',
    kind: 'correction' as const,
    amountOre: -9500,
    text: 'Feil',
    on: '2026-11-01',
  }
  const lines = unpaidLines(
    [contact, { ...contact, contactId: 'c2', channel: 'email', answered: false }],
    [extra],
    rates,
  )
  expect(lines.map(({ amountOre }) => amountOre)).toEqual([-9500, 9500, 3000])
  expect(earningsOf(lines)).toEqual({ contacts: 2, unpaidOre: 3000, paidOre: 0 })
  expect(earningsOf([{ ...lines[1]!, run: 1 }])).toEqual({ contacts: 1, unpaidOre: 0, paidOre: 9500 })
})

test('without rates a contact is a line without an amount', () => {
  expect(unpaidLines([contact], [], null)[0]!.amountOre).toBe(0)
})
