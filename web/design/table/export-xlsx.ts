import type { Sheet } from './export-csv.ts'

/**
 * A table as an Excel workbook. Text is stored as text and never as a formula, numbers as numbers. The
 * library is large, so it is fetched when the first workbook is asked for.
 */
export async function toXlsx(sheet: Sheet, name: string): Promise<Blob> {
  const { Workbook } = (await import('exceljs')).default
  const workbook = new Workbook()
  const page = workbook.addWorksheet(name.replaceAll(/[\\/*?:[\]]/g, ' ').slice(0, 31), {
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  page.columns = sheet.header.map((header, at) => ({ header, width: widthOf(sheet, at) }))
  page.addRows(sheet.rows.map((row) => [...row]))
  page.getRow(1).font = { bold: true }
  const bytes = await workbook.xlsx.writeBuffer()
  return new Blob([bytes], { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
}

/** Wide enough for the longest cell, in characters, within reason. */
function widthOf(sheet: Sheet, at: number): number {
  const longest = sheet.rows.reduce((max, row) => Math.max(max, String(row[at] ?? '').length), 0)
  return Math.min(60, Math.max(10, (sheet.header[at] ?? '').length + 2, longest + 2))
}
