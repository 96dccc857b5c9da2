import { expect, test } from 'vitest'
import { readEarlier } from './read-earlier.ts'

const header = ['Utgave', 'År', 'Klasse', 'Deltaker', 'Tall', 'Verdi', 'n', 'Nedre', 'Øvre']
const table = (...rows: readonly (readonly string[])[]) => ({
  header,
  rows: rows.map((cells, index) => ({ line: index + 2, cells })),
})
const codes = (...rows: readonly (readonly string[])[]) =>
  readEarlier(table(...rows)).issues.map(({ line, code, path }) => `${line} ${path} ${code}`)

test('a line with Norwegian words and decimal commas becomes a figure', () => {
  const read = readEarlier(
    table(['2023', '2023', 'Strøm', 'Nordlys  Kraft', 'Totalresultat', '71,4', '25', '63,2', '79,6']),
  )
  expect(read.issues).toEqual([])
  expect(read.rows).toEqual([
    {
      line: 2,
      edition: '2023',
      year: 2023,
      class: 'Strøm',
      participant: 'Nordlys Kraft',
      figure: 'total',
      value: 71.4,
      n: 25,
      low: 63.2,
      high: 79.6,
    },
  ])
})

test('a figure is named by what stands there, also where programs use the word', () => {
  const { rows } = readEarlier(table(['2023', '2023', 'Strøm', '', 'constructor', '70']))
  expect(rows.map(({ figure }) => figure)).toEqual(['constructor'])
})

test('without n and interval, and for a class or the whole edition', () => {
  const read = readEarlier(
    table(['2023', '2023', 'Strøm', '', 'area:agent', '70'], ['2023', '2023', '', '', 'total', '68']),
  )
  expect(read.issues).toEqual([])
  expect(read.rows.map(({ class: group, participant, n, low }) => [group, participant, n, low])).toEqual([
    ['Strøm', '', null, null],
    ['', '', null, null],
  ])
})

test('every problem is told with its line and column', () => {
  expect(
    codes(
      ['', '23', 'Strøm', 'A', 'humør', 'høy', '2,5', '60', ''],
      ['2023', '2023', '', 'A', 'total', '101'],
      ['2023', '2023', 'Strøm', 'A', 'total', '70', '25', '71', '80'],
      ['2023', '2023', 'Strøm', 'B', 'total', '70'],
      ['2023', '2023', 'Strøm', 'B', 'total', '71'],
    ),
  ).toEqual([
    '2 year not-a-year',
    '2 edition blank',
    '2 figure unknown-figure',
    '2 value not-a-score',
    '2 n not-a-count',
    '2 high half-an-interval',
    '3 class blank',
    '3 value not-a-score',
    '4 value value-outside-interval',
    '6 figure doubled-row',
  ])
})

test('a table without the needed columns, or without rows, is refused whole', () => {
  expect(readEarlier({ header: ['Deltaker', 'Verdi'], rows: [] }).issues.map(({ path }) => path)).toEqual([
    'edition',
    'year',
    'figure',
  ])
  expect(readEarlier(table()).issues).toEqual([{ code: 'no-rows', line: 1 }])
})
