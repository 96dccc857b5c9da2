import { expect, test } from 'vitest'
import { readHistory } from './read-history.ts'

const items = [
  {
    id: 'listen',
    text: { nb: 'Å bli lyttet til', nn: 'Å bli lytta til', en: 'Being listened to' },
    questions: [],
  },
  { id: 'wait', text: { nb: 'Kort ventetid', nn: 'Kort ventetid', en: 'A short wait' }, questions: [] },
]
const table = (header: string, ...lines: readonly string[]) => ({
  header: header.split(';'),
  rows: lines.map((line, index) => ({ line: index + 2, cells: line.split(';') })),
})

test('a row names an item by its id or its words, with a point or a comma', () => {
  const read = readHistory(
    table('År;Prestasjon;Viktighet;Svar', '2024;listen;81.5;30', '2024;kort ventetid;40,25;30'),
    items,
  )
  expect(read.issues).toEqual([])
  expect(read.rows).toMatchObject([
    { line: 2, year: 2024, performance: 'listen', score: 81.5, n: 30, low: null, wording: null },
    { line: 3, year: 2024, performance: 'wait', score: 40.25, n: 30 },
  ])
})

test('every problem is told with its line and column', () => {
  const read = readHistory(
    table(
      'year;performance;score;n;low;high',
      '24;listen;80;30;;',
      '2024;smile;80;30;;',
      '2024;wait;180;0;;',
      '2023;wait;50;9;60;70',
      '2023;wait;50;9;;',
    ),
    items,
  )
  expect(read.issues.map(({ line, column, code }) => [line, column, code])).toEqual([
    [2, 'year', 'not-a-year'],
    [3, 'performance', 'unknown-performance'],
    [4, 'score', 'not-an-importance'],
    [4, 'n', 'not-a-count'],
    [5, 'low', 'not-an-interval'],
    [6, undefined, 'doubled-row'],
  ])
})

test('missing columns and an empty file are refused as what they are', () => {
  expect(readHistory(table('year;score', '2024;3'), items).issues).toMatchObject([
    { code: 'missing-column', column: 'performance' },
    { code: 'missing-column', column: 'n' },
  ])
  expect(readHistory(table('year;performance;score;n'), items).issues).toMatchObject([{ code: 'no-rows' }])
})
