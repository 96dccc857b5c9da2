/** One way of looking at the texts: their vectors, their neighbours, and the vectors drawn together along them. */
import type { Dense } from '../matrix/dense.ts'
import type { SparseRows } from '../matrix/sparse-rows.ts'
import { diffuse } from './diffuse.ts'
import { type Neighbours, nearest, neighbourGraph } from './nearest.ts'
import { productBy, type Runner } from './row-work.ts'

export const neighbourCount = 20

export type View = {
  readonly vectors: Dense
  readonly neighbours: Neighbours
  readonly diffused: Dense
}

export type ViewOptions = { readonly run: Runner; readonly seed: number }

/** `vectors` have rows of length 1. */
export function viewOf(vectors: Dense, { run, seed }: ViewOptions): View {
  const neighbours = nearest(vectors, { count: neighbourCount, seed, run, closest: run })
  const graph = neighbourGraph(neighbours, neighbourCount)
  return { vectors, neighbours, diffused: diffuse(graph, vectors, productBy(run)) }
}

/** The nearest of the neighbours: their words count as context. */
export function contextGraph({ neighbours }: View): SparseRows {
  return neighbourGraph(neighbours, 10)
}
