/**
 * Stratified resampling of contacts: the rescaling bootstrap of Rao & Wu (1988, JASA 83) with n − 1 draws in a
 * stratum of n, which makes the spread of a resampled mean that of the textbook (s²/n) also in strata as small as
 * six contacts, where the plain bootstrap is too narrow by (n − 1)/n.
 */
import { type Random, seededRandom } from '../../../kernel/random.ts'

/** Each participant has its own stream: adding a participant does not change the intervals of the others. */
export function randomFor(seed: string, participant: string): Random {
  return seededRandom(`${seed}\u0000${participant}`)
}

/**
 * Adds resampled copies of a stratum's column sums to `copies` (one list per column, one number per copy).
 * A stratum of one contact gives that contact every time: its spread is not known from itself.
 */
export function addResampledSums(rows: Float64Array, copies: readonly Float64Array[], random: Random): void {
  const width = copies.length
  const n = rows.length / width
  const draws = Math.max(1, n - 1)
  const scale = n / draws
  const { distinct, source } = distinctColumns(rows, width)
  const columns = distinct.length / n
  const sums = new Float64Array(columns)
  for (let copy = 0; copy < copies[0]!.length; copy++) {
    sums.fill(0)
    for (let draw = 0; draw < draws; draw++) {
      const row = Math.floor(random() * n) * columns
      for (let column = 0; column < columns; column++) sums[column]! += distinct[row + column]!
    }
    for (let column = 0; column < width; column++) copies[column]![copy]! += sums[source[column]!]! * scale
  }
}

/**
 * The rows without columns that repeat another one, and where each column is found in them: most weights are the
 * same (an area is applicable to whoever answered), which halves the work of the draws.
 */
function distinctColumns(rows: Float64Array, width: number) {
  const firsts: number[] = []
  const source: number[] = []
  for (let column = 0; column < width; column++) {
    const known = firsts.findIndex((first) => sameColumn(rows, width, [first, column]))
    source.push(known < 0 ? firsts.length : known)
    if (known < 0) firsts.push(column)
  }
  const n = rows.length / width
  const distinct = new Float64Array(n * firsts.length)
  for (let at = 0; at < distinct.length; at++) {
    distinct[at] = rows[Math.floor(at / firsts.length) * width + firsts[at % firsts.length]!]!
  }
  return { distinct, source }
}

function sameColumn(rows: Float64Array, width: number, [one, other]: readonly [number, number]): boolean {
  for (let start = 0; start < rows.length; start += width) {
    if (rows[start + one] !== rows[start + other]) return false
  }
  return true
}
