import { AppError, type ErrorParams, type InputIssue } from '../../kernel/errors.ts'

export type TableRow = {
  /** Where the row begins in the file, as an editor or a spreadsheet counts; the header is usually line 1. */
  readonly line: number
  /** As many as the header has, trimmed. */
  readonly cells: readonly string[]
}

export type Table = {
  readonly header: readonly string[]
  readonly rows: readonly TableRow[]
  readonly encoding: string
  /** Nothing for a workbook. */
  readonly delimiter: ',' | ';' | '\t' | undefined
}

export type Limits = {
  readonly bytes: number
  readonly rows: number
  readonly columns: number
  /** Of all the parts of a workbook, unpacked. */
  readonly unpackedBytes: number
}

export const usualLimits: Limits = {
  bytes: 20 * 1024 * 1024,
  rows: 200_000,
  columns: 500,
  unpackedBytes: 100 * 1024 * 1024,
}

const mostIssues = 100

/** A file that cannot be used, for these reasons; at most a hundred are told. */
export function refuseFile(issues: readonly InputIssue[]): AppError {
  return new AppError('invalid-input', { issues: issues.length }, issues.slice(0, mostIssues))
}

export function refuseFileFor(code: string, params: ErrorParams = {}): AppError {
  return refuseFile([{ code, params }])
}

/** A file beyond a limit; says which one and how far it goes. */
export function refuseSize(what: keyof Limits, most: number): AppError {
  return new AppError('too-large', { what, most })
}

/** Rows as they were found: not yet trimmed, not yet of one length. */
export type FoundRow = { readonly line: number; readonly cells: readonly string[] }

/**
 * The header and the rows of a table: cells trimmed, empty rows left out, short rows filled up. Refused with
 * line and column: no header, a column without or with a doubled name, more cells than the header has, and
 * characters that no text has.
 */
export function asTable(found: readonly FoundRow[], limits: Limits): Pick<Table, 'header' | 'rows'> {
  const [first, ...rest] = found.map(trimmed).filter(({ cells }) => cells.length > 0)
  if (!first) throw refuseFileFor('file-empty')
  if (first.cells.length > limits.columns) throw refuseSize('columns', limits.columns)
  if (rest.length > limits.rows) throw refuseSize('rows', limits.rows)
  const issues = [...headerIssues(first), ...rest.flatMap((row) => rowIssues(row, first.cells))]
  if (issues.length > 0) throw refuseFile(issues)
  const width = first.cells.length
  const rows = rest.map(({ line, cells }) => ({
    line,
    cells: Array.from({ length: width }, (_, index) => cells[index] ?? ''),
  }))
  return { header: first.cells, rows }
}

/** A heading is a line or a few; more than this is something else. */
const mostHeadingLines = 10

/**
 * The rows from the header on: a spreadsheet often has a heading over its list, which fills one cell of its row. Rows
 * stay as they are unless most of what follows has several cells.
 */
export function withoutHeading(found: readonly FoundRow[]): readonly FoundRow[] {
  const hasSeveral = ({ cells }: FoundRow) => cells.filter((cell) => cell.trim() !== '').length > 1
  const header = found.findIndex(hasSeveral)
  if (header <= 0 || header > mostHeadingLines) return found
  const rest = found.slice(header)
  return rest.filter(hasSeveral).length * 2 > rest.length ? rest : found
}

/** Cells without space around them and without empty ones at the end; an empty row has none left. */
function trimmed({ line, cells }: FoundRow): FoundRow {
  const bare = cells.map((cell) => withoutGuard(cell.trim()))
  return { line, cells: bare.slice(0, bare.findLastIndex((cell) => cell !== '') + 1) }
}

/** The apostrophe that `writeCsv` puts before what a spreadsheet would take for a formula. */
function withoutGuard(cell: string): string {
  return /^'+[=+\-@]/.test(cell) ? cell.slice(1) : cell
}

function headerIssues({ line, cells }: FoundRow): InputIssue[] {
  return cells.flatMap((name, index): InputIssue[] => {
    if (name === '') return [{ code: 'column-without-name', line, params: { column: index + 1 } }]
    if (cells.indexOf(name) < index) return [{ code: 'column-doubled', line, column: name }]
    return unreadable(name) ? [{ code: 'unreadable-character', line, params: { column: index + 1 } }] : []
  })
}

function rowIssues({ line, cells }: FoundRow, header: readonly string[]): InputIssue[] {
  if (cells.length > header.length) {
    return [{ code: 'too-many-cells', line, params: { cells: cells.length, columns: header.length } }]
  }
  return cells.flatMap((cell, index) =>
    unreadable(cell) ? [{ code: 'unreadable-character', line, column: header[index]! }] : [],
  )
}

/** Control characters other than tab and line breaks, and halves of characters: no database keeps them. */
function unreadable(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is what this is for
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text) || !text.isWellFormed()
}
