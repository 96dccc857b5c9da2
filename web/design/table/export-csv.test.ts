import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toCsv, withoutFormula } from './export-csv.ts'

test('a Norwegian spreadsheet gets semicolons and decimal commas, an English one commas and points', () => {
  const sheet = { header: ['navn', 'score'], rows: [['Buss', 71.5]] }
  expect(toCsv(sheet, 'nb')).toBe('\ufeffnavn;score\r\nBuss;71,5\r\n')
  expect(toCsv(sheet, 'en')).toBe('\ufeffnavn,score\r\nBuss,71.5\r\n')
})

test.each(['=1+1', '+47 22 22 22 22', '-1+1', '@SUM(A1)', '\t=1', '\r=1'])(
  '%j is not run as a formula',
  (text) => {
    expect(withoutFormula(text)).toBe(`'${text}`)
  },
)

test('a negative number stays a number, and a missing one is empty', () => {
  expect(toCsv({ header: ['a', 'b'], rows: [[-0.6, null]] }, 'nb')).toBe('\ufeffa;b\r\n-0,6;\r\n')
})

test('whatever a cell holds, a reader gets the same cells back', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'å', ';', ',', '"', '\n', '\r', '=', ' ') })
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1 }), (rows) => {
      const csv = toCsv({ header: ['x', 'y'], rows }, 'nb')
      const read = parse(csv, { bom: true, delimiter: ';', from_line: 1 }) as string[][]
      expect(read.slice(1)).toEqual(rows.map((cells) => cells.map(withoutFormula)))
    }),
  )
})
