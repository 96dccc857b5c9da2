/** The nearest texts of each text by cosine: all compared in a small log, in a large one only those of cells nearby. */
import { seededRandom } from '../../../../kernel/random.ts'
import type { ClosestWork } from '../matrix/closest.ts'
import { type Dense, normaliseRows, pickRows } from '../matrix/dense.ts'
import { lloyd, sampleRows } from '../matrix/k-means.ts'
import { eachDots, type Range, timesTransposed } from '../matrix/product.ts'
import type { SparseRows } from '../matrix/sparse-rows.ts'

export type Neighbours = {
  readonly count: number
  /** rows × count, nearest first; a row without so many neighbours holds itself with similarity 0. */
  readonly row: Uint32Array
  /** Cosine. */
  readonly similarity: Float32Array
}

/** Cells of rows, each with the rows among which its neighbours are looked for. */
export type NearestWork = {
  readonly kind: 'nearest'
  readonly points: Dense
  readonly memberStart: Uint32Array
  readonly members: Uint32Array
  readonly candidateStart: Uint32Array
  readonly candidates: Uint32Array
  readonly found: Neighbours
}

const exactUpTo = 4000
const cellSize = 75
const cellsProbed = 14

export type NearestOptions = {
  readonly count: number
  readonly seed: number
  readonly run: (work: NearestWork) => void
  readonly closest: (work: ClosestWork) => void
}

/** `points` have rows of length 1. */
export function nearest(points: Dense, { count, seed, run, closest }: NearestOptions): Neighbours {
  const size = points.rows * count
  const found: Neighbours = {
    count,
    row: new Uint32Array(new SharedArrayBuffer(size * 4)),
    similarity: new Float32Array(new SharedArrayBuffer(size * 4)),
  }
  for (let place = 0; place < size; place++) found.row[place] = Math.floor(place / count)
  const cells = points.rows <= exactUpTo ? blocks(points.rows) : nearCells(points, seed, closest)
  run({ kind: 'nearest', points, ...cells, found })
  return found
}

type Cells = Pick<NearestWork, 'memberStart' | 'members' | 'candidateStart' | 'candidates'>

/** Everything is compared with everything. */
function blocks(rows: number): Cells {
  const all = Uint32Array.from({ length: rows }, (_, row) => row)
  const memberStart = Uint32Array.from({ length: Math.ceil(rows / 512) + 1 }, (_, block) =>
    Math.min(rows, block * 512),
  )
  return { memberStart, members: all, candidateStart: new Uint32Array(0), candidates: all }
}

/** k-means cells of some 75 rows; the candidates of a cell are the rows of the cells nearest to it. */
function nearCells(points: Dense, seed: number, closest: (work: ClosestWork) => void): Cells {
  const count = Math.floor(points.rows / cellSize)
  const random = seededRandom(seed)
  const sample = pickRows(points, sampleRows(points.rows, Math.min(points.rows, count * 20), random))
  const start = pickRows(sample, sampleRows(sample.rows, count, random))
  const settled = lloyd(sample, start, { rounds: 5, closest })
  const { centres, group } = lloyd(points, settled.centres, { rounds: 1, closest })
  const { start: memberStart, list: members } = gathered(group, count)
  const likeness = timesTransposed(normaliseRows(centres), centres).value
  const candidateStart = new Uint32Array(count + 1)
  const candidates: Uint32Array[] = []
  for (let cell = 0; cell < count; cell++) {
    let rows = 0
    const order = nearestCells(likeness.subarray(cell * count, (cell + 1) * count))
    for (const other of memberStart[cell] === memberStart[cell + 1] ? [] : order) {
      candidates.push(members.subarray(memberStart[other], memberStart[other + 1]))
      rows += candidates.at(-1)!.length
      if (rows >= cellSize * cellsProbed) break
    }
    candidateStart[cell + 1] = candidateStart[cell]! + rows
  }
  const list = new Uint32Array(candidateStart[count]!)
  let to = 0
  for (const part of candidates) {
    list.set(part, to)
    to += part.length
  }
  return { memberStart, members, candidateStart, candidates: list }
}

