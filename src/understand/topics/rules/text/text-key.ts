/** What makes two texts the same text. */

// Soft hyphens, zero-width characters, direction and byte order marks: nothing that a person sees.
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g

/**
 * The key of a text: composed letters (NFC), lower case, white space collapsed and trimmed, invisible characters
 * gone. Texts with the same key always have the same topic. A text without content has the empty key.
 *
 * @example textKey('  Hvor er\n PAKKEN min? ') // 'hvor er pakken min?'
 */
export function textKey(text: string): string {
  // Lower case can decompose a letter (İ), so composing comes last.
  return text.replace(invisible, '').toLowerCase().normalize('NFC').replace(/\s+/g, ' ').trim()
}

export type DistinctTexts = {
  /** In the order in which they first occur. */
  readonly keys: readonly string[]
  /** For each text, the number of its key. */
  readonly keyOf: Uint32Array
}

/** @example distinctTexts(['Hei', 'hallo', 'HEI']) // keys ['hei', 'hallo'], keyOf [0, 1, 0] */
export function distinctTexts(texts: readonly string[]): DistinctTexts {
  const numbers = new Map<string, number>()
  const keyOf = new Uint32Array(texts.length)
  for (const [place, text] of texts.entries()) {
    const key = textKey(text)
    let number = numbers.get(key)
    if (number === undefined) {
      number = numbers.size
      numbers.set(key, number)
    }
    keyOf[place] = number
  }
  return { keys: [...numbers.keys()], keyOf }
}
