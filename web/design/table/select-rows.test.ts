import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TableColumn } from './column.ts'
import { selectRows } from './select-rows.ts'

type Centre = { readonly name: string; readonly class: string; readonly score: number | null }

const columns: readonly TableColumn<Centre>[] = [
  { id: 'name', header: 'Navn', value: (row) => row.name },
  {
    id: 'class',
    header: 'Klasse',
    value: (row) => row.class,
    filter: { of: (row) => row.class, label: String },
  },
  { id: 'score', header: 'Score', value: (row) => row.score },
]
const centres: readonly Centre[] = [
  { name: 'Åsbanken', class: 'bank', score: 71 },
  { name: 'Zebra buss', class: 'transport', score: null },
  { name: 'Ærlig strøm', class: 'energi', score: 88.3 },
]
const all = { search: '', filters: {}, sorting: null }
const names = (rows: readonly Centre[]): readonly string[] => rows.map((row) => row.name)

test('words sort by the Norwegian alphabet', () => {
  const sorting = { column: 'name', descending: false }
  expect(names(selectRows(centres, columns, { ...all, sorting }))).toEqual([
    'Zebra buss',
    'Ærlig strøm',
    'Åsbanken',
  ])
})

test('a row without a value stands last whichever way the table is sorted', () => {
  for (const descending of [true, false]) {
    const rows = selectRows(centres, columns, { ...all, sorting: { column: 'score', descending } })
    expect(rows.at(-1)?.name).toBe('Zebra buss')
  }
})

test('a search finds rows with all its words, in any column and any case', () => {
  expect(names(selectRows(centres, columns, { ...all, search: 'STRØM energi' }))).toEqual(['Ærlig strøm'])
  expect(selectRows(centres, columns, { ...all, search: 'strøm bank' })).toEqual([])
})

test('a filter keeps the rows of its code; one on an unknown column is left out', () => {
  expect(names(selectRows(centres, columns, { ...all, filters: { class: 'bank' } }))).toEqual(['Åsbanken'])
  expect(selectRows(centres, columns, { ...all, filters: { colour: 'red' } })).toEqual(centres)
})

test('sorting loses no row and keeps equal ones in their order', () => {
  const row = fc.record({
    name: fc.string(),
    class: fc.constantFrom('a', 'b'),
    score: fc.option(fc.integer({ min: 0, max: 3 })),
  })
  fc.assert(
    fc.property(fc.array(row), fc.boolean(), (rows, descending) => {
      const sorted = selectRows(rows, columns, { ...all, sorting: { column: 'score', descending } })
      expect(new Set(sorted)).toEqual(new Set(rows))
      for (const score of [null, 0, 1, 2, 3])
        expect(sorted.filter((r) => r.score === score)).toEqual(rows.filter((r) => r.score === score))
    }),
  )
})
