import { expect, test } from 'vitest'
import { type TrendYear, trendLines } from './trend.ts'

const items = [{ id: 'listen', text: { nb: 'Å lytte', nn: 'Å lytte', en: 'To listen' } }]
const year = (of: number, change: Partial<TrendYear> & { readonly wording?: string } = {}): TrendYear => ({
  year: of,
  imported: false,
  asked: { mode: 'rank', items: 13, depth: 5, setSize: 4 },
  figures: [{ id: 'listen', importance: 80, interval: null, n: 24, wording: change.wording ?? 'Å lytte' }],
  ...change,
})
const breaks = (years: readonly TrendYear[]) =>
  trendLines(items, years)[0]!.points.map((point) => point.breaks)

test('the last five years are shown, the oldest first', () => {
  const [line] = trendLines(
    items,
    [2026, 2021, 2025, 2022, 2023, 2024].map((of) => year(of)),
  )
  expect(line!.points.map((point) => point.year)).toEqual([2022, 2023, 2024, 2025, 2026])
  expect(line!.points.every((point) => !point.breaks)).toBe(true)
})

test('another wording, another way of asking and another number of items break the line', () => {
  expect(breaks([year(2025, { wording: 'Å høre etter' }), year(2026)])).toEqual([false, true])
  expect(breaks([year(2025, { wording: ' å  LYTTE.' }), year(2026)])).toEqual([false, false])
  expect(
    breaks([year(2025, { asked: { mode: 'rate', items: 13, depth: 5, setSize: 4 } }), year(2026)]),
  ).toEqual([false, true])
  expect(
    breaks([year(2025, { asked: { mode: 'rank', items: 9, depth: 5, setSize: 4 } }), year(2026)]),
  ).toEqual([false, true])
})

test('choices from sets break with places, with ratings, and with sets of another size', () => {
  const chosen = (of: number, setSize: number) =>
    year(of, { asked: { mode: 'bestWorst', items: 13, depth: 5, setSize } })
  expect(breaks([year(2024), chosen(2025, 4), chosen(2026, 4)])).toEqual([false, true, false])
  expect(breaks([chosen(2025, 4), chosen(2026, 5)])).toEqual([false, true])
})

test('a year that was asked here is not replaced by a file, and a file says nothing of how it asked', () => {
  const imported = { imported: true, asked: null }
  const [line] = trendLines(items, [year(2025, imported), year(2025), year(2024, imported)])
  expect(line!.points).toMatchObject([
    { year: 2024, imported: true },
    { year: 2025, imported: false, breaks: false },
  ])
})
