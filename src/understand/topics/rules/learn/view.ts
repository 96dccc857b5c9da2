/** One way of looking at the texts: neighbours, drawn together along them, grouped, settled. */
import type { Dense } from '../matrix/dense.ts'
import type { SparseRows } from '../matrix/sparse-rows.ts'
import { diffuse } from './diffuse.ts'
import { group } from './group.ts'
import { type Neighbours, nearest, neighbourGraph } from './nearest.ts'
import type { Posterior } from './posterior.ts'
import { productBy, type Runner } from './row-work.ts'
import { settle } from './settle.ts'

export type LearnContext = {
  readonly run: Runner
  readonly seed: number
  /** 1 where a word is in a text. */
  readonly words: SparseRows
  readonly groups: number
  readonly fixed: Int32Array | undefined
  /** Called between steps; throws to stop. */
  readonly step: (name: string) => void
}

export const neighbourCount = 20
/** The nearest of the neighbours, whose words count as context. */
export const contextNeighbours = 10

export type View = {
  readonly vectors: Dense
  readonly neighbours: Neighbours
  /** The vectors drawn together along the graph of neighbours. */
  readonly diffused: Dense
  readonly posterior: Posterior
}

/** `vectors` have rows of length 1. */
export function viewOf(vectors: Dense, context: LearnContext): View {
  const { run, seed, words, groups, fixed, step } = context
  const neighbours = nearest(vectors, { count: neighbourCount, seed, run, closest: run })
  step('neighbours')
  const graph = neighbourGraph(neighbours, neighbourCount)
  const diffused = diffuse(graph, vectors, productBy(run))
  step('diffused')
  const first = group(diffused, { groups, seed, run, fixed })
  step('grouped')
  const posterior = settle(words, vectors, first, { groups: countOf(first, groups), run, fixed })
  step('settled')
  return { vectors, neighbours, diffused, posterior }
}

/** As many groups as there are, at least those that are asked for. */
function countOf(group: Uint32Array, asked: number): number {
  return group.reduce((most, number) => Math.max(most, number + 1), asked)
}
