import { describe, expect, test } from 'vitest'
import { findNames } from '../../../masking/rules/find-names.ts'
import { findIdentifiers } from './find-identifiers.ts'
import { maskFields } from './mask-texts.ts'
import { scoreSentences } from './testing/score-sentences.ts'
import { sentencesAfter } from './testing/sentences-after.ts'
import { sentencesBefore } from './testing/sentences-before.ts'

const setting = { keep: [], byHand: [] }
const mask = (text: string, keep: readonly string[] = []) => maskFields({ text }, { keep, byHand: [] }).text

test('a name behind what introduces it is found', () => {
  expect(findNames('Hei, du snakker med Thomas.')).toEqual([{ from: 20, to: 26 }])
})

describe('over sentences with the names marked', () => {
  test('that were written before the rules, nearly all names are found and hardly anything else', () => {
    const score = scoreSentences(sentencesBefore)
    expect(score).toMatchObject({ names: 49, found: 49, falseAlarms: 0 })
  })
  test('that were written to try the rules, too', () => {
    const score = scoreSentences(sentencesAfter)
    expect(score.missed).toEqual(['Leidulf in: Leidulf på teknisk visste kva som var gale.'])
    expect(score.alarms).toEqual([])
  })
})

describe('a person has one label in all texts of a contact', () => {
  test('whatever form the name has', () => {
    expect(mask('Kari svarte. Karis svar var bra. Kari Hansen, altså.')).toBe(
      '[navn] svarte. [navn]s svar var bra. [navn], altså.',
    )
  })
  test('and two people have two', () => {
    expect(mask('Kari satte meg over til Fatima Ali. Fatima var rask, Kari ikke.')).toBe(
      '[navn 1] satte meg over til [navn 2]. [navn 2] var rask, [navn 1] ikke.',
    )
  })
  test('and a name that one text gives away is found in the other, in small letters too', () => {
    const masked = maskFields({ agent: 'xhevahire var hyggelig', transcript: 'Hilsen Xhevahire' }, setting)
    expect(masked).toEqual({ agent: '[navn] var hyggelig', transcript: 'Hilsen [navn]' })
  })
})

test("the participant's own name is nobody's", () => {
  expect(mask('Jeg snakket med Solveig hos Trygg Sol.', ['Trygg Sol'])).toBe(
    'Jeg snakket med [navn] hos Trygg Sol.',
  )
})

test('what a person has masked or lifted counts above the rules', () => {
  const text = 'Liv og lyst hos Nisseluen, sa Kari.'
  const byHand = [
    { field: 'text', from: 16, to: 25, verdict: 'mask' },
    { field: 'text', from: 30, to: 34, verdict: 'lift' },
  ] as const
  expect(maskFields({ text }, { keep: [], byHand })).toEqual({ text: 'Liv og lyst hos [navn], sa Kari.' })
})

test('numbers and addresses that point at a person are masked; sums and offices are not', () => {
  expect(mask('Ring 912 34 567 eller +47 22 33 44 55, skriv til kari.h@firma.no, født 010190 12345.')).toBe(
    'Ring [telefon] eller [telefon], skriv til [e-post], født [fødselsnummer].',
  )
  expect(mask('Det koster 25000000 kr, skriv til kundeservice@firma.no, ordre 1234567.')).toBe(
    'Det koster 25000000 kr, skriv til kundeservice@firma.no, ordre 1234567.',
  )
  expect(findIdentifiers('Ring 912 34 567.')).toEqual([{ from: 5, to: 15, kind: 'phone' }])
})
