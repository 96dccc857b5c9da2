import { expect, test } from 'vitest'
import { purposeOfAddress, purposeOfLocalPart } from './email-purpose.ts'

test.each([
  ['presse@firma.no', 'press'],
  ['jobb@firma.no', 'jobs'],
  ['personvern@firma.no', 'privacy'],
  ['webmaster@firma.no', 'web'],
  ['noreply@firma.no', 'automatic'],
  ['faktura@firma.no', 'investor'],
  ['annonse@avis.no', 'advertising'],
  ['kundeservice@firma.no', 'customer'],
  ['post@firma.no', 'general'],
  ['kari.nordmann@firma.no', 'person'],
] as const)('%s is for %s', (address, purpose) => {
  expect(purposeOfLocalPart(address)).toBe(purpose)
})

test('a short label speaks louder than the address', () => {
  expect(purposeOfAddress('kundeservice@firma.no', 'Kundesenter bedrift:')).toBe('business')
  expect(purposeOfAddress('info@firma.no', 'Kundeservice')).toBe('customer')
})
