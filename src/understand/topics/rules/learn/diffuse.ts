import { type Dense, normaliseRows, zeros } from '../matrix/dense.ts'
import { rowsSummingToOne, type SparseRows } from '../matrix/sparse-rows.ts'

const steps = 4

/**
 * Vectors drawn towards those of their neighbours: E ← rows of length 1 of (E + P·E), four times, P the graph with
 * rows that sum to 1 (label-free smoothing as in simplified graph convolution, Wu et al. 2019).
 */
export function diffuse(
  graph: SparseRows,
  vectors: Dense,
  product: (sparse: SparseRows, x: Dense) => Dense,
): Dense {
  const share = rowsSummingToOne(graph)
  let now = zeros(vectors.rows, vectors.columns)
  now.value.set(vectors.value)
  for (let step = 0; step < steps; step++) {
    const next = product(share, now)
    for (let place = 0; place < next.value.length; place++) next.value[place]! += now.value[place]!
    now = normaliseRows(next)
  }
  return now
}
