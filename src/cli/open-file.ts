/** A file that a command is given, or standard input: as a stream, or as a table that fits in memory. */
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { AppError } from '../kernel/errors.ts'
import { type Limits, readTable, type Table } from '../platform/files/index.ts'
import type { CliIo } from './io.ts'

const refused = (code: string) => new AppError('invalid-input', { issues: 1 }, [{ code }])

/** @throws AppError invalid-input when there is no such file; too-large before anything has been read of it */
export async function openStream(
  name: string,
  io: CliIo,
  mostBytes = Number.POSITIVE_INFINITY,
): Promise<Readable> {
  if (name === '-') return io.stdin
  const path = resolve(io.cwd, name)
  const found = await stat(path).catch(() => undefined)
  if (!found) throw refused('no-such-file')
  if (found.isDirectory()) throw refused('not-a-file')
  if (found.size > mostBytes) throw new AppError('too-large', { what: 'bytes', most: mostBytes })
  return createReadStream(path, { highWaterMark: 1 << 18 })
}

const usualBytes = 20 * 1024 * 1024

/** @throws AppError invalid-input with an issue for each line that is no row */
export async function openTable(name: string, io: CliIo, limits?: Partial<Limits>): Promise<Table> {
  const bytes = await buffer(await openStream(name, io, limits?.bytes ?? usualBytes))
  return readTable(bytes, limits ? { limits } : {})
}
