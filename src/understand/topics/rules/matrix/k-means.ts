import { type Random, randomInteger, seededRandom } from '../../../../kernel/random.ts'
import { type ClosestWork, findClosest, squaredLengths } from './closest.ts'
import { type Dense, pickRows, rowOf, zeros } from './dense.ts'
import { timesTransposed } from './product.ts'

export type Grouping = { readonly centres: Dense; readonly group: Uint32Array }

export type LloydOptions = {
  readonly rounds: number
  /** The group of a row that must not change, or −1. */
  readonly fixed?: Int32Array
  /** How the closest centres are found; threads may share it. */
  readonly closest?: (work: ClosestWork) => void
}

const findAll = (work: ClosestWork) => findClosest(work, { from: 0, to: work.rows.length })
/** Rounds end when fewer rows than this share change their group. */
const fewChanges = 5e-4

/**
 * k-means from given centres (Lloyd 1982). Rows whose bounds prove that their centre is still the closest are not
 * looked at again (Hamerly 2010); the result is that of plain Lloyd. A centre without rows stays where it is.
 */
export function lloyd(
  points: Dense,
  start: Dense,
  { rounds, fixed, closest = findAll }: LloydOptions,
): Grouping {
  const count = points.rows
  const shared = (bytes: number) => new SharedArrayBuffer(bytes * 4)
  const group = new Uint32Array(shared(count))
  const distance = new Float32Array(shared(count))
  const second = new Float32Array(shared(count))
  let centres = start
  let rows = Uint32Array.from({ length: count }, (_, row) => row)
  for (let round = 0; round < rounds; round++) {
    const before = group.slice()
    closest({ kind: 'closest', points, centres, rows, group, distance, second })
    if (fixed) keepFixed(group, fixed)
    const changes = rows.reduce((sum, row) => sum + (group[row] === before[row] ? 0 : 1), 0)
    const moved = meansOf(points, group, centres)
    const still = loosen({ centres, moved, group, distance, second })
    centres = moved
    if (round > 0 && changes <= count * fewChanges) break
    rows = rows.length === 0 ? rows : unsure(count, distance, second, still, group)
    if (rows.length === 0) break
  }
  return { centres, group: Uint32Array.from(group) }
}

function keepFixed(group: Uint32Array, fixed: Int32Array): void {
  for (let row = 0; row < fixed.length; row++) if (fixed[row]! >= 0) group[row] = fixed[row]!
}

/** The mean of each group's rows; a group without rows keeps its centre. */
export function meansOf(points: Dense, group: Uint32Array, before: Dense): Dense {
  const { columns, value } = points
  const sums = new Float64Array(before.rows * columns)
  const counts = new Float64Array(before.rows)
  for (let row = 0; row < points.rows; row++) {
    const to = group[row]! * columns
    counts[group[row]!]! += 1
    for (let column = 0, from = row * columns; column < columns; column++)
      sums[to + column]! += value[from + column]!
  }
  const means = zeros(before.rows, columns)
  for (let centre = 0; centre < before.rows; centre++) {
    if (counts[centre] === 0) means.value.set(rowOf(before, centre), centre * columns)
    else
      for (let place = centre * columns; place < (centre + 1) * columns; place++)
        means.value[place] = sums[place]! / counts[centre]!
  }
  return means
}

type Bounds = {
  readonly centres: Dense
  readonly moved: Dense
  readonly group: Uint32Array
  readonly distance: Float32Array
  readonly second: Float32Array
}

/** Widens the bounds by how far the centres moved; gives half the distance from each centre to its nearest. */
function loosen({ centres, moved, group, distance, second }: Bounds): Float64Array {
  const { rows, columns } = centres
  const drift = new Float64Array(rows)
  for (let centre = 0; centre < rows; centre++) {
    let sum = 0
    for (let place = centre * columns; place < (centre + 1) * columns; place++)
      sum += (moved.value[place]! - centres.value[place]!) ** 2
    drift[centre] = Math.sqrt(sum)
  }
  const most = drift.reduce((a, b) => Math.max(a, b), 0)
  for (let row = 0; row < group.length; row++) {
    distance[row]! += drift[group[row]!]!
    second[row]! -= most
  }
  return halfToNearest(moved)
}

