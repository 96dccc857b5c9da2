import { expect, test } from 'vitest'
import { translator } from '../i18n/define-texts.ts'
import { designTexts } from '../i18n/design.ts'
import { type CheckedField, notBlank, textOfFault } from './validity.ts'

type Fault = keyof CheckedField['validity']

function told(fault: Fault | 'none', more: Partial<CheckedField> = {}, language: 'nb' | 'nn' | 'en' = 'nb') {
  const none = { valueMissing: false, badInput: false, typeMismatch: false, rangeUnderflow: false }
  const others = { rangeOverflow: false, stepMismatch: false, tooShort: false }
  const field: CheckedField = {
    ...{ type: 'text', min: '', max: '', step: '', minLength: -1, title: '' },
    ...more,
    validity: { ...none, ...others, ...(fault === 'none' ? {} : { [fault]: true }) },
  }
  return textOfFault(field, translator(designTexts, language), (value) => `<${value}>`)
}

test.each([
  [told('valueMissing'), 'Fyll ut dette feltet'],
  [told('valueMissing', { type: 'select-one' }), 'Velg ett av alternativene'],
  [told('valueMissing', { type: 'checkbox' }, 'nn'), 'Kryss av her for å gå vidare'],
  [told('valueMissing', { type: 'number' }, 'nn'), 'Skriv eit tal'],
  [told('badInput', { type: 'date' }), 'Skriv en dato'],
  [told('typeMismatch', { type: 'email' }), 'Skriv en e-postadresse, som navn@firma.com'],
  [told('rangeUnderflow', { type: 'number', min: '1' }), 'Det minste du kan skrive her, er <1>'],
  [told('rangeOverflow', { type: 'date', max: '2027-05-17' }), 'Skriv <2027-05-17> eller tidligere'],
  [told('stepMismatch', { type: 'number', step: '1' }), 'Skriv et helt tall'],
  [told('stepMismatch', { type: 'number', step: '0.5' }, 'en'), 'Write a number in steps of <0.5>'],
  [told('stepMismatch', { type: 'number' }), 'Skriv et helt tall'],
  [told('stepMismatch', { type: 'time', step: '900' }), 'Skriv et klokkeslett på hele <15> minutter'],
  [told('tooShort', { minLength: 3 }), 'Skriv minst 3 tegn'],
  [told('none', { title: 'Et tall med to desimaler' }), 'Et tall med to desimaler'],
  [told('none', { pattern: notBlank.pattern }, 'nn'), 'Fyll ut dette feltet'],
  [told('none'), 'Skriv det slik feltet ber om'],
])('%s', (said, wanted) => {
  expect(said.replaceAll('\u00a0', ' ')).toBe(wanted)
})

test.each([
  ['', false],
  ['   ', false],
  [' Kari ', true],
])('a field that must say something, with "%s"', (value, fine) => {
  expect(new RegExp(`^(?:${notBlank.pattern})$`, 'v').test(value)).toBe(fine)
})
