import ExcelJS, { type Cell, type CellValue } from 'exceljs'
import type { FoundRow } from './table.ts'

/** Parts of a sheet that name ranges of cells, which the library would visit one by one; no value is in them. */
const ignored = [
  'dataValidations',
  'mergeCells',
  'conditionalFormatting',
  'autoFilter',
  'hyperlinks',
  'drawing',
]

/** The rows of the first visible sheet, every value as the text that a person would type. */
export async function run(bytes: Uint8Array): Promise<FoundRow[]> {
  const workbook = new ExcelJS.Workbook()
  const archive = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  await workbook.xlsx.load(archive, { ignoreNodes: ignored })
  const sheet = workbook.worksheets.find(({ state }) => state === 'visible')
  const rows: FoundRow[] = []
  sheet?.eachRow((row, line) => {
    const cells: string[] = []
    row.eachCell((cell, column) => {
      cells[column - 1] = textOf(cell)
    })
    rows.push({ line, cells: Array.from(cells, (cell) => cell ?? '') })
  })
  return rows
}

function textOf(cell: Cell): string {
  return valueText(cell.value)
}

function valueText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dateText(value)
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('text' in value) return valueText(value.text as CellValue)
  if ('result' in value) return valueText(value.result as CellValue)
  if ('error' in value) return value.error
  return ''
}

/** A spreadsheet's date has no time zone; the library gives it as if it were UTC. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const text = date.toISOString()
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19)
}
