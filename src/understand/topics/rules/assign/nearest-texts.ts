/** The stored texts that are most like a new one, by the cosine of their sparse features. */
import { type SparseRows, transposed } from '../matrix/sparse-rows.ts'

export type Neighbours = { readonly rows: Uint32Array; readonly cosines: Float32Array }

/** An index from feature to the texts that have it; rows are taken to have length 1, or √2 for two such blocks. */
export type TextIndex = { readonly byFeature: SparseRows; readonly lengths: Float32Array }

export function indexTexts(texts: SparseRows): TextIndex {
  const lengths = Float32Array.from({ length: texts.rows }, (_, row) => lengthOf(texts, row))
  return { byFeature: transposed(texts), lengths }
}

/**
 * The `count` most similar stored texts, best first; those with nothing in common are left out. Work in proportion
 * to how many stored texts have the features of the new one.
 */
export function nearestTexts(index: TextIndex, text: SparseRows, row: number, count: number): Neighbours {
  const { byFeature, lengths } = index
  const sums = new Float32Array(lengths.length)
  for (let place = text.start[row]!; place < text.start[row + 1]!; place++) {
    const [feature, weight] = [text.index[place]!, text.value[place]!]
    const end = byFeature.start[feature + 1]!
    for (let at = byFeature.start[feature]!; at < end; at++)
      sums[byFeature.index[at]!]! += weight * byFeature.value[at]!
  }
  const own = lengthOf(text, row)
  for (let other = 0; other < sums.length; other++)
    if (sums[other] !== 0) sums[other]! /= own * lengths[other]!
  return best(sums, count)
}

/** The `count` largest above 0, by insertion: few enter once the first are found. */
function best(sums: Float32Array, count: number): Neighbours {
  const rows = new Uint32Array(count)
  const cosines = new Float32Array(count)
  let size = 0
  for (let row = 0; row < sums.length; row++) {
    const cosine = sums[row]!
    if (cosine <= 0 || (size === count && cosine <= cosines[count - 1]!)) continue
    if (size < count) size++
    let place = size - 1
    for (; place > 0 && cosines[place - 1]! < cosine; place--) {
      cosines[place] = cosines[place - 1]!
      rows[place] = rows[place - 1]!
    }
    cosines[place] = cosine
    rows[place] = row
  }
  return { rows: rows.slice(0, size), cosines: cosines.slice(0, size) }
}

function lengthOf({ start, value }: SparseRows, row: number): number {
  let squares = 0
  for (let place = start[row]!; place < start[row + 1]!; place++) squares += value[place]! ** 2
  return Math.sqrt(squares) || 1
}
