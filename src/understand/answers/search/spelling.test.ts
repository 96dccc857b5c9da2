import { expect, test } from 'vitest'
import { meantBy, slipsOf, Vocabulary } from './spelling.ts'

test('a slip is a letter too much, too few, another one, or two that have changed places', () => {
  const slips = slipsOf('faktura')
  for (const slip of ['fakturra', 'faktra', 'fakture', 'fakutra']) expect(slips).toContain(slip)
  expect(slips).not.toContain('faktura')
  expect(slips).not.toContain('gaktura')
})

const vocabulary = new Vocabulary()
for (const word of ['faktura', 'oppsigelsestid', 'strom', 'regning']) vocabulary.add(word)
const isPart = (text: string) => text === 'strom' || text === 'regning'
const meant = (word: string) => meantBy(word, { vocabulary, isPart })

test('words first, then beginnings of words, then compounds of words', () => {
  expect(meant('fakutra')).toEqual(['faktura'])
  expect(meant('oppisgelse')).toEqual(['oppsigelse'])
  expect(meant('stromregnign')).toEqual(['stromregning'])
  expect(meant('srtomregning')).toEqual(['stromregning'])
})

test('nothing is proposed for what is short, has figures, or is near no word', () => {
  for (const word of ['fak', 'regn1ng', 'varmepumpe', '']) expect(meant(word)).toEqual([])
})

test('a word that comes later is known at once', () => {
  expect(vocabulary.begins('barneh')).toBe(false)
  vocabulary.add('barnehage')
  expect(vocabulary.begins('barneh')).toBe(true)
})
