import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { identifiersIn } from '../../../../masking/rules/testing/holds-identifier.ts'
import * as valid from '../../../../masking/rules/testing/identifiers.ts'
import { maskAtTheDoor } from './mask-text.ts'
import { ordinarySentences } from './testing/ordinary-sentences.ts'
import { triedExamples } from './testing/tried-examples.ts'
import { writtenExamples } from './testing/written-examples.ts'

const mask = maskAtTheDoor({})
const inEverySpelling = {
  nationalId: valid.spelled(valid.nationalId),
  account: valid.spelled(valid.account),
  organisationNumber: valid.spelled(valid.organisationNumber),
  card: valid.spelled(valid.card),
  iban: valid.spelled(valid.iban),
  phone: valid.phone,
  email: valid.email,
} as const
const anyIdentifier = fc.oneof(...Object.values(inEverySpelling))

describe('a masked text never holds a valid identifier', () => {
  test.each(Object.entries(inEverySpelling))('%s, however it is spelled', (kind, spelled) => {
    fc.assert(
      fc.property(valid.inText(spelled), (text) => {
        const masked = mask(text)
        expect(identifiersIn(masked.text)).toEqual([])
        if (kind !== 'email') expect(masked.text.replaceAll(/\P{Nd}/gu, '').length).toBeLessThan(4)
        expect(Object.values(masked.counts).reduce((sum, count) => sum + count)).toBeGreaterThan(0)
      }),
      { numRuns: 1500 },
    )
  })
  test('nor do several in a row', () => {
    const several = fc
      .array(valid.inText(anyIdentifier), { minLength: 2, maxLength: 5 })
      .chain((all) => fc.constantFrom(' ', ', ', '\n', ' og ', '/', ';').map((mark) => all.join(mark)))
    fc.assert(
      fc.property(several, (text) => {
        expect(identifiersIn(mask(text).text)).toEqual([])
      }),
      { numRuns: 1500 },
    )
  })
  test('nor does a text of digits and marks in any order', () => {
    const noise = fc
      .array(fc.constantFrom(...'0123456789  .-/:,\n+('), { maxLength: 60 })
      .map((all) => all.join(''))
    fc.assert(
      fc.property(noise, (text) => {
        expect(identifiersIn(mask(text).text)).toEqual([])
      }),
      { numRuns: 3000 },
    )
  })
})

test('masking twice is masking once', () => {
  const texts = fc.oneof(
    fc
      .array(fc.oneof(valid.inText(anyIdentifier), fc.string({ unit: 'binary', maxLength: 12 })), {
        maxLength: 5,
      })
      .map((all) => all.join(' ')),
    fc
      .array(fc.constantFrom(...'0123456789  .-/:,\n+(AaKEkroslt@[]'), { maxLength: 80 })
      .map((all) => all.join('')),
  )
  const words = [
    'Kari',
    'Hansen',
    'er',
    'Sint',
    'Hilsen',
    'Ola',
    'jeg',
    'heter',
    'navn',
    'på',
    'veien',
    '12',
    'Bil',
    'kunde',
    'nr',
    '4455',
    'Storgata',
    '0150',
    'Oslo',
    '\n',
    ',',
    '.',
    'Liv',
    'Bjørn',
    'i',
    'kundeservice',
    'født',
    '010190',
  ]
  const sentences = fc
    .array(fc.oneof(fc.constantFrom(...words), anyIdentifier), { maxLength: 14 })
    .map((all) => all.join(' '))
  fc.assert(
    fc.property(fc.oneof(texts, sentences), (text) => {
      const once = mask(text).text
      expect(mask(once).text).toBe(once)
    }),
    { numRuns: 3000 },
  )
})

test.each([...writtenExamples, ...triedExamples])('%s', (text, masked) => {
  expect(mask(text).text).toBe(masked)
})

test('sentences that point at nobody stay as they are', () => {
  const changed = ordinarySentences.filter((text) => mask(text).text !== text)
  expect(changed).toEqual([])
})

test('names from a list are masked wherever they stand, and kept ones nowhere', () => {
  const own = maskAtTheDoor({ names: ['Xhevahire Qerimi'], keep: ['Nora Strøm'] })
  expect(own('i går var xhevahire ekspeditør, sa Nora').text).toBe('i går var [navn] ekspeditør, sa Nora')
})

test('the counts say how many of each kind', () => {
  const { counts } = mask('Kari, 912 34 567 og 22 33 44 55, kari@firma.no')
  expect(counts).toMatchObject({ name: 1, phone: 2, email: 1, nationalId: 0 })
})

describe('time grows with the length of the text and no faster', () => {
  const pieces = [
    'a',
    'Aa ',
    '1',
    '1 ',
    '91 ',
    '@',
    'a@',
    'a.',
    ' ',
    '\n',
    '+1',
    'https://a',
    'a1-',
    'veien',
    '1 Abc Abc ',
    'ab:',
    'NO12',
    'kontonummer ',
    '\u200b',
    '[navn',
    '0150 Oslo ',
    'kundenr 1',
    '1.1,',
    'Kari\n',
    ' at a',
    'a dot ',
    'født ',
    'Kari-',
    '.\t',
    '(',
    '(41) 12 ',
    'Kongens ',
    'født 15. mars ',
    'jeg heter kari ',
    'hr. Bakken ',
  ]
  test.each(pieces)('%j, 100 kB of it', (piece) => {
    const before = performance.now()
    mask(piece.repeat(100_000 / piece.length))
    // A pattern that backtracks takes minutes; the room is for a machine that is busy with something else.
    expect(performance.now() - before).toBeLessThan(10_000)
  })
})
