/** The terms of texts: words, words with their neighbours, and character n-grams within words. */
import type { TermLists } from './term-counts.ts'

/** Gives every different term a number, in the order of first use. */
class Numbering {
  readonly terms: string[] = []
  readonly #numbers = new Map<string, number>()

  of(term: string): number {
    let number = this.#numbers.get(term)
    if (number === undefined) {
      number = this.terms.length
      this.#numbers.set(term, number)
      this.terms.push(term)
    }
    return number
  }
}

/** The words themselves, and each with the one after it where `pairs` is set. */
export function termsOfWords(words: readonly string[], pairs: boolean): string[] {
  if (!pairs) return [...words]
  return [...words, ...words.slice(1).map((word, place) => `${words[place]} ${word}`)]
}

/**
 * Runs of three to five characters of a word between two spaces; a shorter word is one run. (The `char_wb` analyser
 * of scikit-learn.)
 *
 * @example ngramsOf('nav') // ' na', 'nav', 'av ', ' nav', 'nav ', ' nav '
 */
export function ngramsOf(piece: string): string[] {
  const letters = [...` ${piece} `]
  const found: string[] = []
  for (let length = 3; length <= 5; length++) {
    if (letters.length <= length) {
      found.push(letters.join(''))
      break
    }
    for (let from = 0; from + length <= letters.length; from++)
      found.push(letters.slice(from, from + length).join(''))
  }
  return found
}

/** What each text is made of, as numbers. Work that depends on one word only is done once for each word. */
export function listTerms(
  texts: readonly (readonly string[])[],
  termsOf: (words: readonly string[]) => Iterable<string>,
): TermLists {
  const numbering = new Numbering()
  const start = new Uint32Array(texts.length + 1)
  let list = new Uint32Array(1024)
  let used = 0
  for (const [row, words] of texts.entries()) {
    for (const term of termsOf(words)) {
      if (used === list.length) list = grown(list)
      list[used++] = numbering.of(term)
    }
    start[row + 1] = used
  }
  return { terms: numbering.terms, start, list: list.slice(0, used) }
}

/** The n-grams of the pieces of each text. */
export function listNgrams(texts: readonly (readonly string[])[]): TermLists {
  const numbering = new Numbering()
  const known = new Map<string, Uint32Array>()
  const start = new Uint32Array(texts.length + 1)
  let list = new Uint32Array(1024)
  let used = 0
  for (const [row, pieces] of texts.entries()) {
    for (const piece of pieces) {
      let numbers = known.get(piece)
      if (!numbers) {
        numbers = Uint32Array.from(ngramsOf(piece), (term) => numbering.of(term))
        known.set(piece, numbers)
      }
      while (used + numbers.length > list.length) list = grown(list)
      list.set(numbers, used)
      used += numbers.length
    }
    start[row + 1] = used
  }
  return { terms: numbering.terms, start, list: list.slice(0, used) }
}

function grown(list: Uint32Array): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(list.length * 2)
  larger.set(list)
  return larger
}
