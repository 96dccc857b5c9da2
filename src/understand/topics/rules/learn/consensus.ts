import { type Dense, normaliseRows } from '../matrix/dense.ts'
import { randomisedSvd } from '../matrix/randomised-svd.ts'
import type { SparseRows } from '../matrix/sparse-rows.ts'
import type { Posterior } from './posterior.ts'
import { productBy, type Runner } from './row-work.ts'

const mostDimensions = 200

/**
 * One vector for each text from what several views say of its group: the roots of all posteriors side by side (so
 * that the product of two texts is how far the views hold them together; Bhattacharyya), reduced by SVD.
 */
export function consensus(views: readonly Posterior[], run: Runner, seed: number): Dense {
  const joined = rootsJoined(views)
  const dimensions = Math.min(mostDimensions, 2 * views[0]!.groups)
  const options = { dimensions, seed, rounds: 3, product: productBy(run) }
  return normaliseRows(randomisedSvd(joined, options).scaled)
}

function rootsJoined(views: readonly Posterior[]): SparseRows {
  const rows = views[0]!.group.length / views[0]!.width
  const start = new Uint32Array(rows + 1)
  const index = new Uint32Array(views.reduce((sum, { group }) => sum + group.length, 0))
  const value = new Float32Array(index.length)
  let used = 0
  for (let row = 0; row < rows; row++) {
    let offset = 0
    for (const { groups, width, group, weight } of views) {
      const entries: [number, number][] = []
      for (let at = row * width; at < (row + 1) * width && weight[at]! > 0; at++)
        entries.push([group[at]! + offset, Math.sqrt(weight[at]! / views.length)])
      for (const [column, root] of entries.sort((a, b) => a[0] - b[0])) {
        index[used] = column
        value[used++] = root
      }
      offset += groups
    }
    start[row + 1] = used
  }
  const columns = views.reduce((sum, { groups }) => sum + groups, 0)
  return { rows, columns, start, index: index.slice(0, used), value: value.slice(0, used) }
}
