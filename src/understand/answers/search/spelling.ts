/**
 * Words that somebody meant: what is one slip of the keyboard away from a word that nobody has written. A letter too
 * much, too few, another one, or two that have changed places (Damerau 1964: four of five misspellings); tried against
 * the words of the answers, so that nothing is proposed that no answer holds.
 */
import { shortestPart, shortestWord } from './compound-parts.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz'
const shortest = 4

/** Words one slip away. The first letter stands, for nearly everybody gets it right. */
export function slipsOf(word: string): ReadonlySet<string> {
  const found = new Set<string>()
  for (let at = 1; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)]
    if (after !== '') found.add(before + after.slice(1))
    if (after.length > 1) found.add(before + after[1] + after[0] + after.slice(2))
    for (const letter of letters) {
      found.add(before + letter + after)
      if (after !== '') found.add(before + letter + after.slice(1))
    }
  }
  found.delete(word)
  return found
}

/** The words of the answers, also by how they begin. */
export class Vocabulary {
  readonly #words = new Set<string>()
  #sorted: readonly string[] | undefined

  add(word: string): void {
    if (this.#words.has(word)) return
    this.#words.add(word)
    this.#sorted = undefined
  }

  has(word: string): boolean {
    return this.#words.has(word)
  }

  /** @example of "oppsigelsestid": begins('oppsigelse') is true */
  begins(start: string): boolean {
    this.#sorted ??= [...this.#words].sort()
    let [low, high] = [0, this.#sorted.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#sorted[middle]! < start) low = middle + 1
      else high = middle
    }
    return this.#sorted[low]?.startsWith(start) ?? false
  }
}

type Known = {
  readonly vocabulary: Vocabulary
  /** Stands alone somewhere, so that a compound may be made of it; with what joins it to the next part, or without. */
  readonly isPart: (text: string) => boolean
}

/**
 * What a word without umlauts may have been meant as: words of the answers; if there are none, beginnings of them; if
 * there are none either, a compound of two that stand alone. Nothing for what is short, or has figures in it.
 *
 * @example meantBy('fakutra', …) // ['faktura']
 */
export function meantBy(word: string, { vocabulary, isPart }: Known): readonly string[] {
  if (word.length < shortest || !/^[a-z]+$/.test(word)) return []
  const slips = [...slipsOf(word)]
  const words = slips.filter((slip) => vocabulary.has(slip))
  if (words.length > 0) return words
  const starts = slips.filter((slip) => slip.length >= shortestWord && vocabulary.begins(slip))
  return starts.length > 0 ? starts : compounds(word, isPart)
}

/** One of the two parts has the slip, the other one is spelt rightly. */
function compounds(word: string, isPart: (text: string) => boolean): readonly string[] {
  if (word.length < shortestWord) return []
  const found = new Set<string>()
  for (let at = shortestPart; at <= word.length - shortestPart; at++) {
    const [left, right] = [word.slice(0, at), word.slice(at)]
    if (isPart(left)) for (const slip of slipsOf(right)) if (isPart(slip)) found.add(left + slip)
    if (isPart(right)) for (const slip of slipsOf(left)) if (isPart(slip)) found.add(slip + right)
  }
  return [...found]
}