function halfToNearest(centres: Dense): Float64Array {
  const dots = timesTransposed(centres, centres).value
  const squares = squaredLengths(centres)
  return squares.map((square, centre) => {
    let least = Number.POSITIVE_INFINITY
    for (let other = 0; other < squares.length; other++)
      if (other !== centre)
        least = Math.min(least, square + squares[other]! - 2 * dots[centre * squares.length + other]!)
    return Math.sqrt(Math.max(0, least)) / 2
  })
}

/** Rounding of single precision, so that a bound is never trusted too far. */
const slack = 1e-4

function unsure(
  count: number,
  distance: Float32Array,
  second: Float32Array,
  still: Float64Array,
  group: Uint32Array,
): Uint32Array<ArrayBuffer> {
  const rows = new Uint32Array(count)
  let used = 0
  for (let row = 0; row < count; row++)
    if (distance[row]! + slack > Math.max(second[row]!, still[group[row]!]!)) rows[used++] = row
  return rows.slice(0, used)
}

/**
 * Centres far from each other: rows drawn in a few rounds with a chance that grows with the squared distance to
 * those already drawn (k-means‖, Bahmani et al. 2012, without the oversampling).
 */
export function spreadCentres(points: Dense, count: number, random: Random): Dense {
  const chosen = [randomInteger(random, points.rows)]
  const least = new Float64Array(points.rows).fill(Number.POSITIVE_INFINITY)
  const squares = squaredLengths(points)
  let fresh = chosen
  while (chosen.length < count) {
    approach(points, squares, fresh, least)
    const wanted = Math.min(count - chosen.length, Math.max(1, Math.ceil(chosen.length / 4)))
    fresh = drawn(least, wanted, random)
    if (fresh.length === 0) break
    chosen.push(...fresh)
  }
  while (chosen.length < count) chosen.push(randomInteger(random, points.rows))
  return pickRows(points, chosen)
}

function approach(points: Dense, squares: Float64Array, fresh: readonly number[], least: Float64Array): void {
  const dots = timesTransposed(points, pickRows(points, fresh)).value
  for (let row = 0; row < points.rows; row++)
    for (const [place, other] of fresh.entries()) {
      const distance = squares[row]! + squares[other]! - 2 * dots[row * fresh.length + place]!
      if (distance < least[row]!) least[row] = Math.max(0, distance)
    }
  for (const row of fresh) least[row] = 0
}

function drawn(least: Float64Array, wanted: number, random: Random): number[] {
  const found = new Set<number>()
  const upTo = least.slice()
  for (let row = 1; row < upTo.length; row++) upTo[row]! += upTo[row - 1]!
  const all = upTo.at(-1)!
  if (!(all > 1e-6)) return []
  for (let draw = 0; draw < wanted; draw++) {
    const at = random() * all
    let [low, high] = [0, upTo.length - 1]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (upTo[middle]! > at) high = middle
      else low = middle + 1
    }
    found.add(low)
  }
  return [...found]
}

export type FineOptions = Omit<LloydOptions, 'rounds' | 'fixed'> & { readonly seed: number }

/** Many small groups: spread centres, settled on a sample of the rows first and then on all of them. */
export function fineGroups(points: Dense, count: number, { seed, closest }: FineOptions): Grouping {
  const random = seededRandom(seed)
  const most = Math.max(6000, count * 15)
  const sample = points.rows <= most ? points : pickRows(points, sampleRows(points.rows, most, random))
  const shared = closest ? { closest } : {}
  const settled = lloyd(sample, spreadCentres(sample, count, random), { rounds: 6, ...shared })
  return lloyd(points, settled.centres, { rounds: 10, ...shared })
}

/** So many different rows, ascending. */
export function sampleRows(rows: number, count: number, random: Random): Uint32Array {
  const order = Uint32Array.from({ length: rows }, (_, row) => row)
  for (let place = 0; place < count; place++) {
    const other = place + randomInteger(random, rows - place)
    const kept = order[place]!
    order[place] = order[other]!
    order[other] = kept
  }
  return order.slice(0, count).sort()
}
