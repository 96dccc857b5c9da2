/** Rows of a table by the names of their columns. */
import { AppError, type InputIssue } from '../../../kernel/errors.ts'

/** A table as it was read from a file. */
export type FileTable = {
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

/** A row with its cells by the names of the columns. */
export type NamedRow<Column extends string> = {
  readonly line: number
  readonly cells: Readonly<Record<Column, string>>
}

/** The wanted columns of every row, by names without regard to letter case; other columns are left alone. */
export function namedRows<Column extends string>(
  table: FileTable,
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
