import { expect, test } from 'vitest'
import { ownTexts } from './own-texts.ts'

test('history and signature are cut, and what has none stays as it is', () => {
  const letter = 'Hvor er pakken?\n\nMvh\nKari\n\nFra: Post\nSendt: i går\nEmne: Sak\n\nHei og takk'
  expect(ownTexts([letter, 'Når åpner dere?', ''])).toEqual(['Hvor er pakken?', 'Når åpner dere?', ''])
})

test('the same text is the same text, however its lines are broken', () => {
  const texts = ['Hvor er pakken?\nMvh\nKari', 'hvor er pakken?  Mvh Kari']
  expect(ownTexts(texts)).toEqual(['Hvor er pakken?', 'Hvor er pakken?'])
  expect(ownTexts(texts.toReversed())).toEqual(['Hvor er pakken?', 'Hvor er pakken?'])
})
