import { expect, test } from 'vitest'
import { isAccountNumber, isOrganisationNumber, trapOf } from './not-a-phone.ts'

const trap = (before: string, raw: string, after = '', begins = false) =>
  trapOf({ raw, digits: raw.replace(/\D/g, ''), before, after, begins })

test.each([
  ['Org.nr. ', '974 760 673', '', 'organisationNumber'],
  ['CVR ', '12345678', '', 'organisationNumber'],
  ['Company number ', '2290665', '', 'organisationNumber'],
  ['VAT Number: ', '664509028', '', 'taxNumber'],
  ['MVA-nummer: NO ', '974760674', '', 'taxNumber'],
  ['Kontonr. ', '1503 12 34567', '', 'accountNumber'],
  ['', '0155', ' Oslo', 'postalCode'],
  ['Publisert ', '12.09.2024', '', 'date'],
  ['© ', '2010-2024', '', 'years'],
  ['Mandag ', '10.00 - 19.00', '', 'openingHours'],
  ['Pris ', '12 345 678', ',-', 'price'],
  ['Varenr. ', '22334455', '', 'product'],
  ['', '22334455', ' kunder', 'quantity'],
  ['', '59.91394', '', 'coordinates'],
])('«%s%s%s» is not a telephone number: %s', (before, raw, after, expected) => {
  expect(trap(before, raw, after)).toBe(expected)
})

test('a telephone number is caught by no trap', () => {
  expect(trap('Telefon: ', '22 33 44 55')).toBeUndefined()
  expect(trap('Ring oss på ', '815 00 000', ' hverdager')).toBeUndefined()
})

test.each([
  ' MVA | Telefon: ',
  ' MVA · Nås på ',
  'Alle priser er inkl. mva. Ring ',
  'Priser ekskl. mva. Nås på ',
  'Feil på vatn? Nås på ',
])('the number after «%s» is no tax number', (before) => {
  expect(trap(before, '22 33 44 55')).toBeUndefined()
})

test('five digits before a capital are a postcode, unless a word for a telephone stands before them', () => {
  expect(trap('Mannerheimveien 1, ', '02700', ' Kauniainen')).toBe('postalCode')
  expect(trap('Telefon ', '02000', ' Åpent 8–16')).toBeUndefined()
  expect(trap('Telefon: ', '02700', ' Kauniainen', true)).toBe('postalCode')
})

test('the check digits of organisation and account numbers are reckoned by modulus 11', () => {
  expect(isOrganisationNumber('974760673')).toBe(true)
  expect(isOrganisationNumber('974760674')).toBe(false)
  expect(isAccountNumber('86011117947')).toBe(true)
  expect(isAccountNumber('86011117948')).toBe(false)
})
