/**
 * What a grouping learned of the language of the log, as bytes for the database: where texts are put so that they can
 * be compared (see `LogSpace`), and which text each of its rows is.
 */
import { deserialize, serialize } from 'node:v8'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { LogSpace } from '../rules/assign/log-space.ts'
import { indexTexts } from '../rules/assign/nearest-texts.ts'
import type { Dense } from '../rules/matrix/dense.ts'
import type { SparseRows } from '../rules/matrix/sparse-rows.ts'

export type Memory = {
  readonly space: Omit<LogSpace, 'index'>
  /** The key (`textKey`) of each row. */
  readonly keys: readonly string[]
}

/** Node's own form of structured values, which keeps maps and typed arrays, compressed. */
export function packMemory({ space, keys }: Memory): Uint8Array {
  // Memory that threads share is not written out; a copy is.
  const features = { sparse: ownSparse(space.features.sparse), dense: ownDense(space.features.dense) }
  return gzipSync(serialize({ space: { model: { ...space.model }, features }, keys }), { level: 1 })
}

function unpackMemory(bytes: Uint8Array): Memory {
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

/** The space as it was, and the row of each text (key) in it. */
export function openMemory(bytes: Uint8Array): {
  readonly space: LogSpace
  readonly rowOf: Map<string, number>
} {
  const { space, keys } = unpackMemory(bytes)
  return {
    space: { ...space, index: indexTexts(space.features.sparse) },
    rowOf: new Map(keys.map((key, row) => [key, row])),
  }
}
