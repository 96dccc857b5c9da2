import { sparseProduct } from '../matrix/product.ts'
import { addSparse, rowsSummingToOne, type SparseRows, transposed } from '../matrix/sparse-rows.ts'

/** A word of the neighbours counts from this share of them on. */
const leastShare = 0.1

/**
 * How often words occur together when the words of a text's nearest texts count as its context too: C + BᵀN + NᵀB,
 * N the neighbours' words by their share. Two words that never meet in one text meet through texts that are alike.
 */
export function neighbourContexts(together: SparseRows, words: SparseRows, graph: SparseRows): SparseRows {
  const around = sparseProduct(rowsSummingToOne(graph), words, leastShare)
  const crossed = sparseProduct(transposed(words), around)
  return addSparse(addSparse(crossed, transposed(crossed)), together)
}
