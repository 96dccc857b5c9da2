import { expect, test } from 'vitest'
import { changeOf } from './shift-change.ts'

const first = new Date('2027-03-01T10:00:00Z')
const later = new Date('2027-03-03T10:00:00Z')

test('a shift as it was first published is not marked; later ones say what has become of them', () => {
  const kept = { sequence: 0, cancelled: false, changedAt: first }
  expect(changeOf(kept, first)).toBeNull()
  expect(changeOf({ ...kept, changedAt: later }, first)).toBe('added')
  expect(changeOf({ ...kept, sequence: 2, changedAt: later }, first)).toBe('changed')
  expect(changeOf({ ...kept, sequence: 1, cancelled: true, changedAt: later }, first)).toBe('cancelled')
})

test('without a publication there is nothing to compare with', () => {
  expect(changeOf({ sequence: 3, cancelled: true, changedAt: later }, undefined)).toBeNull()
})
