/**
 * What a grouping learned of the language of the log, as bytes for the database: where texts are put so that they can
 * be compared (see `LogSpace`), and which text each of its rows is.
 */
import { deserialize, serialize } from 'node:v8'
import { gunzipSync, gzipSync } from 'node:zlib'
import { type LogSpace, readNewTexts } from '../rules/assign/log-space.ts'
import { indexTexts } from '../rules/assign/nearest-texts.ts'
import { type Dense, zeros } from '../rules/matrix/dense.ts'
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

export type OpenMemory = {
  readonly space: LogSpace
  /** The row of each text, those that were taken in later too. */
  readonly rowOf: ReadonlyMap<string, number>
}

/** The memory with these texts (keys) in it as well: people may have placed texts that came after the grouping. */
export function openMemory({ space, keys }: Memory, wanted: readonly string[]): OpenMemory {
  const rowOf = new Map(keys.map((key, row) => [key, row]))
  const open: LogSpace = { ...space, index: indexTexts(space.features.sparse) }
  const later = [...new Set(wanted)].filter((key) => !rowOf.has(key))
  if (later.length === 0) return { space: open, rowOf }
  const { features } = readNewTexts(later, open)
  for (const [place, key] of later.entries()) rowOf.set(key, keys.length + place)
  const sparse = belowSparse(space.features.sparse, features.sparse)
  const dense = belowDense(space.features.dense, features.dense)
  return { space: { ...open, features: { sparse, dense }, index: indexTexts(sparse) }, rowOf }
}

function belowSparse(above: SparseRows, below: SparseRows): SparseRows {
  const offset = above.start[above.rows]!
  const start = new Uint32Array(above.rows + below.rows + 1)
  start.set(above.start)
  for (let row = 0; row <= below.rows; row++) start[above.rows + row] = offset + below.start[row]!
  const end = below.start[below.rows]!
  const index = new Uint32Array(offset + end)
  index.set(above.index.subarray(0, offset))
  index.set(below.index.subarray(0, end), offset)
  const value = new Float32Array(offset + end)
  value.set(above.value.subarray(0, offset))
  value.set(below.value.subarray(0, end), offset)
  return { rows: above.rows + below.rows, columns: above.columns, start, index, value }
}

function belowDense(above: Dense, below: Dense): Dense {
  const made = zeros(above.rows + below.rows, above.columns)
  made.value.set(above.value)
  made.value.set(below.value, above.value.length)
  return made
}
