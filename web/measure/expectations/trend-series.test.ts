import { expect, test } from 'vitest'
import { seriesOf, stretchesOf } from './trend-series.ts'

const point = (year: number, breaks = false) => ({
  year,
  importance: year - 2000,
  interval: [10, 40] as [number, number],
  n: 20,
  breaks,
  imported: false,
})
const text = { nb: '–', nn: '–', en: '–' }
const line = { id: 'listen', text, points: [point(2022), point(2023), point(2024, true), point(2025)] }

test('a line is cut where it was asked otherwise, and the newest stretch is the finding', () => {
  expect(stretchesOf(line).map((stretch) => stretch.map(({ year }) => year))).toEqual([
    [2022, 2023],
    [2024, 2025],
  ])
  const series = seriesOf(line, { now: 'nå', until: (year) => `til ${year}` })
  expect(series.map(({ name, look }) => [name, look])).toEqual([
    ['til 2023', 'control'],
    ['nå', 'seen'],
  ])
  expect(series.map(({ points }) => points.map(({ value }) => value))).toEqual([
    [22, 23, null, null],
    [null, null, 24, 25],
  ])
})
