import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSearch, writeSearch } from '../../search.ts'
import { pageSizes, readTableState, type TableState, writeTableState } from './table-state.ts'

test('a minus before the column in the address sorts from the largest', () => {
  expect(readTableState({ sort: '-score' }, '').sorting).toEqual({ column: 'score', descending: true })
})

test('two tables on one page keep apart by their prefix', () => {
  const address = { 'a.q': 'bank', 'b.q': 'buss' }
  expect(readTableState(address, 'a.').search).toBe('bank')
  expect(readTableState(address, 'b.').search).toBe('buss')
})

test('nonsense in the address shows the table as usual', () => {
  const state = readTableState({ page: '-3', size: 'mange', sort: '-' }, '')
  expect(state).toMatchObject({ page: 1, pageSize: 25, sorting: null })
})

test('the usual state leaves the address clean', () => {
  const usual = { column: 'rank', descending: false }
  const written = writeTableState(readTableState({}, '', { sorting: usual }), '', { sorting: usual })
  expect(writeSearch(written)).toBe('')
})

test('a shared address shows the receiver the same table', () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/)
  const state: fc.Arbitrary<TableState> = fc.record({
    search: fc.string(),
    sorting: fc.option(fc.record({ column: word, descending: fc.boolean() })),
    page: fc.integer({ min: 1, max: 999 }),
    pageSize: fc.constantFrom(...pageSizes),
    filters: fc.dictionary(word, word),
    columns: fc.option(fc.array(word, { minLength: 1 })),
  })
  fc.assert(
    fc.property(state, (before) => {
      const address = readSearch(writeSearch(writeTableState(before, 't.')))
      expect(readTableState(address, 't.')).toEqual({ ...before, filters: { ...before.filters } })
    }),
  )
})
