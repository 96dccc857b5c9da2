import { expect, test } from 'vitest'
import { languageOf } from './language.ts'

test.each([
  ['Kvifor har eg ikkje fått pakka?', 'nn'],
  ['Hvorfor har jeg ikke fått pakken?', 'nb'],
  ['Why have I not received my parcel?', 'en'],
  ['Eg ynskjer å flytte abonnementet', 'nn'],
  ['Kan du hjelpe meg med faktura', 'nb'],
  ['how do i reset my password', 'en'],
  ['Korleis seier eg opp?', 'nn'],
  ['12345', undefined],
  ['', undefined],
  ['iPhone 14 Pro', undefined],
] as const)('%s is %s', (text, language) => {
  expect(languageOf(text)).toBe(language)
})
