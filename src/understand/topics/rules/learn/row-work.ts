/** Work that can be shared out by rows. What is computed for a row never depends on who computes it. */
import { type ClosestWork, findClosest } from '../matrix/closest.ts'
import { type Dense, zeros } from '../matrix/dense.ts'
import { type Range, sparseTimesInto } from '../matrix/product.ts'
import type { SparseRows } from '../matrix/sparse-rows.ts'
import { findNearest, type NearestWork } from './nearest.ts'
import { findPosterior, type PosteriorWork } from './posterior.ts'
import { type TrainWork, trainClasses } from './relabel.ts'

type SparseWork = {
  readonly kind: 'sparse'
  readonly sparse: SparseRows
  readonly x: Dense
  readonly out: Dense
}

export type RowWork = SparseWork | ClosestWork | NearestWork | PosteriorWork | TrainWork

/** Does all of the work before it returns. */
export type Runner = (work: RowWork) => void

export function doRows(work: RowWork, range: Range): void {
  if (work.kind === 'sparse') sparseTimesInto(work.sparse, work.x, work.out, range)
  else if (work.kind === 'closest') findClosest(work, range)
  else if (work.kind === 'nearest') findNearest(work, range)
  else if (work.kind === 'posterior') findPosterior(work, range)
  else trainClasses(work, range)
}

/** How many rows (cells of rows for `nearest`, classes for `train`) there are to share out. */
export function rowsOfWork(work: RowWork): number {
  switch (work.kind) {
    case 'sparse':
      return work.sparse.rows
    case 'closest':
      return work.rows.length
    case 'nearest':
      return work.memberStart.length - 1
    case 'posterior':
      return work.points.rows
    case 'train':
      return work.weights.rows
  }
}

/** Everything in this thread. */
export const alone: Runner = (work) => doRows(work, { from: 0, to: rowsOfWork(work) })

/** sparse · x, shared out by the runner. */
export function productBy(run: Runner): (sparse: SparseRows, x: Dense) => Dense {
  return (sparse, x) => {
    const out = zeros(sparse.rows, x.columns)
    run({ kind: 'sparse', sparse, x, out })
    return out
  }
}
