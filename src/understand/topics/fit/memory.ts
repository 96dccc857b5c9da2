/**
 * What a grouping learned of the language of the log, as bytes for the database: how texts are read, and the texts
 * that it learned from with their features and vectors. A text that comes later gets its vector from the stored
 * texts most like it.
 */
import { deserialize, serialize } from 'node:v8'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { FeatureRows } from '../rules/assign/feature-rows.ts'
import { indexTexts, nearestTexts, type TextIndex } from '../rules/assign/nearest-texts.ts'
import { type Dense, rowOf, zeros } from '../rules/matrix/dense.ts'
import type { SparseRows } from '../rules/matrix/sparse-rows.ts'
import { type FeatureModel, featuresOf } from '../rules/text/text-features.ts'

export type Memory = {
  readonly model: FeatureModel
  /** Of the texts that were learned from. */
  readonly sparse: SparseRows
  readonly vectors: Dense
}

/** Node's own form of structured values, which keeps maps and typed arrays, compressed. */
export function packMemory({ model, sparse, vectors }: Memory): Uint8Array {
  // Memory that threads share is not written out; a copy is.
  const copy = { model: { ...model }, sparse: ownSparse(sparse), vectors: ownDense(vectors) }
  return gzipSync(serialize(copy), { level: 1 })
}

export function unpackMemory(bytes: Uint8Array): Memory {
  return deserialize(gunzipSync(bytes)) as Memory
}

const ownDense = (dense: Dense): Dense => ({ ...dense, value: new Float32Array(dense.value) })

function ownSparse(rows: SparseRows): SparseRows {
  return {
    ...rows,
    start: new Uint32Array(rows.start),
    index: new Uint32Array(rows.index),
    value: new Float32Array(rows.value),
  }
}

const neighbourCount = 20

export type Reading = { readonly memory: Memory; readonly index: TextIndex }

export function openMemory(memory: Memory): Reading {
  return { memory, index: indexTexts(memory.sparse) }
}

/** Features of texts (keys, see `textKey`) as those of the log: the vector is the mean of the most similar ones'. */
export function readKeys({ memory, index }: Reading, keys: readonly string[]): FeatureRows {
  const sparse = featuresOf(keys, memory.model)
  const dense = zeros(keys.length, memory.vectors.columns)
  for (let row = 0; row < keys.length; row++) {
    const { rows, cosines } = nearestTexts(index, sparse, row, neighbourCount)
    const into = rowOf(dense, row)
    let total = 0
    for (const [at, other] of rows.entries()) {
      // As the graph of the learner weighs its neighbours.
      const weight = cosines[at]! ** 3
      const from = rowOf(memory.vectors, other)
      for (let column = 0; column < into.length; column++) into[column]! += weight * from[column]!
      total += weight
    }
    if (total > 0) for (let column = 0; column < into.length; column++) into[column]! /= total
  }
  return { sparse, dense }
}
