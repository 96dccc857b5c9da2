/**
 * The parts of compounds: "strømregning" is "strøm" and "regning" when both stand alone somewhere in the answers. No
 * dictionary is needed, and a word that nobody uses alone is not taken apart.
 */
import { stemOf, wordsIn } from '../rules/words/normal-word.ts'

/** Letters of a part, of its stem, and of a word that may have parts: "purring" is no "ring". */
export const shortestPart = 4
const shortestStem = 3
export const shortestWord = 8
/** What may stand between two parts: arbeid-s-dag, barn-e-hage. */
const joints = ['', 's', 'e'] as const

export class CompoundParts {
  readonly #stems = new Set<string>()
  readonly #known = new Map<string, readonly string[]>()

  /** Words that stand in the text are parts that others may be made of. */
  learn(text: string): void {
    const before = this.#stems.size
    for (const word of wordsIn(text)) {
      const stem = stemOf(word)
      if (word.length >= shortestPart && stem.length >= shortestStem && !/\d/.test(stem))
        this.#stems.add(stem)
    }
    if (this.#stems.size !== before) this.#known.clear()
  }

  /** Whether a compound may be made of it: it stands alone somewhere, here perhaps with what joins it to the next part. */
  isPart(text: string): boolean {
    return text.length >= shortestPart && (this.#stems.has(stemOf(text)) || this.#left(text) !== undefined)
  }

  /** The stems of its parts; none for a word that is no compound of known words. */
  of(plain: string): readonly string[] {
    const known = this.#known.get(plain)
    if (known) return known
    const parts = plain.length < shortestWord || /\d/.test(plain) ? [] : this.#split(plain)
    if (this.#known.size > 200_000) this.#known.clear()
    this.#known.set(plain, parts)
    return parts
  }

  /** The split whose shorter part is the longest. */
  #split(plain: string): readonly string[] {
    let best: readonly string[] = []
    let bestLength = 0
    for (let at = shortestPart; at <= plain.length - shortestPart; at++) {
      const right = stemOf(plain.slice(at))
      if (!this.#stems.has(right)) continue
      const left = this.#left(plain.slice(0, at))
      const length = Math.min(left?.length ?? 0, right.length)
      if (left !== undefined && length > bestLength) {
        best = [left, right]
        bestLength = length
      }
    }
    return best
  }

  #left(text: string): string | undefined {
    for (const joint of joints) {
      if (!text.endsWith(joint)) continue
      const part = text.slice(0, text.length - joint.length)
      if (part.length >= shortestPart && this.#stems.has(stemOf(part))) return stemOf(part)
    }
    return undefined
  }
}
