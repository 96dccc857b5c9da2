/** Four views of the same texts, each from vectors that the log itself has taught. Knows nothing of groups. */
import { type Dense, firstColumns, joinColumns, normaliseRows } from '../matrix/dense.ts'
import { sparseProduct } from '../matrix/product.ts'
import { randomisedSvd } from '../matrix/randomised-svd.ts'
import { type SparseRows, transposed } from '../matrix/sparse-rows.ts'
import { textVectors, withoutDiagonal, wordVectors } from '../text/ppmi.ts'
import type { TextFeatures } from '../text/text-features.ts'
import { neighbourContexts } from './neighbour-contexts.ts'
import { productBy, type Runner } from './row-work.ts'
import { contextGraph, type View, viewOf } from './view.ts'

export type Representations = {
  /** Letters and words as they stand. */
  readonly plain: View
  /** Letters, and words by the company of texts like theirs. */
  readonly nearby: View
  /** The richest: letters, words by wider company, and pairs of words by theirs. */
  readonly joint: View
  /** As `nearby`, a round further. */
  readonly further: View
}

export type RepresentOptions = {
  readonly run: Runner
  readonly seed: number
  /** Called before each step; throws to stop. */
  readonly step: (name: string) => void
}

const [letters, narrow, wide] = [100, 100, 200]

export function represent(features: TextFeatures, { run, seed, step }: RepresentOptions): Representations {
  const product = productBy(run)
  const { words, pairs, ngrams } = features
  const svd = (dimensions: number) => ({ dimensions, seed, product })
  const text = (counts: SparseRows, vectors: Dense) => textVectors(counts, vectors, product)
  const look = (...blocks: Dense[]) => viewOf(normaliseRows(joinColumns(blocks)), { run, seed })
  step('letters')
  const byLetters = normaliseRows(randomisedSvd(ngrams, svd(letters)).scaled)
  step('words')
  const together = withoutDiagonal(sparseProduct(transposed(words), words))
  const plain = look(byLetters, text(words, wordVectors(together, svd(narrow))))
  step('neighbours')
  const first = wordVectors(neighbourContexts(together, words, contextGraph(plain)), svd(narrow))
  const nearby = look(byLetters, text(words, first))
  step('neighbours of neighbours')
  const second = wordVectors(neighbourContexts(together, words, contextGraph(nearby)), svd(wide))
  step('words in pairs')
  const besides = withoutDiagonal(sparseProduct(transposed(pairs), pairs))
  const around = neighbourContexts(besides, pairs, contextGraph(nearby))
  const byPairs = text(pairs, wordVectors(around, svd(wide)))
  step('all together')
  const joint = look(byLetters, text(words, second), byPairs)
  const further = look(byLetters, text(words, firstColumns(second, narrow)))
  return { plain, nearby, joint, further }
}
