import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  formatChange,
  formatClock,
  formatDate,
  formatInstant,
  formatInterval,
  formatNumber,
  formatPercent,
  formatTimes,
  formatWeekday,
} from './format.ts'
import { languages } from './localized.ts'

const space = '\u00a0'

test('a figure has a decimal comma and a no-break space in Norwegian', () => {
  expect(formatNumber(88.34, 'nb', 1)).toBe('88,3')
  expect(formatNumber(4319, 'nb')).toBe(`4${space}319`)
  expect(formatNumber(4319, 'nn')).toBe(`4${space}319`)
  expect(formatNumber(4319.5, 'en')).toBe('4,319.5')
})

test('a share is written with a space before the percent sign in Norwegian, without in English', () => {
  expect(formatPercent(0.0541, 'nb', 1)).toBe(`5,4${space}%`)
  expect(formatPercent(0.0541, 'en', 1)).toBe('5.4%')
})

test('a change shows its sign, with a true minus', () => {
  expect(formatChange(4.1, 'nb')).toBe('+4,1')
  expect(formatChange(-0.6, 'nb')).toBe('\u22120,6')
  expect(formatChange(0, 'nb')).toBe('0,0')
})

test('an interval never reads like a subtraction', () => {
  expect(formatInterval(82.1, 93, 'nb')).toBe('82,1\u201393,0')
  expect(formatInterval(-0.6, 1.2, 'nb')).toBe('\u22120,6 til 1,2')
})

test('dates and times are those of each language', () => {
  expect(formatDate('2027-05-17', 'nb')).toBe(`17.${space}mai${space}2027`)
  expect(formatDate('2027-05-17', 'en')).toBe(`17${space}May${space}2027`)
  // Half past midnight in Oslo is still the day before in London.
  expect(formatDate('2027-05-16T22:30:00.000Z', 'nb')).toBe(`17.${space}mai${space}2027`)
  expect(formatWeekday('2027-05-18', 'nb')).toBe('tirsdag')
  expect(formatWeekday('2027-05-18', 'nn')).toBe('tysdag')
  expect(formatTimes('09:00', '15:00', 'nb')).toBe('09.00\u201315.00')
})

test('an instant is told on the Norwegian clock, summer and winter', () => {
  expect(formatInstant('2027-05-17T07:04:00Z', 'nb')).toBe(`17.${space}mai${space}2027 kl.${space}09.04`)
  expect(formatInstant('2027-01-17T07:04:00Z', 'en')).toBe(`17${space}January${space}2027, 08:04`)
})

test('a running clock shows minutes and seconds', () => {
  expect(formatClock(161)).toBe('2:41')
  expect(formatClock(3700)).toBe('1:01:40')
})

test('no language writes a figure that can break over two lines', () => {
  fc.assert(
    fc.property(fc.integer(), fc.constantFrom(...languages), (value, language) => {
      expect(formatNumber(value, language)).not.toMatch(/[ -]/)
    }),
  )
})
