/** How alike two groupings of the same things are; names of groups play no part. */
import { bestMatching } from '../groups/best-matching.ts'

type Table = {
  readonly counts: Float64Array
  readonly rows: number
  readonly columns: number
  readonly all: number
}

function crossed(a: ArrayLike<unknown>, b: ArrayLike<unknown>): Table {
  const [first, second] = [numbered(a), numbered(b)]
  const counts = new Float64Array(first.count * second.count)
  for (let place = 0; place < a.length; place++)
    counts[first.numbers[place]! * second.count + second.numbers[place]!]! += 1
  return { counts, rows: first.count, columns: second.count, all: a.length }
}

function numbered(names: ArrayLike<unknown>): { numbers: Uint32Array; count: number } {
  const known = new Map<unknown, number>()
  const numbers = Uint32Array.from({ length: names.length }, (_, place) => {
    const name = names[place]
    if (!known.has(name)) known.set(name, known.size)
    return known.get(name)!
  })
  return { numbers, count: known.size }
}

function margins({ counts, rows, columns }: Table): { row: Float64Array; column: Float64Array } {
  const [row, column] = [new Float64Array(rows), new Float64Array(columns)]
  for (let place = 0; place < counts.length; place++) {
    row[Math.floor(place / columns)]! += counts[place]!
    column[place % columns]! += counts[place]!
  }
  return { row, column }
}

/**
 * Normalised mutual information, 0–1: 2·I / (H_a + H_b) (arithmetic mean, as scikit-learn's default).
 *
 * @example normalisedInformation([0, 0, 1, 1], [0, 0, 1, 2]) // 0.8
 */
export function normalisedInformation(a: ArrayLike<unknown>, b: ArrayLike<unknown>): number {
  const table = crossed(a, b)
  const { row, column } = margins(table)
  const entropy = (sums: Float64Array) =>
    -sums.reduce((sum, count) => sum + (count > 0 ? (count / table.all) * Math.log(count / table.all) : 0), 0)
  let shared = 0
  for (const [place, count] of table.counts.entries()) {
    if (count === 0) continue
    const expected = row[Math.floor(place / table.columns)]! * column[place % table.columns]!
    shared += (count / table.all) * Math.log((count * table.all) / expected)
  }
  const mean = (entropy(row) + entropy(column)) / 2
  return mean === 0 ? 1 : shared / mean
}

/**
 * Adjusted Rand index: 1 for the same groups, 0 for chance (Hubert & Arabie 1985).
 *
 * @example adjustedRand([0, 0, 1, 1], [0, 0, 1, 2]) // 0.571
 */
export function adjustedRand(a: ArrayLike<unknown>, b: ArrayLike<unknown>): number {
  const table = crossed(a, b)
  const { row, column } = margins(table)
  const pairs = (sums: Float64Array) => sums.reduce((sum, count) => sum + (count * (count - 1)) / 2, 0)
  const [both, inRow, inColumn] = [pairs(table.counts), pairs(row), pairs(column)]
  const expected = (inRow * inColumn) / ((table.all * (table.all - 1)) / 2)
  const most = (inRow + inColumn) / 2
  return most === expected ? 1 : (both - expected) / (most - expected)
}

/**
 * The share of things that are in the right group when groups are paired one to one as well as can be.
 *
 * @example matchedShare([0, 0, 1, 1], [5, 5, 7, 8]) // 0.75
 */
export function matchedShare(a: ArrayLike<unknown>, b: ArrayLike<unknown>): number {
  const { counts, rows, columns, all } = crossed(a, b)
  const weights = Array.from({ length: rows }, (_, row) => [
    ...counts.subarray(row * columns, (row + 1) * columns),
  ])
  const right = bestMatching(weights).reduce(
    (sum, column, row) => sum + (column < 0 ? 0 : weights[row]![column]!),
    0,
  )
  return right / all
}
