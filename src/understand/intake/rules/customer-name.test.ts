import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { customerName } from './customer-name.ts'

describe('the same customer, however written, has one name', () => {
  test.each([
    [
      ['kari@eksempel.no', ' KARI@Eksempel.NO ', 'Kari N <kari@eksempel.no>', 'mailto:kari@eksempel.no'],
      'e:kari@eksempel.no',
    ],
    [
      ['22225555', '22 22 55 55', '+47 22 22 55 55', '0047 22225555', 'tel:+4722225555', '(+47) 222 25 555'],
      'p:+4722225555',
    ],
    [['+46 8 123 456 78', '0046812345678'], 'p:+46812345678'],
    [['K-1001', 'k 1001', 'K1001'], 'n:K1001'],
  ])('%j', (spellings, name) => {
    expect(spellings.map((spelling) => customerName(spelling))).toEqual(spellings.map(() => name))
  })
})

test('eight digits that are no telephone number are a customer number', () => {
  expect(customerName('10000001')).toBe('n:10000001')
})

test('a source may say what its column holds', () => {
  expect(customerName('22225555', 'number')).toBe('n:22225555')
  expect(customerName('kari at eksempel', 'email')).toBe('n:KARIATEKSEMPEL')
})

test('nobody is nobody', () => {
  for (const blank of ['', '  ', '\u00a0', '---']) expect(customerName(blank)).toBeUndefined()
})

test('whatever is written, the answer is one name or none, and the name of a name with its kind is itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (written) => {
      const name = customerName(written)
      if (name === undefined) return
      expect(name).toMatch(/^[epn]:./u)
      expect(customerName(` ${written}  `)).toBe(name)
    }),
  )
})
