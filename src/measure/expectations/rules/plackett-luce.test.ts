/** The worked example of docs/methods/expectations.md, and what must hold of any fit. */
import { expect, test } from 'vitest'
import { seededRandom, shuffled } from '../../../kernel/random.ts'
import { plackettLuce, type Ranking } from './plackett-luce.ts'

/** Citations between four journals (Stigler 1994, in Agresti 2002, p. 448): row cited by column. */
const citations = [
  [714, 730, 498, 221],
  [33, 425, 68, 17],
  [320, 813, 1072, 142],
  [284, 276, 325, 188],
]

test('the journals: log worths 0, −2.949, −0.480 and 0.269 against Biometrika', () => {
  const rankings: Ranking[] = citations.flatMap((row, cited) =>
    row.flatMap((times, citing) => (cited === citing ? [] : [{ order: [cited, citing], times }])),
  )
  const worth = plackettLuce(4, rankings, { imagined: 0, among: ({ order }) => order })
  const logs = worth.map((value) => Math.log(value / worth[0]!))
  expect(logs[1]).toBeCloseTo(-2.94907, 4)
  expect(logs[2]).toBeCloseTo(-0.47957, 4)
  expect(logs[3]).toBeCloseTo(0.26895, 4)
})

test('three choices of a against one of b, of two: the shares themselves', () => {
  const worth = plackettLuce(
    2,
    [
      { order: [0], times: 3 },
      { order: [1], times: 1 },
    ],
    { imagined: 0 },
  )
  expect(worth[0]).toBeCloseTo(0.75, 8)
})

test('an item that everybody puts first has a finite worth, the largest', () => {
  const worth = plackettLuce(4, [{ order: [0, 1, 2, 3], times: 10 }])
  expect(worth.every((value) => value > 0 && value < 1)).toBe(true)
  expect([...worth].sort((a, b) => b - a)).toEqual(worth)
})

test('worths that rankings are drawn from come back, also when only the first three were put in order', () => {
  const random = seededRandom('worths')
  const truth = [0.4, 0.25, 0.15, 0.1, 0.06, 0.04]
  const rankings = Array.from({ length: 600 }, (): Ranking => {
    const keyed = truth.map((worth, item) => ({ item, at: -Math.log(random()) / worth }))
    return {
      order: keyed
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item)
        .slice(0, 3),
    }
  })
  plackettLuce(6, rankings).forEach((worth, item) => {
    expect(Math.abs(worth - truth[item]!)).toBeLessThan(0.05)
  })
})

test('at the fit each item was chosen as often as its worth foretells', () => {
  const random = seededRandom(7)
  const rankings = Array.from({ length: 30 }, (): Ranking => ({ order: shuffled([0, 1, 2, 3, 4], random) }))
  const worth = plackettLuce(5, rankings, { imagined: 0 })
  const foretold = new Float64Array(5)
  for (const { order } of rankings)
    for (let place = 0; place < 4; place++) {
      const left = order.slice(place)
      const sum = left.reduce((all, item) => all + worth[item]!, 0)
      for (const item of left) foretold[item]! += worth[item]! / sum
    }
  const chosen = [0, 1, 2, 3, 4].map((item) => rankings.filter(({ order }) => order[4] !== item).length)
  for (const [item, value] of foretold.entries()) expect(value).toBeCloseTo(chosen[item]!, 5)
})

test('answers that are all alike, where nothing but the imagined comparisons holds the worths together', () => {
  const items = Array.from({ length: 15 }, (_, item) => item)
  const rankings = Array.from({ length: 200 }, (): Ranking => ({ order: items }))
  const worth = plackettLuce(15, rankings)
  // The last of two is chosen by nobody: 200 · its share = what half a win and half a loss pull it back by.
  const choice = rankings.length * (worth[14]! / (worth[13]! + worth[14]!))
  expect(choice).toBeLessThan(1)
  expect([...worth].sort((a, b) => b - a)).toEqual(worth)
  expect(worth.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 10)
})

test('counting an answer twice is the answer twice, and a fit that starts near ends in the same place', () => {
  const random = seededRandom('twice')
  const orders = Array.from({ length: 12 }, () => shuffled([0, 1, 2, 3, 4, 5], random).slice(0, 4))
  const counted = plackettLuce(
    6,
    orders.map((order) => ({ order, times: 2 })),
  )
  const repeated = plackettLuce(
    6,
    [...orders, ...orders].map((order) => ({ order })),
  )
  const near = plackettLuce(
    6,
    orders.map((order) => ({ order, times: 2 })),
    { start: counted },
  )
  for (const item of [0, 1, 2, 3, 4, 5]) {
    expect(counted[item]).toBeCloseTo(repeated[item]!, 10)
    expect(near[item]).toBeCloseTo(counted[item]!, 10)
  }
})
