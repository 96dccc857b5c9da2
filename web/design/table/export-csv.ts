/**
 * A table as CSV that a spreadsheet in the person's language opens as a table: semicolons and decimal commas
 * in Norwegian, commas and points in English. Text that a spreadsheet would run as a formula gets an
 * apostrophe in front (OWASP, "CSV injection").
 */
import type { Language } from '../../../src/kernel/localized.ts'
import type { CellValue } from './column.ts'

export type Sheet = { readonly header: readonly string[]; readonly rows: readonly (readonly CellValue[])[] }

const byteOrderMark = '\ufeff'

/** @example toCsv({ header: ['navn', 'score'], rows: [['Buss', 71.5]] }, 'nb') // '\ufeffnavn;score\r\nBuss;71,5\r\n' */
export function toCsv(sheet: Sheet, language: Language): string {
  const separator = language === 'en' ? ',' : ';'
  const lines = [sheet.header, ...sheet.rows].map((cells) =>
    cells.map((cell) => csvCell(cell, language, separator)).join(separator),
  )
  return `${byteOrderMark}${lines.join('\r\n')}\r\n`
}

function csvCell(value: CellValue, language: Language, separator: string): string {
  if (value === null) return ''
  if (typeof value === 'number') return language === 'en' ? String(value) : String(value).replace('.', ',')
  const text = withoutFormula(value)
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** @example withoutFormula('=1+1') // "'=1+1" */
export function withoutFormula(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
