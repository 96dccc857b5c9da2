import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinForms } from './equivalents.ts'
import { ngramsOf, termsOfWords } from './terms-of.ts'
import { featuresOf, learnFeatures } from './text-features.ts'
import { distinctTexts, textKey } from './text-key.ts'
import { hasContent, piecesOf, wordsOf } from './words.ts'

describe('the key of a text', () => {
  test.each([
    ['  Hvor er\n PAKKEN  min? ', 'hvor er pakken min?'],
    ['Pa\u030a va\u030ar', 'på vår'],
    ['fak\u00adtura\u200b', 'faktura'],
    ['a\u00a0b', 'a b'],
    ['İ', 'i̇'],
    [' \t\n', ''],
  ])('%j is %j', (text, key) => expect(textKey(text)).toBe(key))

  test('is its own key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => textKey(textKey(text)) === textKey(text)),
    )
  })

  test('numbers keys in the order in which they come', () => {
    expect(distinctTexts(['Hei', 'hallo', 'HEI '])).toEqual({
      keys: ['hei', 'hallo'],
      keyOf: Uint32Array.of(0, 1, 0),
    })
  })
})

describe('words', () => {
  test('are parted by punctuation; masks are one word; long numbers are not told apart', () => {
    expect(wordsOf('har ikkje fått e-post om [navn], ordre 1234567.')).toEqual([
      ...['har', 'ikkje', 'fått', 'epost', 'om', '[navn]', 'ordre', '[tall]'],
    ])
    expect(piecesOf("what's my pin? (e-post)")).toEqual(['whats', 'my', 'pin', 'epost'])
  })

  test('of two and n-grams within the word', () => {
    expect(termsOfWords(['a', 'b', 'c'], true)).toEqual(['a', 'b', 'c', 'a b', 'b c'])
    expect(ngramsOf('nav')).toEqual([' na', 'nav', 'av ', ' nav', 'nav ', ' nav '])
    expect(ngramsOf('a')).toEqual([' a '])
  })

  test.each([
    ['', false],
    ['...?!', false],
    ['👍', true],
    ['ok', true],
    ['7', true],
  ])('content of %j: %s', (key, content) => expect(hasContent(key)).toBe(content))
})

describe('bokmål and nynorsk', () => {
  test.each([
    ['ikkje', 'ikke'],
    ['rekning', 'regning'],
    ['korleis', 'hvordan'],
    ['kva', 'hva'],
    ['faktura', 'faktura'],
  ])('%s is %s in every log', (word, other) => expect(joinForms(() => false)(word)).toBe(other))

  test.each([
    ['avbestillingar', 'avbestillinger'],
    ['vanskeleg', 'vanskelig'],
    ['sjukdom', 'sykdom'],
    ['straumbrotet', 'strømbrotet'],
    ['fakturaane', 'fakturaene'],
  ])('%s is %s where that form occurs', (word, other) => {
    expect(joinForms((known) => known === other)(word)).toBe(other)
    expect(joinForms(() => false)(word)).toBe(word)
  })

  test('English words stay as they are in an English log', () => {
    const english = [
      'calendar',
      'me',
      'no',
      'so',
      'open',
      'same',
      'born',
      'data',
      'pizza',
      'dollar',
      'sugar',
      'similar',
    ]
    const join = joinForms((word) => english.includes(word))
    expect(english.map(join)).toEqual(english)
  })

  test('make the same features of a text in either written language', () => {
    const log = [
      'eg har ikkje fått rekninga',
      'jeg har ikke fått regningen',
      'kva kostar det',
      'hva koster det',
      'hva kostar det',
    ]
    const { all, model } = learnFeatures(log)
    const rows = featuresOf(['eg har ikkje fått rekninga', 'jeg har ikke fått regningen'], model)
    const half = rows.start[1]!
    expect(rows.index.slice(0, half)).toEqual(rows.index.slice(half))
    expect(all.rows).toBe(5)
  })
})

test('a text read later has the features that it had in the log', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: fc.constantFrom(...'abæ 1?'), maxLength: 12 }), { minLength: 1 }),
      (texts) => {
        const { keys } = distinctTexts(texts)
        const { all, model } = learnFeatures(keys)
        expect(featuresOf(keys, model)).toEqual(all)
      },
    ),
    { numRuns: 60 },
  )
})
