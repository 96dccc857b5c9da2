/** A table that a command is given: a file, or standard input. */
import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { AppError, type InputIssue } from '../../kernel/errors.ts'
import { readTable, type Table } from '../../platform/files/index.ts'
import type { CliIo } from '../io.ts'

const mostBytes = 20 * 1024 * 1024

/** A row with its cells by the names of the columns. */
export type NamedRow<Column extends string> = {
  readonly line: number
  readonly cells: Readonly<Record<Column, string>>
}

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

/** The wanted columns of every row, by names without regard to letter case; other columns are left alone. */
export function namedRows<Column extends string>(
  table: Table,
  wanted: readonly Column[],
  optional: readonly Column[] = [],
): NamedRow<Column>[] {
  const places = wanted.map((name) =>
    table.header.findIndex((heading) => heading.toLowerCase() === name.toLowerCase()),
  )
  const missing = wanted.filter((name, index) => places[index] === -1 && !optional.includes(name))
  const found = table.header.join(', ').slice(0, 200)
  if (missing.length > 0)
    throw refused(missing.map((column) => ({ code: 'missing-column', line: 1, column, params: { found } })))
  return table.rows.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries(
      wanted.map((name, index) => [name, cells[places[index]!]?.trim() ?? '']),
    ) as Record<Column, string>,
  }))
}

export function refused(issues: readonly InputIssue[]): AppError {
  return new AppError('invalid-input', { issues: issues.length }, issues)
}
