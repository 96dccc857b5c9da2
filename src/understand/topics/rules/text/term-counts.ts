/** Which terms (words, pairs of words, character n-grams) each text has, and how to count them in a new text. */
import type { SparseRows } from '../matrix/sparse-rows.ts'

/** The terms that were kept, each with a column of its own. */
export type Vocabulary = {
  readonly columnOf: ReadonlyMap<string, number>
  readonly terms: readonly string[]
}

export type Counted = { readonly vocabulary: Vocabulary; readonly counts: SparseRows }

export type KeepOptions = {
  /** In how many texts a term must occur to be kept. */
  readonly leastTexts: number
  /** At most so many terms, those of most texts first. */
  readonly mostTerms?: number
}

/** Texts as lists of numbers of their terms, before anything is left out. */
export type TermLists = {
  readonly terms: readonly string[]
  readonly start: Uint32Array
  readonly list: Uint32Array
}

/**
 * Counts of the terms that occur in enough texts; columns are in the order in which terms first occur.
 *
 * @example countTerms(lists, { leastTexts: 2 }) // scikit-learn's CountVectorizer(min_df=2)
 */
export function countTerms(
  { terms, start, list }: TermLists,
  { leastTexts, mostTerms }: KeepOptions,
): Counted {
  const rows = start.length - 1
  const texts = new Uint32Array(terms.length)
  const lastRow = new Int32Array(terms.length).fill(-1)
  for (let row = 0; row < rows; row++) {
    for (let place = start[row]!; place < start[row + 1]!; place++) {
      const term = list[place]!
      if (lastRow[term] === row) continue
      lastRow[term] = row
      texts[term]! += 1
    }
  }
  const columns = new Int32Array(terms.length).fill(-1)
  const kept = keptTerms(texts, leastTexts, mostTerms)
  const columnOf = new Map<string, number>()
  for (const [column, term] of kept.entries()) {
    columns[term] = column
    columnOf.set(terms[term]!, column)
  }
  const vocabulary = { columnOf, terms: kept.map((term) => terms[term]!) }
  return { vocabulary, counts: countRows({ start, list }, columns, kept.length) }
}

function keptTerms(texts: Uint32Array, least: number, most: number | undefined): number[] {
  const kept: number[] = []
  for (let term = 0; term < texts.length; term++) if (texts[term]! >= least) kept.push(term)
  if (most === undefined || kept.length <= most) return kept
  const best = kept.toSorted((a, b) => texts[b]! - texts[a]! || a - b).slice(0, most)
  return best.sort((a, b) => a - b)
}

/** `columns` gives the column of each term, or −1 for one that is left out. */
function countRows(
  { start, list }: Pick<TermLists, 'start' | 'list'>,
  columns: Int32Array,
  width: number,
): SparseRows {
  const rows = start.length - 1
  const from = new Uint32Array(rows + 1)
  const index = new Uint32Array(list.length)
  const value = new Float32Array(list.length)
  const sums = new Float32Array(width)
  let used = 0
  for (let row = 0; row < rows; row++) {
    const first = used
    for (let place = start[row]!; place < start[row + 1]!; place++) {
      const column = columns[list[place]!]!
      if (column < 0) continue
      if (sums[column] === 0) index[used++] = column
      sums[column]! += 1
    }
    for (const [offset, column] of index.subarray(first, used).sort().entries()) {
      value[first + offset] = sums[column]!
      sums[column] = 0
    }
    from[row + 1] = used
  }
  return { rows, columns: width, start: from, index: index.slice(0, used), value: value.slice(0, used) }
}

/** The counts of new texts over a vocabulary that is already there; unknown terms are not counted. */
export function countKnown(
  texts: readonly (readonly string[])[],
  { columnOf, terms }: Vocabulary,
): SparseRows {
  const start = new Uint32Array(texts.length + 1)
  const list: number[] = []
  for (const [row, found] of texts.entries()) {
    for (const term of found) {
      const column = columnOf.get(term)
      if (column !== undefined) list.push(column)
    }
    start[row + 1] = list.length
  }
  const same = Int32Array.from(terms, (_, column) => column)
  return countRows({ start, list: Uint32Array.from(list) }, same, terms.length)
}

/** The same entries, each 1. */
export function present(counts: SparseRows): SparseRows {
  return { ...counts, value: new Float32Array(counts.value.length).fill(1) }
}
