/** A matrix with every entry, row after row. */
export type Dense = {
  readonly rows: number
  readonly columns: number
  /** rows × columns; entry (r, c) is at r · columns + c. */
  readonly value: Float32Array
}

/** All zero, in memory that threads can share. */
export function zeros(rows: number, columns: number): Dense {
  return { rows, columns, value: new Float32Array(new SharedArrayBuffer(rows * columns * 4)) }
}

/** @example denseRows([[1, 2], [3, 4]]) */
export function denseRows(rows: readonly (readonly number[])[]): Dense {
  const made = zeros(rows.length, rows[0]?.length ?? 0)
  for (const [row, entries] of rows.entries()) made.value.set(entries, row * made.columns)
  return made
}

/** One row, as a view: what is written to it is written to the matrix. */
export function rowOf({ columns, value }: Dense, row: number): Float32Array {
  return value.subarray(row * columns, (row + 1) * columns)
}

/** Makes every row's length 1, in place; a row of zeros stays. */
export function normaliseRows(matrix: Dense): Dense {
  const { rows, columns, value } = matrix
  for (let row = 0; row < rows; row++) {
    const from = row * columns
    let squares = 0
    for (let place = from; place < from + columns; place++) squares += value[place]! * value[place]!
    if (squares === 0) continue
    const scale = 1 / Math.sqrt(squares)
    for (let place = from; place < from + columns; place++) value[place] = value[place]! * scale
  }
  return matrix
}

/** Matrices with the same rows, side by side. */
export function joinColumns(parts: readonly Dense[]): Dense {
  const rows = parts[0]?.rows ?? 0
  const made = zeros(
    rows,
    parts.reduce((sum, { columns }) => sum + columns, 0),
  )
  let offset = 0
  for (const part of parts) {
    for (let row = 0; row < rows; row++) made.value.set(rowOf(part, row), row * made.columns + offset)
    offset += part.columns
  }
  return made
}

/** A copy of the first `count` columns. */
export function firstColumns(matrix: Dense, count: number): Dense {
  const made = zeros(matrix.rows, Math.min(count, matrix.columns))
  for (let row = 0; row < matrix.rows; row++)
    made.value.set(rowOf(matrix, row).subarray(0, made.columns), row * made.columns)
  return made
}

/** A copy of the named rows, in the order named. */
export function pickRows(matrix: Dense, chosen: ArrayLike<number>): Dense {
  const made = zeros(chosen.length, matrix.columns)
  for (let row = 0; row < chosen.length; row++)
    made.value.set(rowOf(matrix, chosen[row]!), row * made.columns)
  return made
}
