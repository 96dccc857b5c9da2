/**
 * A backup file: gzipped lines of JSON. First what it is a backup of, then each table followed by its rows,
 * every value as PostgreSQL writes it in text; last the number of rows and the checksum of all lines before.
 */
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type { Applied } from './migrate.ts'

export type StoredTable = {
  readonly schema: string
  readonly name: string
  readonly columns: readonly string[]
}
export type StoredRow = readonly (string | null)[]

export type BackupHead = {
  readonly format: 'lyttepost-backup-1'
  readonly madeAt: string
  readonly migrations: readonly Applied[]
  /** The version of the job queue's own tables; absent when there was no queue. */
  readonly queueVersion: number | null
}

export type BackupLine =
  | { readonly head: BackupHead }
  | { readonly table: StoredTable }
  | { readonly row: StoredRow }
  | { readonly end: BackupEnd }

type BackupEnd = { readonly rows: number; readonly sha256: string }

/** The file is not a whole, unchanged backup, or cannot be restored here; the message says why. */
export class BackupError extends Error {
  override readonly name = 'BackupError'
}

/** Writes batches of lines and an end to them. The file appears complete, on the disk, or not at all. */
export async function writeBackupFile(
  file: string,
  batches: AsyncIterable<readonly BackupLine[]>,
): Promise<void> {
  const aside = `${file}.unfinished`
  try {
    await pipeline(
      Readable.from(withEnd(batches)),
      createGzip({ level: 6 }),
      createWriteStream(aside, { mode: 0o600 }),
    )
    const handle = await open(aside, 'r+')
    await handle.sync().finally(() => handle.close())
    await rename(aside, file)
  } catch (error) {
    await rm(aside, { force: true })
    throw error
  }
}

async function* withEnd(batches: AsyncIterable<readonly BackupLine[]>): AsyncGenerator<string> {
  const hash = createHash('sha256')
  let rows = 0
  for await (const lines of batches) {
    const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
    hash.update(text)
    rows += lines.filter((line) => 'row' in line).length
    yield text
  }
  yield `${JSON.stringify({ end: { rows, sha256: hash.digest('hex') } })}\n`
}

/** Reads the whole file and compares it with its end. @throws BackupError when it is damaged or not a backup */
export async function verifyBackupFile(
  file: string,
): Promise<{ readonly head: BackupHead; readonly rows: number }> {
  const hash = createHash('sha256')
  let rows = 0
  let head: BackupHead | undefined
  let end: BackupEnd | undefined
  for await (const { line, text } of readLines(file)) {
    if (end) throw new BackupError(`${file} goes on after its end`)
    if ('end' in line) end = line.end
    else hash.update(`${text}\n`)
    if ('head' in line) head = line.head
    if ('row' in line) rows += 1
  }
  if (head?.format !== 'lyttepost-backup-1') throw new BackupError(`${file} is not a backup of Lyttepost`)
  if (!end) throw new BackupError(`${file} breaks off: it has no end`)
  if (end.rows !== rows || end.sha256 !== hash.digest('hex')) {
    throw new BackupError(`${file} is not as it was written: its checksum differs`)
  }
  return { head, rows }
}

/** The tables of a verified file, one after the other, with their rows in batches. */
export async function* readBackupRows(
  file: string,
  batch: number,
): AsyncGenerator<{ readonly table: StoredTable; readonly rows: readonly StoredRow[] }> {
  let table: StoredTable | undefined
  let rows: StoredRow[] = []
  for await (const { line } of readLines(file)) {
    if ('row' in line) rows.push(line.row)
    if (table && rows.length > 0 && (rows.length === batch || !('row' in line))) {
      yield { table, rows }
      rows = []
    }
    if ('table' in line) table = line.table
  }
}

async function* readLines(
  file: string,
): AsyncGenerator<{ readonly line: BackupLine; readonly text: string }> {
  const unpacked = createGunzip()
  // A damaged archive has to reach the reader of the lines, who would otherwise wait for more.
  const reading = pipeline(createReadStream(file), unpacked).catch((error: Error) => error)
  try {
    for await (const text of createInterface({ input: unpacked, crlfDelay: Number.POSITIVE_INFINITY })) {
      yield { line: JSON.parse(text) as BackupLine, text }
    }
  } catch (error) {
    throw asBackupError(file, error)
  }
  const failure = await reading
  if (failure) throw asBackupError(file, failure)
}

function asBackupError(file: string, error: unknown): unknown {
  if (!(error instanceof Error)) return error
  if (error instanceof SyntaxError) return new BackupError(`${file} is not a backup of Lyttepost`)
  const code = 'code' in error ? String(error.code) : ''
  return code.startsWith('Z_') ? new BackupError(`${file} is damaged: ${error.message}`) : error
}
