/** The two files of `assign`, checked: what is wrong is told by line, and nothing is done with a file that is wrong. */
import { AppError, type InputIssue } from '../../kernel/errors.ts'
import type { Table } from '../../platform/files/index.ts'
import { textKey } from '../../understand/topics/rules/text/text-key.ts'
import { hasContent } from '../../understand/topics/rules/text/words.ts'
import type { CliIo } from '../io.ts'
import { openTable } from '../open-file.ts'
import { ownTexts } from '../own-texts.ts'
import { orRefuse, type Reasons } from '../refuse-file.ts'

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

const own: Reasons = {
  'one-topic': ({ value }) => `every example has the topic "${value}"; at least two are needed to tell apart`,
}

/** What the files hold, or undefined after having said what is wrong. */
export async function readInput(asked: Asked, io: CliIo): Promise<AssignInput | undefined> {
  const examples = await orRefuse(asked.examples, { io, own }, async () =>
    readExamples(await openTable(asked.examples, io, limits), asked),
  )
  const table = await orRefuse(asked.file, { io, own }, async () =>
    checked(await openTable(asked.file, io, limits), [asked.text]),
  )
  if (!examples || !table) return undefined
  const at = table.header.indexOf(asked.text)
  return {
    header: table.header,
    rows: table.rows.map(({ cells }) => cells),
    delimiter: table.delimiter ?? ',',
    texts: ownTexts(table.rows.map(({ cells }) => cells[at]!)),
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
  const own = ownTexts(rows.map(({ cells }) => cells[atText]!))
  const examples = rows.map(({ cells }, at) => ({ text: own[at]!, label: cells[atLabel]! }))
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
