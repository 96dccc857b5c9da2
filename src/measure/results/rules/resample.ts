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
 * What adds resampled copies of a stratum's column sums to `copies` (one list per column, one number per copy), its
 * rows given one after the other. A stratum of one contact gives that contact every time: its spread is not known
 * from itself.
 *
 * Nearly all the time of an edition's results is spent here, so columns are summed four at a time (four sums stay in
 * the processor's registers), a column whose sum cannot change between copies is not drawn at all, and the memory
 * for the sums is the same for all strata.
 */
export function resampler(copies: readonly Float64Array[]): (rows: Float64Array, random: Random) => void {
  const width = copies.length
  const sums = Array.from({ length: Math.ceil(width / 4) }, () => new Float64Array(copies[0]!.length * 4))
  return (rows, random) => {
    const n = rows.length / width
    const draws = Math.max(1, n - 1)
    const scale = n / draws
    const columns = distinctColumns(rows, width)
    const varying = columns.filter(({ constant }) => !constant)
    drawSums(blocksOf(rows, width, varying), sums, { n, draws, copies: copies[0]!.length, random })
    varying.forEach(({ repeats }, place) => {
      for (const column of repeats) addScaled(copies[column]!, sums[place >> 2]!, place & 3, scale)
    })
    for (const { first, constant, repeats } of columns) {
      if (!constant) continue
      const sum = repeatedSum(rows[first]!, draws) * scale
      for (const column of repeats) addConstant(copies[column]!, sum)
    }
  }
}

/** A column, and every column that repeats it, itself included. */
type DistinctColumn = {
  readonly first: number
  readonly constant: boolean
  readonly repeats: number[]
}

/** Most weights are the same (an area is applicable to whoever answered), which halves the work of the draws. */
function distinctColumns(rows: Float64Array, width: number): DistinctColumn[] {
  const distinct: DistinctColumn[] = []
  for (let column = 0; column < width; column++) {
    const known = distinct.find(({ first }) => sameColumn(rows, width, [first, column]))
    if (known) known.repeats.push(column)
    else distinct.push({ first: column, constant: isConstant(rows, width, column), repeats: [column] })
  }
  return distinct
}

function sameColumn(rows: Float64Array, width: number, [one, other]: readonly [number, number]): boolean {
  for (let start = 0; start < rows.length; start += width) {
    if (rows[start + one] !== rows[start + other]) return false
  }
  return true
}

function isConstant(rows: Float64Array, width: number, column: number): boolean {
  for (let at = column; at < rows.length; at += width) {
    if (rows[at] !== rows[column]) return false
  }
  return true
}

/** Four columns beside each other in each block; what is over in the last one is 0. */
function blocksOf(rows: Float64Array, width: number, columns: readonly DistinctColumn[]): Float64Array[] {
  const n = rows.length / width
  const blocks = Array.from({ length: Math.ceil(columns.length / 4) }, () => new Float64Array(n * 4))
  columns.forEach(({ first }, place) => {
    const block = blocks[place >> 2]!
    for (let row = 0; row < n; row++) block[row * 4 + (place & 3)] = rows[row * width + first]!
  })
  return blocks
}

type Drawing = {
  readonly n: number
  readonly draws: number
  readonly copies: number
  readonly random: Random
}

/** Sets for each block the sums of its four columns in every copy. The same rows are drawn for all blocks. */
function drawSums(
  blocks: readonly Float64Array[],
  sums: readonly Float64Array[],
  { n, draws, copies, random }: Drawing,
): void {
  const drawn = new Int32Array(draws)
  for (let copy = 0; copy < copies; copy++) {
    for (let draw = 0; draw < draws; draw++) drawn[draw] = Math.floor(random() * n) * 4
    for (let block = 0; block < blocks.length; block++) sumFour(blocks[block]!, drawn, sums[block]!, copy * 4)
  }
}

/** Four named sums, not a list, keep them in registers; four parameters, as a record each call would cost more. */
function sumFour(block: Float64Array, drawn: Int32Array, into: Float64Array, at: number): void {
  let [one, two, three, four] = [0, 0, 0, 0]
  for (let draw = 0; draw < drawn.length; draw++) {
    const row = drawn[draw]!
    one += block[row]!
    two += block[row + 1]!
    three += block[row + 2]!
    four += block[row + 3]!
  }
  into[at] = one
  into[at + 1] = two
  into[at + 2] = three
  into[at + 3] = four
}

function addScaled(into: Float64Array, block: Float64Array, place: number, scale: number): void {
  for (let copy = 0; copy < into.length; copy++) into[copy]! += block[copy * 4 + place]! * scale
}

function addConstant(into: Float64Array, sum: number): void {
  for (let copy = 0; copy < into.length; copy++) into[copy]! += sum
}

/** Added up as the drawn ones are, not multiplied, so that a figure does not depend on which columns vary. */
function repeatedSum(value: number, times: number): number {
  let sum = 0
  for (let time = 0; time < times; time++) sum += value
  return sum
}
