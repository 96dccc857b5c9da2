import fc from 'fast-check'
import { expect, test } from 'vitest'
import { seededRandom } from '../../../../kernel/random.ts'
import { denseRows } from './dense.ts'
import { fineGroups, lloyd, sampleRows, spreadCentres } from './k-means.ts'

test('1, 2, 9 and 10 from the centres 1 and 2 end around 1.5 and 9.5', () => {
  const { centres, group } = lloyd(denseRows([[1], [2], [9], [10]]), denseRows([[1], [2]]), { rounds: 20 })
  expect([...centres.value]).toEqual([1.5, 9.5])
  expect([...group]).toEqual([0, 0, 1, 1])
})

/** Lloyd's rounds without any bound. */
function plain(points: readonly number[][], start: readonly number[][], rounds: number): number[] {
  let centres = start
  let group: number[] = []
  for (let round = 0; round < rounds; round++) {
    const away = (a: readonly number[], b: readonly number[]) =>
      a.reduce((sum, value, at) => sum + (value - b[at]!) ** 2, 0)
    group = points.map((point) =>
      centres.reduce(
        (best, centre, at) => (away(point, centre) < away(point, centres[best]!) ? at : best),
        0,
      ),
    )
    centres = centres.map((before, at) => {
      const own = points.filter((_, row) => group[row] === at)
      if (own.length === 0) return before
      return before.map((_, column) => own.reduce((sum, point) => sum + point[column]!, 0) / own.length)
    })
  }
  return group
}

test('rows that the bounds leave out are where plain rounds would put them', () => {
  // Far apart values in three directions: no two centres are ever equally close.
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const random = seededRandom(seed)
      const points = Array.from({ length: 120 }, () => [random() * 9, random() * 7, random()])
      const start = points.slice(0, 6)
      const found = lloyd(denseRows(points), denseRows(start), { rounds: 60 })
      expect([...found.group]).toEqual(plain(points, start, 60))
    }),
    { numRuns: 25 },
  )
})

test('a fixed row keeps its group and draws the centre to it', () => {
  const { group } = lloyd(denseRows([[0], [1], [10]]), denseRows([[0], [10]]), {
    rounds: 10,
    fixed: Int32Array.of(1, -1, -1),
  })
  expect(group[0]).toBe(1)
})

test('well separated heaps are found whatever the seed', () => {
  const points = Array.from({ length: 300 }, (_, at) => [100 * (at % 5) + (at % 7) / 10, 30 * (at % 5)])
  for (let seed = 0; seed < 5; seed++) {
    const { group } = fineGroups(denseRows(points), 5, { seed })
    const heaps = new Set(points.map((_, at) => `${at % 5}/${group[at]}`))
    expect(heaps.size).toBe(5)
  }
})

test('a sample has different rows in order; spread centres are as many as asked for', () => {
  const rows = sampleRows(100, 30, seededRandom(1))
  expect([...rows]).toEqual([...new Set(rows)].sort((a, b) => a - b))
  expect(spreadCentres(denseRows([[1], [1], [1]]), 3, seededRandom(1)).rows).toBe(3)
})
