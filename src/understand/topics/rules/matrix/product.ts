/** Products of matrices, by ranges of rows so that threads can share them. */
import { type Dense, zeros } from './dense.ts'
import { kernelMemory } from './kernels.ts'
import type { SparseRows } from './sparse-rows.ts'

export type Range = { readonly from: number; readonly to: number }

const rowsAtATime = 64
const upTo = (value: number, multiple: number) => Math.ceil(value / multiple) * multiple

/** Called with the products of some rows: `dots[(row − first) · stride + j]`. */
type DotsTaker = (dots: Float32Array, first: number, end: number, stride: number) => void

/**
 * a[row] · b[j] for every row of the range and every row of b, handed over a block of rows at a time, so that the
 * whole product need not be kept. `rowNumbers` picks rows of `a`; the range is then over its places.
 */
export function eachDots(
  a: Dense,
  b: Dense,
  { from, to }: Range,
  take: DotsTaker,
  rowNumbers?: ArrayLike<number>,
): void {
  const width = upTo(Math.max(1, a.columns), 8)
  const countB = upTo(b.rows, 2)
  const atB = rowsAtATime * width
  const atOut = atB + countB * width
  const { kernels, buffer } = kernelMemory((atOut + rowsAtATime * countB) * 4)
  const floats = new Float32Array(buffer)
  floats.fill(0, 0, atOut)
  for (let j = 0; j < b.rows; j++)
    floats.set(b.value.subarray(j * b.columns, (j + 1) * b.columns), atB + j * width)
  const out = new Float32Array(buffer, atOut * 4, rowsAtATime * countB)
  for (let first = from; first < to; first += rowsAtATime) {
    const end = Math.min(to, first + rowsAtATime)
    for (let row = first; row < end; row++) {
      const number = rowNumbers ? rowNumbers[row]! : row
      floats.set(a.value.subarray(number * a.columns, (number + 1) * a.columns), (row - first) * width)
    }
    const rows = upTo(end - first, 4)
    kernels.dots(0, atB * 4, atOut * 4, rows * width * 4, atOut * 4, width * 4, countB * 4)
    take(out, first, end, countB)
  }
}

/** a · bᵀ. */
export function timesTransposed(a: Dense, b: Dense): Dense {
  const made = zeros(a.rows, b.rows)
  eachDots(a, b, { from: 0, to: a.rows }, (dots, first, end, stride) => {
    for (let row = first; row < end; row++) {
      const at = (row - first) * stride
      made.value.set(dots.subarray(at, at + b.rows), row * b.rows)
    }
  })
  return made
}

/** aᵀ · b for two tall matrices with the same rows; the result is small and is summed in double precision. */
export function transposedTimes(a: Dense, b: Dense): Dense {
  const turn = (matrix: Dense, from: number, to: number): Dense => {
    const made = zeros(matrix.columns, to - from)
    for (let row = from; row < to; row++)
      for (let column = 0; column < matrix.columns; column++)
        made.value[column * made.columns + row - from] = matrix.value[row * matrix.columns + column]!
    return made
  }
  const sums = new Float64Array(a.columns * b.columns)
  const block = 1024
  for (let from = 0; from < a.rows; from += block) {
    const to = Math.min(a.rows, from + block)
    const left = turn(a, from, to)
    const part = timesTransposed(left, a === b ? left : turn(b, from, to))
    for (let place = 0; place < sums.length; place++) sums[place]! += part.value[place]!
  }
  const made = zeros(a.columns, b.columns)
  made.value.set(sums)
  return made
}

/** a · b for dense matrices of which b is small. */
export function times(a: Dense, b: Dense): Dense {
  const turned = zeros(b.columns, b.rows)
  for (let row = 0; row < b.rows; row++)
    for (let column = 0; column < b.columns; column++)
      turned.value[column * b.rows + row] = b.value[row * b.columns + column]!
  return timesTransposed(a, turned)
}

/** Entries of one block: bounded, so that the copy of them stays small beside the matrix itself. */
const entriesAtATime = 1 << 18

