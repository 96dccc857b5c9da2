import { expect, test } from 'vitest'
import { addsUp } from './reconcile.ts'

const delivered = { read: 10, landed: 4, known: 3, changed: 1, refused: 2, contacts: 9.3 }

test('it adds up when every row that was read is accounted for and what came is there', () => {
  expect(addsUp(delivered, { rows: 4, contacts: 0.1 + 9.2 })).toBe(true)
})

test('a row that nobody knows of, and a contact too many, are seen', () => {
  expect(addsUp({ ...delivered, read: 11 }, { rows: 4, contacts: 9.3 })).toBe(false)
  expect(addsUp(delivered, { rows: 5, contacts: 9.3 })).toBe(false)
  expect(addsUp(delivered, { rows: 4, contacts: 10.3 })).toBe(false)
})

test('a tally has fewer rows than presses', () => {
  expect(addsUp(delivered, { rows: 1, contacts: 9.3 }, 'tally')).toBe(true)
})
