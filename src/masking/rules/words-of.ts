/** A text as words with their places, and what stands before each of them. */

export type Word = {
  readonly text: string
  readonly lower: string
  readonly from: number
  readonly to: number
  /** Begins with a capital that says something: not in a row of words in capitals only. */
  readonly capital: boolean
  /** In capitals, beside another word in capitals: "JEG HETER KARI". */
  readonly shouted: boolean
  /** Nothing but space, or a mark that ends a sentence, stands before it. */
  readonly startsSentence: boolean
  readonly startsLine: boolean
  /** What stands between the word before and this one. */
  readonly before: string
  /** What stands between this word and the next. */
  readonly after: string
}

const wordPattern = /\p{L}+(?:['’-]\p{L}+)*/gu

/** Example: "Hei, Kari." → Hei (starts the sentence) and Kari (does not). */
export function wordsOf(text: string): readonly Word[] {
  const found = [...text.matchAll(wordPattern)]
  return found.map((match, index): Word => {
    const [word] = match
    const from = match.index
    const to = from + word.length
    const last = found[index - 1]
    const before = text.slice(last ? last.index + last[0].length : 0, from)
    const next = found[index + 1]
    const shouted = isUpper(word) && (isUpper(last?.[0]) || isUpper(next?.[0]))
    return {
      text: word,
      lower: word.toLowerCase(),
      from,
      to,
      capital: !shouted && /^\p{Lu}/u.test(word),
      shouted,
      startsSentence: index === 0 || /[.!?:;\n«"”–—]\s*$|\n/.test(before),
      startsLine: index === 0 || before.includes('\n'),
      before,
      after: text.slice(to, next ? next.index : text.length),
    }
  })
}

const isUpper = (word: string | undefined): boolean =>
  word !== undefined && word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase()
