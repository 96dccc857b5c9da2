import { AppError } from '../../kernel/errors.ts'
import { runInThread } from '../jobs/thread.ts'
import {
  asTable,
  type FoundRow,
  type Limits,
  refuseFileFor,
  refuseSize,
  type Table,
  withoutHeading,
} from './table.ts'
import { unpackZip } from './unpack-zip.ts'

const mostMs = 60_000
const mostMegabytes = 1024

/**
 * The first visible sheet of an XLSX workbook. The library that reads it can be led into endless loops by a
 * crafted file, so it works in a thread with bounded time and memory, on parts that were measured before.
 */
export async function readWorkbook(bytes: Uint8Array, limits: Limits): Promise<Table> {
  const parts = unpackZip(bytes, limits.unpackedBytes)
  if (!parts.some(({ name }) => name === 'xl/workbook.xml')) throw refuseFileFor('file-not-a-table')
  const rows = parts
    .filter(({ name }) => name.startsWith('xl/worksheets/'))
    .map((part) => countRows(part.bytes))
  if (Math.max(0, ...rows) > limits.rows + 1) throw refuseSize('rows', limits.rows)
  const found = await readRows(bytes)
  return { ...asTable(withoutHeading(found), limits), encoding: 'utf-8', delimiter: undefined }
}

function countRows(sheet: Uint8Array): number {
  const text = Buffer.from(sheet)
  let count = 0
  for (let at = text.indexOf('<row'); at >= 0; at = text.indexOf('<row', at + 4)) count += 1
  return count
}

async function readRows(bytes: Uint8Array): Promise<readonly FoundRow[]> {
  const entry = new URL('./workbook-thread.ts', import.meta.url)
  try {
    return await runInThread(entry, bytes, { signal: AbortSignal.timeout(mostMs), mostMegabytes })
  } catch (error) {
    if (error instanceof AppError) throw error
    // Whatever the library stumbles over, out of time and memory included, is the file's doing.
    throw refuseFileFor('file-damaged')
  }
}
