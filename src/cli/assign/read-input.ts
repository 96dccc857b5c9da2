/** The two files of `assign`, checked: what is wrong is told by line, and nothing is done with a file that is wrong. */
import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { AppError, type InputIssue } from '../../kernel/errors.ts'
import { readTable, type Table } from '../../platform/files/index.ts'
import { textKey } from '../../understand/topics/rules/text/text-key.ts'
import { hasContent } from '../../understand/topics/rules/text/words.ts'
import type { CliIo } from '../io.ts'
import { describeProblem } from './describe-problem.ts'

export type AssignInput = {
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly delimiter: ',' | ';' | '\t'
  readonly texts: readonly string[]
  readonly examples: readonly { readonly text: string; readonly label: string }[]
  /** How many texts have more than one label. */
  readonly contradictions: number
}

type Asked = {
  readonly file: string
  readonly text: string
  readonly examples: string
  readonly label: string
}

const limits = { bytes: 1024 ** 3, rows: 2_000_000 }
const mostProblems = 50

/** What the files hold, or undefined after having said what is wrong. */
export async function readInput(asked: Asked, io: CliIo): Promise<AssignInput | undefined> {
  const examples = await orRefuse(asked.examples, io, async () =>
    readExamples(await openTable(asked.examples, io), asked),
  )
  const table = await orRefuse(asked.file, io, async () =>
    checked(await openTable(asked.file, io), [asked.text]),
  )
  if (!examples || !table) return undefined
  const at = table.header.indexOf(asked.text)
  return {
    header: table.header,
    rows: table.rows.map(({ cells }) => cells),
    delimiter: table.delimiter ?? ',',
    texts: table.rows.map(({ cells }) => cells[at]!),
    ...examples,
  }
}

function readExamples(table: Table, { text, label }: Asked) {
  const { header, rows } = checked(table, [text, label])
  const [atText, atLabel] = [header.indexOf(text), header.indexOf(label)]
  const issues = rows.flatMap(({ line, cells }): InputIssue[] => [
    ...(!hasContent(textKey(cells[atText]!)) ? [{ code: 'blank', line, column: text }] : []),
    ...(cells[atLabel] === '' ? [{ code: 'blank', line, column: label }] : []),
  ])
  if (issues.length > 0) throw refused(issues)
  const examples = rows.map(({ cells }) => ({ text: cells[atText]!, label: cells[atLabel]! }))
  const topics = new Set(examples.map((example) => example.label))
  if (topics.size < 2) throw refused([{ code: 'one-topic', column: label, value: [...topics].join() }])
  const seen = new Map<string, Set<string>>()
  for (const example of examples) {
    const key = textKey(example.text)
    seen.set(key, (seen.get(key) ?? new Set()).add(example.label))
  }
  return { examples, contradictions: [...seen.values()].filter(({ size }) => size > 1).length }
}

function checked(table: Table, columns: readonly string[]): Table {
  const found = table.header.join(', ')
  const missing = columns.filter((column) => !table.header.includes(column))
  if (missing.length > 0)
    throw refused(missing.map((column) => ({ code: 'missing-column', column, params: { found } })))
  if (table.rows.length === 0) throw refused([{ code: 'no-rows' }])
  return table
}

const refused = (issues: readonly InputIssue[]) =>
  new AppError('invalid-input', { issues: issues.length }, issues)

async function openTable(name: string, io: CliIo): Promise<Table> {
  return readTable(name === '-' ? await buffer(io.stdin) : await readBytes(resolve(io.cwd, name)), { limits })
}

/** The size is looked at first: a file that is far too large is never read. */
async function readBytes(path: string): Promise<Uint8Array> {
  const file = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? refused([{ code: 'no-such-file' }]) : error
  })
  try {
    const found = await file.stat()
    if (found.isDirectory()) throw refused([{ code: 'not-a-file' }])
    if (found.size > limits.bytes) throw new AppError('too-large', { what: 'bytes', most: limits.bytes })
    return await file.readFile()
  } finally {
    await file.close()
  }
}

async function orRefuse<Read>(file: string, io: CliIo, read: () => Promise<Read>): Promise<Read | undefined> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (error.code === 'too-large')
      io.stderr.write(`${file}: too large; at most ${error.params.most} ${error.params.what}\n`)
    for (const issue of error.issues.slice(0, mostProblems))
      io.stderr.write(`${file}: ${describeProblem(issue)}\n`)
    const more = error.issues.length - mostProblems
    if (more > 0) io.stderr.write(`${file}: and ${more} more\n`)
    io.stderr.write(`${file}: refused, nothing written\n`)
    return undefined
  }
}
