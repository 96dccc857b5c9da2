/** How alike two groupings of the same things are; names of groups play no part. */

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
 * The share of things that are in the right group when groups are paired one to one as well as can be
 * (Kuhn 1955; in the form with potentials of Jonker & Volgenant 1987).
 *
 * @example matchedShare([0, 0, 1, 1], [5, 5, 7, 8]) // 0.75
 */
export function matchedShare(a: ArrayLike<unknown>, b: ArrayLike<unknown>): number {
  const table = crossed(a, b)
  const size = Math.max(table.rows, table.columns)
  const cost = (row: number, column: number) =>
    row < table.rows && column < table.columns ? -table.counts[row * table.columns + column]! : 0
  const rowOfColumn = cheapestPairs(size, cost)
  let right = 0
  for (let column = 0; column < size; column++) right -= cost(rowOfColumn[column]!, column)
  return right / table.all
}

function cheapestPairs(size: number, cost: (row: number, column: number) => number): Int32Array {
  const [byRow, byColumn] = [new Float64Array(size + 1), new Float64Array(size + 1)]
  const pair = new Int32Array(size + 1)
  for (let row = 1; row <= size; row++) {
    const way = new Int32Array(size + 1)
    const least = new Float64Array(size + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Uint8Array(size + 1)
    pair[0] = row
    let column = 0
    do {
      used[column] = 1
      const from = pair[column]!
      let [delta, next] = [Number.POSITIVE_INFINITY, 0]
      for (let other = 1; other <= size; other++) {
        if (used[other]) continue
        const reduced = cost(from - 1, other - 1) - byRow[from]! - byColumn[other]!
        if (reduced < least[other]!) {
          least[other] = reduced
          way[other] = column
        }
        if (least[other]! < delta) [delta, next] = [least[other]!, other]
      }
      for (let other = 0; other <= size; other++) {
        if (used[other]) {
          byRow[pair[other]!]! += delta
          byColumn[other]! -= delta
        } else least[other]! -= delta
      }
      column = next
    } while (pair[column] !== 0)
    for (; column !== 0; column = way[column]!) pair[column] = pair[way[column]!]!
  }
  return pair.subarray(1).map((row) => row - 1)
}
