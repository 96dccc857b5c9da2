export type CsvCell = string | number | null

export type CsvOptions = {
  readonly delimiter?: ',' | ';' | '\t'
  /** Spreadsheets need it to see that the file is UTF-8. */
  readonly byteOrderMark?: boolean
}

/**
 * A table as CSV (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe in front
 * (OWASP, "CSV injection"), which `readTable` takes away again; numbers keep their sign.
 *
 * @example writeCsv([['navn', 'sum'], ['=1+1', -2]]) // "navn,sum\r\n'=1+1,-2\r\n"
 */
export function writeCsv(
  rows: Iterable<readonly CsvCell[]>,
  { delimiter = ',', byteOrderMark = false }: CsvOptions = {},
): string {
  let text = byteOrderMark ? '\ufeff' : ''
  for (const row of rows) text += `${row.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`
  return text
}

function csvCell(cell: CsvCell, delimiter: string): string {
  if (cell === null) return ''
  const text = typeof cell === 'number' ? String(cell) : guarded(cell)
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Digits with a sign, such as a telephone number, run nothing. */
function guarded(text: string): string {
  if (/^[+-]?[\d\s.,]+$/.test(text) && !/^[\t\r]/.test(text)) return text
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
