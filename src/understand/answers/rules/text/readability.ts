/**
 * LIX (Björnsson 1968): mean words in a sentence plus the share of words longer than six letters, times 100. Under 30
 * very easy, 30–40 easy, 40–50 medium, 50–60 difficult, above that very difficult.
 */

export type Readability = {
  readonly words: number
  readonly sentences: number
  readonly longWords: number
  /** Null where there is nothing to read. */
  readonly lix: number | null
  readonly longestSentence: number
}

/** @example readabilityOf('Vi sender fakturaen. Du betaler den.').lix // 3 + 2 · 100 / 6 = 36.3 */
export function readabilityOf(text: string): Readability {
  const sentences = sentencesOf(text).map((sentence) => wordsOf(sentence))
  const words = sentences.flat()
  const longWords = words.filter((word) => word.length > 6).length
  const lix = words.length === 0 ? null : words.length / sentences.length + (100 * longWords) / words.length
  return {
    words: words.length,
    sentences: sentences.length,
    longWords,
    lix,
    longestSentence: Math.max(0, ...sentences.map(({ length }) => length)),
  }
}

/** Ended by a full stop, a question or exclamation mark, a colon, or the line: a list item is a sentence too. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/[.!?:](?=\s|$)|\n/)
    .map((part) => part.replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/, '').trim())
    .filter((part) => wordsOf(part).length > 0)
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\p{L}[\p{L}\p{N}'’-]*/gu) ?? []
}
