export type CsvCell = string | number | null

export type CsvOptions = {
  readonly delimiter?: ',' | ';' | '\t'
  /** Spreadsheets need it to see that the file is UTF-8. */
  readonly byteOrderMark?: boolean
  /** False for a filter that hands on, cell by cell, what it was given. */
  readonly guardFormulas?: boolean
}

/**
 * A table as CSV (RFC 4180). Text that a spreadsheet would run as a formula gets an apostrophe in front
 * (OWASP, "CSV injection"), which `readTable` takes away again; numbers keep their sign.
 *
 * @example writeCsv([['navn', 'sum'], ['=1+1', -2]]) // "navn,sum\r\n'=1+1,-2\r\n"
 */
export function writeCsv(
  rows: Iterable<readonly CsvCell[]>,
  { delimiter = ',', byteOrderMark = false, guardFormulas = true }: CsvOptions = {},
): string {
  let text = byteOrderMark ? '\ufeff' : ''
  const written = (cell: CsvCell): string =>
    csvCell(typeof cell === 'string' && guardFormulas ? guarded(cell) : cell, delimiter)
  for (const row of rows) text += `${row.map(written).join(delimiter)}\r\n`
  return text
}

function csvCell(cell: CsvCell, delimiter: string): string {
  const text = cell === null ? '' : String(cell)
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Digits with a sign, such as a telephone number, run nothing. */
function guarded(text: string): string {
  if (/^[+-]?[\d\s.,]+$/.test(text) && !/^[\t\r]/.test(text)) return text
  return /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
