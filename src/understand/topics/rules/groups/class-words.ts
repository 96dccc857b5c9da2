/** The words that set groups apart: class-based TF-IDF (Grootendorst 2022, "BERTopic", formula 1). */
import type { SparseRows } from '../matrix/sparse-rows.ts'

export type ClassWords = {
  /** Per group: word number → weight; rows of length 1. */
  readonly weights: readonly ReadonlyMap<number, number>[]
}

export type Grouped = {
  /** 1 where a word is in a text. */
  readonly words: SparseRows
  /** The group of each text; texts of other numbers than 0 … groups − 1 are in none. */
  readonly group: ArrayLike<number>
  readonly groups: number
}

/**
 * Weight of a word in a group: (share of the group's texts that have it) · ln(1 + A / f), with f the sum of its
 * shares over all groups and A the mean number of words a text has. Shares instead of counts, so that a large group
 * does not own every word.
 */
export function classWords({ words, group, groups }: Grouped): ClassWords {
  const sizes = new Float64Array(groups)
  const shares: Map<number, number>[] = Array.from({ length: groups }, () => new Map())
  for (let text = 0; text < words.rows; text++) {
    const of = group[text]!
    if (!(of >= 0 && of < groups)) continue
    sizes[of]! += 1
    for (let place = words.start[text]!; place < words.start[text + 1]!; place++) {
      const word = words.index[place]!
      shares[of]!.set(word, (shares[of]!.get(word) ?? 0) + 1)
    }
  }
  const totals = new Map<number, number>()
  for (const [of, own] of shares.entries())
    for (const [word, count] of own) {
      own.set(word, count / sizes[of]!)
      totals.set(word, (totals.get(word) ?? 0) + count / sizes[of]!)
    }
  const mean = [...totals.values()].reduce((sum, total) => sum + total, 0) / Math.max(1, groups)
  for (const own of shares) {
    let squares = 0
    for (const [word, share] of own) {
      const weight = share * Math.log(1 + mean / totals.get(word)!)
      own.set(word, weight)
      squares += weight ** 2
    }
    for (const [word, weight] of own) own.set(word, weight / Math.sqrt(squares))
  }
  return { weights: shares }
}

/** The heaviest words of a group, heaviest first. */
export function topWords(weights: ReadonlyMap<number, number>, count: number): number[] {
  return [...weights]
    .sort(([one, a], [other, b]) => b - a || one - other)
    .slice(0, count)
    .map(([word]) => word)
}
