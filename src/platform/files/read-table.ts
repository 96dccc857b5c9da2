/** A table from a file that somebody sent: CSV in the encodings and with the delimiters of real life, or XLSX. */
import { readDelimited } from './read-delimited.ts'
import { readWorkbook } from './read-workbook.ts'
import { type Limits, refuseFileFor, refuseSize, type Table, usualLimits } from './table.ts'

export type ReadOptions = {
  /** Only told back in messages; what the file is, its bytes say. */
  readonly filename?: string
  readonly limits?: Partial<Limits>
}

/**
 * Reads a table. The bytes decide what it is; names and endings lie.
 *
 * @throws AppError `invalid-input` with an issue for each line and column, or `too-large` with the limit
 * @example await readTable(new TextEncoder().encode('navn;klasse\nBuss;transport\n'))
 * // { header: ['navn', 'klasse'], rows: [{ line: 2, cells: ['Buss', 'transport'] }], encoding: 'utf-8', delimiter: ';' }
 */
export async function readTable(bytes: Uint8Array, { filename, limits }: ReadOptions = {}): Promise<Table> {
  const within: Limits = { ...usualLimits, ...limits }
  if (bytes.length > within.bytes) throw refuseSize('bytes', within.bytes)
  const kind = kindOf(bytes)
  if (kind === 'old-workbook') throw refuseFileFor('file-old-workbook', { filename: filename ?? null })
  return kind === 'zip' ? readWorkbook(bytes, within) : readDelimited(bytes, within)
}

function kindOf(bytes: Uint8Array): 'zip' | 'old-workbook' | 'text' {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  if (start === '504b0304' || start === '504b0506') return 'zip'
  return start === 'd0cf11e0' ? 'old-workbook' : 'text'
}
