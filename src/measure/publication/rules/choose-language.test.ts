import { expect, test } from 'vitest'
import { chooseLanguage } from './choose-language.ts'

test.each([
  ['nn-NO,nb;q=0.8,en;q=0.5', 'nn'],
  ['de,en;q=0.7', 'en'],
  ['en;q=0.4,nb;q=0.9', 'nb'],
  ['no', 'nb'],
  ['sv-SE,en;q=0.5', 'nb'],
  ['nn;q=0,en', 'en'],
  ['de', 'nb'],
  [null, 'nb'],
  ['*;q=zzz,,;', 'nb'],
] as const)('%s is answered in %s', (accepted, language) => {
  expect(chooseLanguage(accepted)).toBe(language)
})
