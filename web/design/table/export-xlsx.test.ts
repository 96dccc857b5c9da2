import exceljs from 'exceljs'
import { expect, test } from 'vitest'
import { toXlsx } from './export-xlsx.ts'

test('a workbook holds numbers as numbers and a formula in a text as mere text', async () => {
  const blob = await toXlsx(
    {
      header: ['navn', 'score'],
      rows: [
        ['=HYPERLINK("x")', 71.5],
        ['Buss', null],
      ],
    },
    'Score: 2026',
  )
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(await blob.arrayBuffer())
  const page = workbook.worksheets[0]
  expect(page?.name).toBe('Score  2026')
  expect(page?.getCell('A2').type).toBe(exceljs.ValueType.String)
  expect(page?.getCell('A2').value).toBe('=HYPERLINK("x")')
  expect(page?.getCell('B2').value).toBe(71.5)
  expect(page?.getCell('B3').value).toBeNull()
})
