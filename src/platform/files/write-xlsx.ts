import type { CsvCell } from './write-csv.ts'

export type Sheet = {
  readonly name: string
  readonly header: readonly string[]
  readonly rows: Iterable<readonly CsvCell[]>
}

/** A workbook with a sheet for each table. Text is stored as text, never as a formula. */
export async function writeXlsx(sheets: readonly Sheet[]): Promise<Uint8Array> {
  // Large, and most who write tables write CSV: read when the first workbook is asked for.
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  for (const { name, header, rows } of sheets) {
    const sheet = workbook.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.addRow([...header]).font = { bold: true }
    for (const row of rows) sheet.addRow([...row])
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** At most 31 characters, and none of those that a sheet's name may not have. */
function sheetName(name: string): string {
  return name.replaceAll(/[\\/*?:[\]']/g, ' ').slice(0, 31)
}
