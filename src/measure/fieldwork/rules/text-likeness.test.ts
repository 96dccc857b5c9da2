import fc from 'fast-check'
import { expect, it } from 'vitest'
import { alikeness, areAlike, piecesOf, wordCount } from './text-likeness.ts'

it('a text is like itself, whatever its capitals and punctuation', () => {
  expect(alikeness(piecesOf('Hun var vennlig!'), piecesOf('hun var, vennlig'))).toBe(1)
})

it('texts without a word in common are not alike, nor are two empty ones', () => {
  expect(alikeness(piecesOf('blå bil'), piecesOf('gul sykkel'))).toBe(0)
  expect(alikeness(piecesOf(''), piecesOf(''))).toBe(0)
})

it('is alike exactly when the likeness is high enough, and in both directions', () => {
  const text = fc.array(fc.constantFrom('god', 'hjelp', 'rask', 'svar', 'navn'), { maxLength: 8 })
  fc.assert(
    fc.property(text, text, fc.constantFrom(0.3, 0.8), (left, right, atLeast) => {
      const [a, b] = [piecesOf(left.join(' ')), piecesOf(right.join(' '))]
      expect(areAlike(a, b, atLeast)).toBe(alikeness(a, b) >= atLeast)
      expect(areAlike(a, b, atLeast)).toBe(areAlike(b, a, atLeast))
    }),
  )
})

it('counts words, not characters', () => {
  expect(wordCount('Greit nok, takk – 2 stk.')).toBe(5)
})
