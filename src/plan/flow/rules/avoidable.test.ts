import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  expectedDrop,
  factorOf,
  failureOf,
  failureOverAll,
  partOfDays,
  realisationOf,
  topicShares,
} from './avoidable.ts'

describe('the avoidable part', () => {
  it('draws 30 of 100 towards the 20 % of all: 0.267', () => {
    const [share] = topicShares(new Map([['a', 30]]), new Map([['a', 200]]), { own: 100, all: 1000 })
    expect(share!.share).toBeCloseTo(40 / 150, 12)
    expect(share!.interval[0]).toBeLessThan(0.267)
    expect(topicShares(new Map(), new Map([['a', 0]]), { own: 0, all: 0 })).toEqual([])
  })

  it('keeps the shares of a queue within one', () => {
    const counts = fc.array(fc.tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 })), {
      minLength: 1,
    })
    fc.assert(
      fc.property(counts, (pairs) => {
        const own = new Map(pairs.map(([one], at) => [String(at), one]))
        const all = new Map(pairs.map(([one, other], at) => [String(at), one + other]))
        const sum = (values: Iterable<number>) => [...values].reduce((a, b) => a + b, 0)
        const shares = topicShares(own, all, { own: sum(own.values()), all: sum(all.values()) })
        expect(sum(shares.map(({ share }) => share))).toBeLessThanOrEqual(1 + 1e-9)
      }),
    )
  })

  it('believes promises as far as earlier ones have come true', () => {
    expect(realisationOf([])).toBe(0.5)
    expect(realisationOf([{ promised: 0.3, change: -0.3 }])).toBeCloseTo(2 / 3, 12)
    expect(realisationOf([{ promised: 0.3, change: 0.1 }])).toBeCloseTo(1 / 3, 12)
    expect(expectedDrop(0.4, 0.5)).toEqual({ mean: 0.2, low: 0, high: 0.4 })
  })

  it('takes a quarter of a fifth: 0.95, and never more than there is', () => {
    expect(factorOf([{ share: 0.2, mean: 0.25, low: 0, high: 0.5 }])).toMatchObject({
      mean: 0.95,
      low: 0.9,
      high: 1,
    })
    const part = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(fc.record({ share: part, promised: part })), part, (all, realisation) => {
        const factor = factorOf(
          all.map(({ share, promised }) => ({ share, ...expectedDrop(promised, realisation) })),
        )
        expect(factor.low).toBeGreaterThanOrEqual(0)
        expect(factor.mean).toBeGreaterThanOrEqual(factor.low - 1e-12)
        expect(factor.high).toBe(1)
      }),
    )
  })

  it('counts an improvement from its day on', () => {
    expect(partOfDays(0, 9, 5)).toBe(0.5)
    expect(partOfDays(0, 9, -3)).toBe(1)
    expect(partOfDays(0, 9, 10)).toBe(0)
  })

  it('says how much of a queue has been coded at all', () => {
    const shares = [
      { topicId: 'a', share: 0.4, interval: [0, 1] as [number, number] },
      { topicId: 'b', share: 0.6, interval: [0, 1] as [number, number] },
    ]
    const coded = new Map([['a', { value: 0.5, low: 0.25, high: 0.75 }]])
    expect(failureOf(shares, coded)).toEqual({ share: 0.2, low: 0.1, high: expect.closeTo(0.3), known: 0.4 })
    expect(failureOf(shares, new Map())).toBeNull()
  })
})

it('failure demand over all queues is weighed by what each is offered, and unknown of none', () => {
  const queues = [
    { offered: 300, failure: { share: 0.5 } },
    { offered: 100, failure: { share: 0.2 } },
    { offered: 900, failure: null },
  ]
  expect(failureOverAll(queues)).toBeCloseTo(0.425, 12)
  expect(failureOverAll([{ offered: 900, failure: null }])).toBeNull()
})
