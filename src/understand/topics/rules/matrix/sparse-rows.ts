/** A sparse matrix by rows (CSR). Row r holds index[start[r] … start[r + 1]) with the values at the same places. */
export type SparseRows = {
  readonly rows: number
  readonly columns: number
  /** rows + 1 places in `index` and `value`. */
  readonly start: Uint32Array
  /** Column numbers, ascending within a row, none twice. */
  readonly index: Uint32Array
  readonly value: Float32Array
}

/**
 * Rows from lists of [column, value]; columns may come in any order and more than once, and are then added up.
 *
 * @example sparseRows(2, [[[1, 2], [0, 1]], []]) // 2 × 2: [1 2; 0 0]
 */
export function sparseRows(columns: number, rows: readonly (readonly [number, number][])[]): SparseRows {
  const start = new Uint32Array(rows.length + 1)
  const index: number[] = []
  const value: number[] = []
  for (const [row, entries] of rows.entries()) {
    const sums = new Map<number, number>()
    for (const [column, amount] of entries) sums.set(column, (sums.get(column) ?? 0) + amount)
    for (const column of [...sums.keys()].sort((a, b) => a - b)) {
      index.push(column)
      value.push(sums.get(column)!)
    }
    start[row + 1] = index.length
  }
  return {
    rows: rows.length,
    columns,
    start,
    index: Uint32Array.from(index),
    value: Float32Array.from(value),
  }
}

/** The columns as rows. Two passes, linear in the entries. */
export function transposed({ rows, columns, start, index, value }: SparseRows): SparseRows {
  const turned = new Uint32Array(columns + 1)
  for (let place = 0; place < index.length; place++) turned[index[place]! + 1]! += 1
  for (let column = 0; column < columns; column++) turned[column + 1]! += turned[column]!
  const next = turned.slice(0, columns)
  const rowOf = new Uint32Array(index.length)
  const moved = new Float32Array(index.length)
  for (let row = 0; row < rows; row++) {
    for (let place = start[row]!; place < start[row + 1]!; place++) {
      const to = next[index[place]!]!++
      rowOf[to] = row
      moved[to] = value[place]!
    }
  }
  return { rows: columns, columns: rows, start: turned, index: rowOf, value: moved }
}

/** The named rows, in the order named. */
export function selectRows(matrix: SparseRows, chosen: ArrayLike<number>): SparseRows {
  const { columns, start, index, value } = matrix
  const from = new Uint32Array(chosen.length + 1)
  for (let row = 0; row < chosen.length; row++)
    from[row + 1] = from[row]! + start[chosen[row]! + 1]! - start[chosen[row]!]!
  const picked = new Uint32Array(from[chosen.length]!)
  const amounts = new Float32Array(from[chosen.length]!)
  for (let row = 0; row < chosen.length; row++) {
    const [first, end] = [start[chosen[row]!]!, start[chosen[row]! + 1]!]
    picked.set(index.subarray(first, end), from[row]!)
    amounts.set(value.subarray(first, end), from[row]!)
  }
  return { rows: chosen.length, columns, start: from, index: picked, value: amounts }
}

/** Two matrices with the same rows, side by side; the columns of the second come after those of the first. */
export function besideEachOther(left: SparseRows, right: SparseRows): SparseRows {
  if (left.rows !== right.rows) throw new RangeError(`${left.rows} and ${right.rows} rows`)
  const start = new Uint32Array(left.rows + 1)
  const index = new Uint32Array(left.index.length + right.index.length)
  const value = new Float32Array(index.length)
  let to = 0
  for (let row = 0; row < left.rows; row++) {
    for (let place = left.start[row]!; place < left.start[row + 1]!; place++) {
      index[to] = left.index[place]!
      value[to++] = left.value[place]!
    }
    for (let place = right.start[row]!; place < right.start[row + 1]!; place++) {
      index[to] = right.index[place]! + left.columns
      value[to++] = right.value[place]!
    }
    start[row + 1] = to
  }
  return { rows: left.rows, columns: left.columns + right.columns, start, index, value }
}

/** The sum of each column. */
export function columnSums({ columns, index, value }: SparseRows): Float64Array {
  const sums = new Float64Array(columns)
  for (let place = 0; place < index.length; place++) sums[index[place]!]! += value[place]!
  return sums
}

/** left · scale + right, entry by entry. */
export function addSparse(left: SparseRows, right: SparseRows, scale = 1): SparseRows {
  const start = new Uint32Array(left.rows + 1)
  const index = new Uint32Array(left.index.length + right.index.length)
  const value = new Float32Array(index.length)
  let used = 0
  for (let row = 0; row < left.rows; row++) {
    let [a, b] = [left.start[row]!, right.start[row]!]
    const [endA, endB] = [left.start[row + 1]!, right.start[row + 1]!]
    while (a < endA || b < endB) {
      const columnA = a < endA ? left.index[a]! : left.columns
      const columnB = b < endB ? right.index[b]! : left.columns
      index[used] = Math.min(columnA, columnB)
      value[used++] =
        (columnA <= columnB ? left.value[a]! * scale : 0) + (columnB <= columnA ? right.value[b]! : 0)
      if (columnA <= columnB) a++
      if (columnB <= columnA) b++
    }
    start[row + 1] = used
  }
  return { ...left, start, index: index.slice(0, used), value: value.slice(0, used) }
}

/** Every row divided by its sum; rows whose sum is zero stay. */
export function rowsSummingToOne(matrix: SparseRows): SparseRows {
  const value = matrix.value.slice()
  for (let row = 0; row < matrix.rows; row++) {
    const [from, to] = [matrix.start[row]!, matrix.start[row + 1]!]
    let sum = 0
    for (let place = from; place < to; place++) sum += value[place]!
    if (sum > 0) for (let place = from; place < to; place++) value[place]! /= sum
  }
  return { ...matrix, value }
}