function nearestCells(likeness: Float32Array): Uint32Array {
  const order = Uint32Array.from(likeness, (_, cell) => cell)
  return order.sort((a, b) => likeness[b]! - likeness[a]! || a - b)
}

/** The rows of each group, one group after the other. */
export function gathered(group: Uint32Array, count: number): { start: Uint32Array; list: Uint32Array } {
  const start = new Uint32Array(count + 1)
  for (const number of group) start[number + 1]! += 1
  for (let number = 0; number < count; number++) start[number + 1]! += start[number]!
  const next = start.slice(0, count)
  const list = new Uint32Array(group.length)
  for (let row = 0; row < group.length; row++) list[next[group[row]!]!++] = row
  return { start, list }
}

export function findNearest(work: NearestWork, { from, to }: Range): void {
  const { points, memberStart, members, candidateStart, candidates } = work
  const everything = candidateStart.length === 0
  for (let cell = from; cell < to; cell++) {
    const own = members.subarray(memberStart[cell], memberStart[cell + 1])
    const among = everything
      ? candidates
      : candidates.subarray(candidateStart[cell], candidateStart[cell + 1])
    if (own.length === 0) continue
    const block = everything ? points : pickRows(points, among)
    eachDots(
      points,
      block,
      { from: 0, to: own.length },
      (dots, first, end, stride) => {
        for (let place = first; place < end; place++)
          keepBest(own[place]!, dots.subarray((place - first) * stride), among, work.found)
      },
      own,
    )
  }
}

function keepBest(row: number, dots: Float32Array, among: Uint32Array, found: Neighbours): void {
  const base = row * found.count
  const last = base + found.count - 1
  const { row: rows, similarity } = found
  let filled = 0
  for (let place = 0; place < among.length; place++) {
    const value = dots[place]!
    if (filled === found.count ? value <= similarity[last]! : !(value > 0)) continue
    if (among[place] === row) continue
    let at = base + Math.min(filled, found.count - 1)
    for (; at > base && similarity[at - 1]! < value; at--) {
      similarity[at] = similarity[at - 1]!
      rows[at] = rows[at - 1]!
    }
    similarity[at] = value
    rows[at] = among[place]!
    if (filled < found.count) filled++
  }
}

/** A symmetric graph of each row's first `count` neighbours, weighed by the third power of the similarity. */
export function neighbourGraph(found: Neighbours, count: number): SparseRows {
  const rows = found.row.length / found.count
  const kept = Math.min(count, found.count)
  const degree = new Uint32Array(rows + 1)
  const each = (take: (row: number, other: number, weight: number) => void) => {
    for (let row = 0; row < rows; row++)
      for (let place = row * found.count; place < row * found.count + kept; place++)
        if (found.similarity[place]! > 0)
          take(row, found.row[place]!, Math.max(0, found.similarity[place]!) ** 3 / 2)
  }
  each((row, other) => {
    degree[row + 1]! += 1
    degree[other + 1]! += 1
  })
  for (let row = 0; row < rows; row++) degree[row + 1]! += degree[row]!
  const next = degree.slice(0, rows)
  const index = new Uint32Array(degree[rows]!)
  const value = new Float32Array(index.length)
  const put = (row: number, other: number, weight: number) => {
    index[next[row]!] = other
    value[next[row]!++] = weight
  }
  each((row, other, weight) => {
    put(row, other, weight)
    put(other, row, weight)
  })
  return merged({ rows, columns: rows, start: degree, index, value })
}

/** Columns in order, and entries of the same column added up. */
function merged({ rows, columns, start, index, value }: SparseRows): SparseRows {
  const from = new Uint32Array(rows + 1)
  const sums = new Float32Array(columns)
  let used = 0
  for (let row = 0; row < rows; row++) {
    const first = used
    const end = start[row + 1]!
    for (let place = start[row]!; place < end; place++) {
      const column = index[place]!
      if (sums[column] === 0) index[used++] = column
      sums[column]! += value[place]!
    }
    for (const [offset, column] of index.subarray(first, used).sort().entries()) {
      value[first + offset] = sums[column]!
      sums[column] = 0
    }
    from[row + 1] = used
  }
  return { rows, columns, start: from, index: index.slice(0, used), value: value.slice(0, used) }
}
