import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readNumber, readNumbers } from './read-number.ts'

test.each([
  ['22 33 44 55', '+4722334455'],
  ['815 24 711', '+4781524711'],
  ['800 33 400', '+4780033400'],
  ['+47 22 33 44 55', '+4722334455'],
  ['0047 22334455', '+4722334455'],
  ['(+47) 22 33 44 55', '+4722334455'],
  ['22 33 44 55', '+4722334455'],
])('%s is read as people write numbers in Norway', (raw, e164) => {
  expect(readNumber(raw, ['NO'], false)?.e164).toBe(e164)
})

test('a five-digit number is short: it has no E.164 form, and needs a word that says it is a telephone', () => {
  expect(readNumber('02000', ['NO'], true)).toEqual({ number: '02000', e164: null, country: 'NO' })
  expect(readNumber('02000', ['NO'], false)).toBeUndefined()
})

test.each([
  ['+49 (0) 99 73 84 59 – 0', ['DE'], '+49997384590'],
  ['0731 / 153 87-0', ['DE'], '+49731153870'],
  ['08-555 123 00', ['SE'], '+46855512300'],
  ['(301) 968-4290', ['US'], '+13019684290'],
  ['1-800-433-0038', ['US'], '+18004330038'],
  ['020 7424 2800', ['GB'], '+442074242800'],
] as const)('%s is read as people write numbers there', (raw, countries, e164) => {
  expect(readNumber(raw, countries, true)?.e164).toBe(e164)
})

test('a Swedish organisation number lacks the leading zero and is no telephone number', () => {
  expect(readNumber('559214-8786', ['SE'], true)).toBeUndefined()
})

test('two numbers with a stroke between are two', () => {
  expect(readNumbers('22 33 44 55 / 99 88 77 66', ['NO'], true).map((n) => n.e164)).toEqual([
    '+4722334455',
    '+4799887766',
  ])
})

test('every Norwegian landline is found again however it is spaced', () => {
  const local = fc.integer({ min: 21_000_000, max: 39_999_999 }).map(String)
  const spaced = fc.constantFrom('$1 $2 $3 $4', '$1$2 $3$4', '+47 $1 $2 $3 $4', '$1$2$3$4')
  fc.assert(
    fc.property(local, spaced, (digits, shape) => {
      const raw = digits.replace(/(..)(..)(..)(..)/, shape)
      const read = readNumber(raw, ['NO'], true)
      return read === undefined || read.e164 === `+47${digits}`
    }),
  )
})
