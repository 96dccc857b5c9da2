import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSearch, writeSearch } from './search.ts'

test('filters in the address are plain text', () => {
  expect(readSearch('?class=bank&sort=-score')).toEqual({ class: 'bank', sort: '-score' })
  expect(writeSearch({ class: 'bank', page: 2, q: '', sort: undefined })).toBe('?class=bank&page=2')
})

test('what is written is read back, whatever letters it holds', () => {
  const word = fc.string({ minLength: 1 })
  fc.assert(
    fc.property(fc.dictionary(word, word), (search) => {
      expect(readSearch(writeSearch(search))).toEqual({ ...search })
    }),
  )
})
