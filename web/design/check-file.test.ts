import { expect, test } from 'vitest'
import { checkFile } from './check-file.ts'

const limits = { endings: ['.csv', '.xlsx'], megabytes: 20 }

test('a file of a right kind and size is taken, whatever the case of its ending', () => {
  expect(checkFile({ name: 'Deltakere.CSV', size: 10 }, limits)).toBeNull()
})

test('a file of another kind is refused even when it is small', () => {
  expect(checkFile({ name: 'deltakere.csv.exe', size: 1 }, limits)).toBe('wrong-kind')
})

test('a file is too large from one byte over the limit', () => {
  expect(checkFile({ name: 'a.xlsx', size: 20_000_000 }, limits)).toBeNull()
  expect(checkFile({ name: 'a.xlsx', size: 20_000_001 }, limits)).toBe('too-large')
})
