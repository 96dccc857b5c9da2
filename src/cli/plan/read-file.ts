/** A table that a command is given: a file, or standard input. */
import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { AppError } from '../../kernel/errors.ts'
import { refused } from '../../measure/planning/rules/named-rows.ts'
import { readTable, type Table } from '../../platform/files/index.ts'
import type { CliIo } from '../io.ts'

const mostBytes = 20 * 1024 * 1024

export async function openTable(name: string, io: CliIo): Promise<Table> {
  return readTable(name === '-' ? await buffer(io.stdin) : await readBytes(resolve(io.cwd, name)))
}

/** The size is looked at first: a file that is far too large is never read. */
async function readBytes(path: string): Promise<Uint8Array> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? refused([{ code: 'no-such-file' }]) : error
  })
  try {
    const found = await file.stat()
    if (found.isDirectory()) throw refused([{ code: 'not-a-file' }])
    if (found.size > mostBytes) throw new AppError('too-large', { what: 'bytes', most: mostBytes })
    return await file.readFile()
  } finally {
    await file.close()
  }
}
