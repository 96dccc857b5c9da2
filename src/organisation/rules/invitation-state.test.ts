import { expect, test } from 'vitest'
import { invitationState } from './invitation-state.ts'

const now = new Date('2027-03-01T08:00:00Z')
const before = new Date('2027-02-28T08:00:00Z')
const after = new Date('2027-03-02T08:00:00Z')
const dates = { expiresAt: after, acceptedAt: null, revokedAt: null }

test('an invitation is open until its last moment, and expired at it', () => {
  expect(invitationState(dates, now)).toBe('open')
  expect(invitationState({ ...dates, expiresAt: now }, now)).toBe('expired')
})

test('an accepted invitation stays accepted after its time', () => {
  expect(invitationState({ ...dates, expiresAt: before, acceptedAt: before }, now)).toBe('accepted')
})

test('a withdrawn invitation stays withdrawn after its time', () => {
  expect(invitationState({ ...dates, expiresAt: before, revokedAt: before }, now)).toBe('revoked')
})
