/** The words of a key, in two forms: for counting which words a text has, and for looking inside words. */

/** A letter alone before a hyphen belongs to what follows: e-post, e-faktura, p-plass. */
const loneLetter = /(?<![\p{L}\p{N}])(\p{L})[-\u2010\u2011](?=\p{L})/gu
/** What masking leaves behind is one word: [navn]. */
const word = /\[\p{L}+\]|[\p{L}\p{M}\p{N}_]+/gu
const apostrophes = /['’‘`´]/g
const outside = /^[^\p{L}\p{N}\p{S}[]+|[^\p{L}\p{N}\p{S}\]]+$/gu
const inside = /[-\u2010\u2011.,;:!?/\\"“”«»()]+/gu
/** Order numbers, identifiers, amounts with many digits: that there is one tells more than which one. */
const longNumber = /^\p{N}{5,}$/u

/**
 * Words as they are counted: letters, digits and underscores; punctuation and white space part them.
 *
 * @example wordsOf('har ikkje fått e-post om ordre 1234567.') // har, ikkje, fått, epost, om, ordre, [tall]
 */
export function wordsOf(key: string): string[] {
  const found = prepared(key).match(word) ?? []
  return found.map((text) => (longNumber.test(text) ? '[tall]' : text))
}

/**
 * Pieces between white space, for n-grams: apostrophes, hyphens and other marks within them are taken out, so that
 * `e-post`, `epost` and `epost.` are one.
 *
 * @example piecesOf("what's my pin?") // whats, my, pin
 */
export function piecesOf(key: string): string[] {
  const pieces: string[] = []
  for (const raw of prepared(key).replace(apostrophes, '').split(' ')) {
    const bare = raw.replace(outside, '').replace(inside, '')
    if (bare !== '') pieces.push(longNumber.test(bare) ? '[tall]' : bare)
  }
  return pieces
}

/** Compatibility forms (ligatures, full width, superscripts) as plain letters; the key keeps them as written. */
function prepared(key: string): string {
  return key.normalize('NFKC').replace(loneLetter, '$1')
}

/** Whether there is anything to read: a letter, a digit or a symbol such as an emoji. */
export function hasContent(key: string): boolean {
  return /[\p{L}\p{N}\p{S}]/u.test(key)
}
