import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pearson, ranksOf, spearman, spearmanInterval } from './correlation.ts'
import { cronbachAlpha, type ItemTable, itemsOf, pairsOf } from './items.ts'

test('rank correlation of ten children’s intelligence and television hours: −0.176', () => {
  const intelligence = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110]
  const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17]
  expect(spearman(intelligence, hours)).toBeCloseTo(-29 / 165, 12)
  expect(ranksOf([10, 30, 10])).toEqual([1.5, 3, 1.5])
  expect(pearson([1, 2, 3], [2, 4, 6])).toBeCloseTo(1, 12)
  expect(pearson([1, 1, 1], [2, 4, 6])).toBeNull()
  const [low, high] = spearmanInterval(0.8, 100)
  expect([low, high].map((end) => Math.round(end * 100))).toEqual([70, 87])
})

test('Cronbach’s alpha of six targets by four judges is 0.91 (Shrout and Fleiss 1979, ICC(3, 4))', () => {
  const rows = [
    [9, 2, 5, 8],
    [6, 1, 3, 2],
    [8, 4, 6, 8],
    [7, 1, 2, 6],
    [10, 5, 6, 9],
    [6, 2, 4, 7],
  ]
  expect(cronbachAlpha(rows)).toBeCloseTo(0.91, 2)
  expect(cronbachAlpha([[1], [2]])).toBeNull()
})

test('the same question asked again has an alpha of 1, whatever was answered', () => {
  const answers = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 30 })
  fc.assert(
    fc.property(answers, (values) => {
      fc.pre(new Set(values).size > 1)
      expect(cronbachAlpha(values.map((value) => [value, value, value]))).toBeCloseTo(1, 9)
    }),
  )
})

test('floor, ceiling, “not applicable”, and two questions that say the same', () => {
  const questions = ['a', 'b', 'c'].map((id) => ({ id, area: 'agent', best: 10, clock: false }))
  const rows: ItemTable['rows'] = Array.from({ length: 40 }, (_, at) => [
    (at % 5) / 4,
    (at % 5) / 4,
    at < 10 ? 'na' : at % 2 ? 1 : 0,
  ])
  const items = itemsOf({ questions, rows })
  expect(items[2]).toMatchObject({ n: 30, notApplicable: 0.25, lowest: 0.5, highest: 0.5 })
  expect(items[0]).toMatchObject({ n: 40, lowest: 0.2, highest: 0.2 })
  expect(items[0]!.itemRest).toBeGreaterThan(0.5)
  expect(pairsOf({ questions, rows })[0]).toMatchObject({ one: 'a', other: 'b', n: 40, rho: 1 })
})
