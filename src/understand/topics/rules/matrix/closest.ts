import type { Dense } from './dense.ts'
import { eachDots, type Range } from './product.ts'

/** For some rows of `points`: which centre is closest, how far it is, and how far the second. */
export type ClosestWork = {
  readonly kind: 'closest'
  readonly points: Dense
  readonly centres: Dense
  /** The rows that are looked at. */
  readonly rows: Uint32Array
  /** By row of `points`; written for the rows that are looked at. */
  readonly group: Uint32Array
  readonly distance: Float32Array
  readonly second: Float32Array
}

/** Does the places `from` … `to` of `rows`. Of centres equally close the first is taken. */
export function findClosest(work: ClosestWork, range: Range): void {
  const { points, centres, rows } = work
  const squares = squaredLengths(centres)
  const pointSquares = (row: number) => {
    let sum = 0
    for (let place = row * points.columns; place < (row + 1) * points.columns; place++)
      sum += points.value[place]! * points.value[place]!
    return sum
  }
  const take = (dots: Float32Array, first: number, end: number, stride: number) => {
    for (let place = first; place < end; place++) {
      const at = (place - first) * stride
      let [best, least, second] = [0, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
      for (let centre = 0; centre < centres.rows; centre++) {
        const distance = squares[centre]! - 2 * dots[at + centre]!
        if (distance >= second) continue
        if (distance < least) {
          second = least
          least = distance
          best = centre
        } else second = distance
      }
      const row = rows[place]!
      const own = pointSquares(row)
      work.group[row] = best
      work.distance[row] = Math.sqrt(Math.max(0, least + own))
      work.second[row] = Math.sqrt(Math.max(0, second + own))
    }
  }
  eachDots(points, centres, range, take, rows)
}

export function squaredLengths({ rows, columns, value }: Dense): Float64Array {
  const squares = new Float64Array(rows)
  for (let row = 0; row < rows; row++)
    for (let place = row * columns; place < (row + 1) * columns; place++)
      squares[row]! += value[place]! * value[place]!
  return squares
}
