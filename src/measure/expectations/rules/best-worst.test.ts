/** The worked examples of docs/methods/expectations.md, and what must hold of any fit. */
import { expect, test } from 'vitest'
import { seededRandom } from '../../../kernel/random.ts'
import { scoreOf, talliesOf } from './best-worst.ts'
import { bestWorstWorths, type ChosenSet } from './best-worst-worth.ts'
import { choiceSets } from './choice-sets.ts'

/** Lipovetsky & Conklin 2014, table 6: 17 items, how often shown, best and worst. */
const table6 = {
  shown: [
    7145, 7144, 7144, 7144, 7145, 7145, 7144, 7146, 8166, 7145, 7144, 7144, 7145, 7144, 7145, 7144, 7146,
  ],
  best: [1733, 968, 5218, 2704, 2307, 692, 1816, 689, 2483, 1422, 362, 2589, 4158, 825, 829, 859, 966],
  worst: [1324, 2139, 113, 1010, 772, 3986, 1438, 2397, 1041, 1538, 4597, 966, 305, 2875, 2256, 2259, 1604],
}

test('17 items of a published table: the scores, and the logits of their shares', () => {
  const scores = table6.shown.map((shown, at) =>
    scoreOf({ shown, best: table6.best[at]!, worst: table6.worst[at]! }),
  )
  expect(scores[0]).toBeCloseTo(409 / 7145, 12)
  expect(scores[2]).toBeCloseTo(5105 / 7144, 12)
  const logits = scores.map((score) => Math.log((1 + score) / (1 - score)))
  expect(logits[0]).toBeCloseTo(0.1146, 4)
  expect(logits[2]).toBeCloseTo(1.793, 4)
  expect(scores.indexOf(Math.min(...scores))).toBe(10)
})

test('one observer, two sets: what was shown, and what was chosen', () => {
  const choices = [
    { items: ['a', 'b', 'c'], best: 'a', worst: 'c' },
    { items: ['a', 'b', 'd'], best: 'a', worst: 'b' },
  ]
  expect(talliesOf(['a', 'b', 'c', 'd'], choices)).toEqual([
    { shown: 2, best: 2, worst: 0 },
    { shown: 2, best: 0, worst: 1 },
    { shown: 1, best: 0, worst: 1 },
    { shown: 1, best: 0, worst: 0 },
  ])
  expect(scoreOf({ shown: 0, best: 0, worst: 0 })).toBe(0)
})

test('sets of two are Bradley–Terry: the journals of Agresti (2002, p. 448)', () => {
  const citations = [
    [714, 730, 498, 221],
    [33, 425, 68, 17],
    [320, 813, 1072, 142],
    [284, 276, 325, 188],
  ]
  const chosen = citations.flatMap((row, best) =>
    row.flatMap((times, worst) => (best === worst ? [] : [{ items: [best, worst], best, worst, times }])),
  )
  const worth = bestWorstWorths(4, chosen, { imagined: 0 })
  const logs = worth.map((value) => Math.log(value / worth[0]!))
  expect(logs[1]).toBeCloseTo(-2.94907, 4)
  expect(logs[2]).toBeCloseTo(-0.47957, 4)
  expect(logs[3]).toBeCloseTo(0.26895, 4)
})

test('41 choices among 4 items: the worths that a general optimiser (BFGS) finds for the same likelihood', () => {
  const counts: readonly (readonly [items: readonly number[], best: number, worst: number, times: number])[] =
    [
      [[0, 1, 2], 0, 2, 6],
      [[0, 1, 2], 1, 2, 3],
      [[0, 1, 2], 2, 0, 1],
      [[0, 1, 3], 0, 3, 7],
      [[0, 1, 3], 1, 0, 3],
      [[0, 2, 3], 0, 3, 5],
      [[0, 2, 3], 2, 3, 4],
      [[0, 2, 3], 3, 2, 1],
      [[1, 2, 3], 1, 3, 6],
      [[1, 2, 3], 2, 1, 3],
      [[1, 2, 3], 3, 2, 1],
    ]
  const worth = bestWorstWorths(
    4,
    counts.map(([items, best, worst, times]) => ({ items, best, worst, times })),
  )
  for (const [item, value] of [0.43159, 0.33278, 0.17244, 0.06319].entries())
    expect(worth[item]).toBeCloseTo(value, 5)
})

/** Draws a choice as the model has it. */
function drawn(items: readonly number[], worth: readonly number[], random: () => number): ChosenSet {
  const pick = (among: readonly number[], weight: (item: number) => number): number => {
    let left = random() * among.reduce((sum, item) => sum + weight(item), 0)
    for (const item of among) {
      left -= weight(item)
      if (left < 0) return item
    }
    return among.at(-1)!
  }
  const best = pick(items, (item) => worth[item]!)
  const worst = pick(
    items.filter((item) => item !== best),
    (item) => 1 / worth[item]!,
  )
  return { items, best, worst }
}

test('worths that choices are drawn from come back', () => {
  const truth = [0.4, 0.25, 0.15, 0.1, 0.06, 0.04]
  const random = seededRandom('choices')
  const versions = choiceSets({ items: 6, size: 3, count: 10, seed: 'truth' })
  const chosen = Array.from({ length: 200 }, (_, person) =>
    versions[person % versions.length]!.map((set) => drawn(set, truth, random)),
  ).flat()
  for (const [item, worth] of bestWorstWorths(6, chosen).entries())
    expect(Math.abs(worth - truth[item]!)).toBeLessThan(0.03)
})

test('what everybody calls the most important has a finite worth, the largest; nothing chosen, all alike', () => {
  const always = Array.from({ length: 20 }, () => ({ items: [0, 1, 2, 3], best: 0, worst: 3 }))
  const worth = bestWorstWorths(4, always)
  expect(worth.every((value) => value > 0 && value < 1)).toBe(true)
  expect([...worth].sort((a, b) => b - a)).toEqual(worth)
  expect(worth[1]).toBeCloseTo(worth[2]!, 9)
  expect(bestWorstWorths(4, [])).toEqual([0.25, 0.25, 0.25, 0.25])
})

test('at the fit each item is chosen as often as its worth foretells, the least important included', () => {
  const random = seededRandom(3)
  const chosen = Array.from({ length: 60 }, () => drawn([0, 1, 2, 3], [1, 1, 1, 1], random))
  const worth = bestWorstWorths(4, chosen, { imagined: 0 })
  const net = new Float64Array(4)
  for (const { items, best, worst } of chosen) {
    net[best]! += 1
    net[worst]! -= 1
    const sum = items.reduce((all, item) => all + worth[item]!, 0)
    for (const item of items) net[item]! -= worth[item]! / sum
    const left = items.filter((item) => item !== best)
    const inverse = left.reduce((all, item) => all + 1 / worth[item]!, 0)
    for (const item of left) net[item]! += 1 / worth[item]! / inverse
  }
  for (const value of net) expect(value).toBeCloseTo(0, 6)
})