/** The rows of the range of sparse · x, written into `out`, which has as many rows as the sparse matrix. */
export function sparseTimesInto(sparse: SparseRows, x: Dense, out: Dense, { from, to }: Range): void {
  const width = upTo(x.columns, 4)
  const atOut = x.rows * width
  let [mostRows, mostEntries] = [0, 0]
  const blocks: Range[] = []
  for (let first = from; first < to; ) {
    let end = first + 1
    while (end < to && end - first < 4096 && sparse.start[end + 1]! - sparse.start[first]! <= entriesAtATime)
      end++
    blocks.push({ from: first, to: end })
    mostRows = Math.max(mostRows, end - first)
    mostEntries = Math.max(mostEntries, sparse.start[end]! - sparse.start[first]!)
    first = end
  }
  const atStart = atOut + mostRows * width
  const atIndex = atStart + mostRows + 1
  const atValue = atIndex + mostEntries
  const { kernels, buffer } = kernelMemory((atValue + mostEntries) * 4)
  const floats = new Float32Array(buffer)
  const words = new Uint32Array(buffer)
  if (width === x.columns) floats.set(x.value, 0)
  else {
    floats.fill(0, 0, atOut)
    for (let row = 0; row < x.rows; row++)
      floats.set(x.value.subarray(row * x.columns, (row + 1) * x.columns), row * width)
  }
  for (const block of blocks) {
    const rows = block.to - block.from
    const [first, end] = [sparse.start[block.from]!, sparse.start[block.to]!]
    floats.fill(0, atOut, atOut + rows * width)
    for (let row = 0; row <= rows; row++) words[atStart + row] = sparse.start[block.from + row]! - first
    words.set(sparse.index.subarray(first, end), atIndex)
    floats.set(sparse.value.subarray(first, end), atValue)
    kernels.sparse(atStart * 4, (atStart + rows) * 4, atIndex * 4, atValue * 4, 0, atOut * 4, width * 4)
    for (let row = 0; row < rows; row++) {
      const at = atOut + row * width
      out.value.set(floats.subarray(at, at + x.columns), (block.from + row) * x.columns)
    }
  }
}

/** sparse · x. */
export function sparseTimes(sparse: SparseRows, x: Dense): Dense {
  const out = zeros(sparse.rows, x.columns)
  sparseTimesInto(sparse, x, out, { from: 0, to: sparse.rows })
  return out
}

/**
 * a · b for two sparse matrices, row by row (Gustavson 1978); entries not above `least` are left out.
 *
 * @example the words that occur together: sparseProduct(transposed(counts), counts)
 */
export function sparseProduct(a: SparseRows, b: SparseRows, least = 0): SparseRows {
  const sums = new Float64Array(b.columns)
  const seen = new Int32Array(b.columns).fill(-1)
  const touched = new Uint32Array(b.columns)
  const start = new Uint32Array(a.rows + 1)
  let index = new Uint32Array(Math.max(1024, a.index.length * 4))
  let value = new Float32Array(index.length)
  let used = 0
  for (let row = 0; row < a.rows; row++) {
    let count = 0
    for (let place = a.start[row]!; place < a.start[row + 1]!; place++) {
      const [middle, factor] = [a.index[place]!, a.value[place]!]
      for (let other = b.start[middle]!; other < b.start[middle + 1]!; other++) {
        const column = b.index[other]!
        if (seen[column] !== row) {
          seen[column] = row
          sums[column] = 0
          touched[count++] = column
        }
        sums[column]! += factor * b.value[other]!
      }
    }
    if (used + count > index.length) {
      const size = Math.max(used + count, index.length * 2)
      const [moreIndex, moreValue] = [new Uint32Array(size), new Float32Array(size)]
      moreIndex.set(index.subarray(0, used))
      moreValue.set(value.subarray(0, used))
      index = moreIndex
      value = moreValue
    }
    for (const column of touched.subarray(0, count).sort()) {
      if (!(sums[column]! > least)) continue
      index[used] = column
      value[used++] = sums[column]!
    }
    start[row + 1] = used
  }
  return { rows: a.rows, columns: b.columns, start, index: index.slice(0, used), value: value.slice(0, used) }
}
