import { expect, test } from 'vitest'
import { contactsInConflict } from './conflict-contacts.ts'

test('what is still to be made is told apart from what is made; names without regard to letter case', () => {
  const contact = { observerId: 'o1', participant: 'Nordlys Kraft', state: 'assigned' } as const
  const contacts = [
    contact,
    { ...contact, state: 'planned' },
    { ...contact, state: 'approved' },
    { ...contact, state: 'excluded' },
    { ...contact, observerId: 'o2' },
    { ...contact, participant: 'Kystbuss' },
  ] as const
  expect(contactsInConflict(contacts, { observerId: 'o1', participant: 'nordlys  kraft' })).toEqual({
    ahead: 2,
    made: 1,
  })
})
