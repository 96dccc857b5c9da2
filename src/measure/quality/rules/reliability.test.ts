import { expect, test } from 'vitest'
import { contactsForReliability, type Facets, reliabilityOf } from './reliability.ts'

const none = { participant: 0, participantChannel: 0, channel: 0, observer: 0, scenario: 0, rest: 0 }
const oneEach: Facets = {
  contacts: 1,
  channelWeight: 1,
  observersEach: 1,
  scenariosEach: 1,
  observers: 1000,
  scenarios: 1000,
}

test('Shrout and Fleiss: one judge 0.29, the mean of four 0.62', () => {
  const variances = { ...none, participant: 2.556, observer: 5.244, rest: 1.019 }
  expect(reliabilityOf(variances, oneEach, 1)).toBeCloseTo(0.29, 2)
  expect(reliabilityOf(variances, oneEach, 4)).toBeCloseTo(0.62, 2)
})

test('participants spread by 8 points and contacts by 20: 25 contacts give 0.8, and no fewer do', () => {
  const variances = { ...none, participant: 64, rest: 400 }
  expect(reliabilityOf(variances, oneEach, 25)).toBeCloseTo(0.8, 12)
  expect(contactsForReliability(variances, oneEach, 0.8)).toBe(25)
})

test('what few observers do to everybody alike is not cured by more contacts', () => {
  const variances = { ...none, participant: 64, observer: 40, rest: 400 }
  expect(contactsForReliability(variances, { ...oneEach, observers: 2 }, 0.8)).toBeNull()
  expect(contactsForReliability(none, oneEach, 0.8)).toBeNull()
})
