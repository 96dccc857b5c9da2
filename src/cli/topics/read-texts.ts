/** The files of `topics`: rows as they stand, and the texts of one column. What is wrong is told by line. */
import { AppError, type InputIssue } from '../../kernel/errors.ts'
import { readRows } from '../../platform/files/index.ts'
import type { CliIo } from '../io.ts'
import { openStream } from '../open-file.ts'

export type TextTable = {
  readonly header: readonly string[]
  /** Each with as many cells as the header. */
  readonly rows: readonly (readonly string[])[]
  /** The place of the column of texts in the header. */
  readonly textAt: number
  readonly delimiter: ',' | ';' | '\t'
}

/** Without the named column the first one is taken where `orFirst` says so. */
type ColumnChoice = { readonly column: string; readonly orFirst: boolean }

const mostIssues = 50

/** @throws AppError invalid-input with an issue for each line that is wrong */
export async function readTexts(name: string, choice: ColumnChoice, io: CliIo): Promise<TextTable> {
  let delimiter = ','
  let header: readonly string[] | undefined
  let textAt = 0
  const rows: (readonly string[])[] = []
  const issues: InputIssue[] = []
  const batches = readRows(await openStream(name, io), {
    onDelimiter: (found) => {
      delimiter = found
    },
  })
  for await (const batch of batches) {
    for (const { line, cells } of batch) {
      if (header === undefined) {
        header = cells.map((cell) => cell.trim())
        textAt = columnAt(header, choice)
      } else if (cells.length > header.length) {
        issues.push({ code: 'too-many-cells', line, params: { cells: cells.length, columns: header.length } })
      } else rows.push(filledUp(cells, header.length))
    }
  }
  if (header === undefined) throw refused([{ code: 'file-empty' }])
  if (issues.length > 0) throw refused(issues)
  if (rows.length === 0) throw refused([{ code: 'no-rows' }])
  return { header, rows, textAt, delimiter: delimiter as TextTable['delimiter'] }
}

function columnAt(header: readonly string[], { column, orFirst }: ColumnChoice): number {
  const doubled = header.find((name, place) => header.indexOf(name) < place)
  if (doubled !== undefined && !orFirst) throw refused([{ code: 'column-doubled', line: 1, column: doubled }])
  const at = header.indexOf(column)
  if (at < 0 && !orFirst)
    throw refused([{ code: 'missing-column', column, params: { found: header.join(', ') } }])
  return Math.max(0, at)
}

function filledUp(cells: readonly string[], columns: number): readonly string[] {
  return cells.length === columns ? cells : Array.from({ length: columns }, (_, at) => cells[at] ?? '')
}

const refused = (issues: readonly InputIssue[]) =>
  new AppError('invalid-input', { issues: issues.length }, issues.slice(0, mostIssues))
