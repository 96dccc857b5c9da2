import { expect, test } from 'vitest'
import { standsAsShortNumber } from './short-number.ts'

const stands = (before: string, raw: string, after = '', heading = '') =>
  standsAsShortNumber({ raw, before, after, heading })

test.each([
  ['Privatkunder: ', '09575', '', ''],
  ['Privat ', '09575', ', hverdager 8–16', ''],
  ['For bedrifter: ', '05701', '', ''],
  ['Privat og bedrift: ', '05700', '', ''],
  ['', '05700', '', 'Ring oss'],
  ['Hovednummer: ', '05700', ' (08–16)', 'Telefon'],
])('«%s%s%s» under «%s» is a telephone number', (before, raw, after, heading) => {
  expect(stands(before, raw, after, heading)).toBe(true)
})

test.each([
  ['Privatkunder: ', '19575', '', ''],
  ['Avdeling ', '05700', '', 'Om oss'],
  ['Privatlån fra ', '05700', '', ''],
  ['Privat ', '05700', ' kroner', ''],
  ['', '05700', ' medlemmer', 'Ring oss'],
  ['Vi svarer på alt du lurer på, og flere til: ', '05700', '', 'Ring oss'],
  ['', '05700', '', 'Telefonabonnement'],
])('«%s%s%s» under «%s» is none', (before, raw, after, heading) => {
  expect(stands(before, raw, after, heading)).toBe(false)
})
