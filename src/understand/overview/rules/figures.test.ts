import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../../kernel/random.ts'
import { changeOf, dispersionOf, risingTopics } from './change.ts'
import {
  bestChannel,
  type ChannelFacts,
  channelView,
  newcombe,
  selfServiceVerdict,
} from './channel-strategy.ts'
import { demandAgreement, failureShare } from './demand.ts'
import { cohenKappa } from './kappa.ts'
import { longNeck, neckFinding } from './long-neck.ts'
import { type PriorityFacts, plainWeights, priorityFactors, priorityScore, rankTopics } from './priority.ts'
import { gapOf, meanOf } from './satisfaction.ts'
import { splitByDays, splitByRecords } from './split-code.ts'

describe('kappa', () => {
  it('is that of Fleiss, Levin & Paik, table 18.1: 0.68 with standard error 0.087', () => {
    const { kappa, interval, n } = cohenKappa([
      [75, 1, 4],
      [5, 4, 1],
      [0, 0, 10],
    ])
    expect(n).toBe(100)
    expect(kappa).toBeCloseTo(0.68, 2)
    expect((interval![1] - interval![0]) / 2 / 1.96).toBeCloseTo(0.087, 2)
  })

  it('is 0.4 for the common example of two readers', () => {
    const { kappa, agreement } = cohenKappa([
      [20, 5],
      [10, 15],
    ])
    expect(kappa).toBeCloseTo(0.4, 10)
    expect(agreement).toBe(0.7)
  })

  it('is 1 for those who always agree, 0 for chance, and nothing for one code only', () => {
    expect(
      cohenKappa([
        [10, 0],
        [0, 10],
      ]).kappa,
    ).toBe(1)
    expect(
      cohenKappa([
        [25, 25],
        [25, 25],
      ]).kappa,
    ).toBe(0)
    expect(
      cohenKappa([
        [10, 0],
        [0, 0],
      ]).kappa,
    ).toBeNull()
  })
})

describe('failure demand', () => {
  it('counts a pair that disagrees as half of each', () => {
    const items = [
      ['failure', 'failure'],
      ['value', 'value'],
      ['failure', 'value'],
    ] as const
    expect(failureShare(items.map((codes) => ({ topics: ['t'], codes })))).toMatchObject({ n: 3, share: 0.5 })
  })

  it('takes no judgement from "unclear"', () => {
    expect(failureShare([{ topics: [], codes: ['unclear', 'unclear'] }])).toBeNull()
    expect(failureShare([{ topics: [], codes: ['unclear', 'failure'] }])).toMatchObject({ n: 1, share: 1 })
  })

  it('compares only records with two codes', () => {
    expect(
      demandAgreement([
        { topics: [], codes: ['value'] },
        { topics: [], codes: ['value', 'value'] },
      ]).n,
    ).toBe(1)
  })
})

describe('change', () => {
  it('of 118 against 100 is 18 percent, and may be none', () => {
    const { change, interval } = changeOf({ count: 118, days: 28 }, { count: 100, days: 28 })!
    expect(change).toBeCloseTo(0.18, 10)
    expect(interval[0]).toBeCloseTo(-0.096, 3)
    expect(interval[1]).toBeCloseTo(0.5402, 3)
  })

  it('goes by rates where the periods differ in length', () => {
    expect(changeOf({ count: 10, days: 7 }, { count: 40, days: 28 })!.change).toBeCloseTo(0, 10)
    expect(changeOf({ count: 0, days: 7 }, { count: 40, days: 28 })).toBeNull()
  })

  it('knows a series that varies more than chance', () => {
    expect(dispersionOf([10, 10, 10])).toBe(1)
    expect(dispersionOf([5, 15, 5, 15])).toBe(5)
    expect(dispersionOf([10, 12, 14, 16, 18, 20])).toBe(1)
  })

  it('finds what rises and not what stays', () => {
    const steady = { topicId: 'steady', weeks: [40, 42, 39, 41, 40, 44], ageDays: 365 }
    const rising = { topicId: 'rising', weeks: [10, 9, 11, 10, 10, 40], ageDays: 365 }
    const fresh = { topicId: 'fresh', weeks: [0, 0, 0, 0, 4, 20], ageDays: 10 }
    const rises = risingTopics([steady, rising, fresh])
    expect(rises.map(({ topicId }) => topicId).sort()).toEqual(['fresh', 'rising'])
    expect(rises.find(({ topicId }) => topicId === 'fresh')).toMatchObject({ isNew: true })
  })

  it('raises few false alarms over fifty steady topics', () => {
    const random = seededRandom('steady')
    const poisson = (mean: number) => {
      let count = 0
      for (let product = random(); product > Math.exp(-mean); product *= random()) count++
      return count
    }
    let alarms = 0
    for (let week = 0; week < 100; week++) {
      const trends = Array.from({ length: 50 }, (_, at) => ({
        topicId: String(at),
        weeks: Array.from({ length: 13 }, () => poisson(5 + at)),
        ageDays: 365,
      }))
      if (risingTopics(trends).length > 0) alarms += 1
    }
    expect(alarms).toBeLessThan(12)
  })
})

describe('the long neck', () => {
  it('sums from the largest', () => {
    expect(longNeck([10, 50, 30], 100).map(({ share }) => share)).toEqual([0.5, 0.8, 0.9])
    expect(neckFinding(longNeck([50, 30, 10, 10], 100))).toEqual({ topics: 2, share: 'threeQuarters' })
  })

  it('is no finding where it takes too many', () => {
    expect(
      neckFinding(
        longNeck(
          Array.from({ length: 100 }, () => 1),
          100,
        ),
      ),
    ).toBeNull()
  })
})

describe('satisfaction', () => {
  it("has Student's interval", () => {
    const { mean, interval } = meanOf({ n: 10, sum: 5, squares: 3 })!
    expect(mean).toBe(0.5)
    // Standard deviation √(0.5 / 9) = 0.2357, t 2.262, half 0.1686.
    expect(interval![0]).toBeCloseTo(0.3314, 3)
  })

  it("has a gap with Welch's interval", () => {
    // Two samples of ten with means 0.4 and 0.6 and the variance above: half = 2.101 × √(2 × 0.05556 / 10).
    const { gap, interval } = gapOf({ n: 10, sum: 4, squares: 2.1 }, { n: 10, sum: 6, squares: 4.1 })!
    expect(gap).toBeCloseTo(-0.2, 10)
    expect(interval[1]).toBeCloseTo(-0.2 + 2.101 * Math.sqrt((2 * 0.5) / 9 / 10), 3)
    expect(gapOf({ n: 1, sum: 1, squares: 1 }, { n: 10, sum: 6, squares: 4 })).toBeNull()
  })
})

const usual = { minutes: 6, repeat: 0.3, selfService: 0.5 }
const facts = (topicId: string, change: Partial<PriorityFacts> = {}): PriorityFacts => ({
  topicId,
  weekly: 40,
  minutes: 6,
  repeat: 0.5,
  tried: 0,
  asked: 0,
  strategic: 1,
  isParked: false,
  place: null,
  ...change,
})
const someFacts = fc.uniqueArray(
  fc.record({
    topicId: fc.uuid(),
    weekly: fc.double({ min: 0, max: 500, noNaN: true }),
    minutes: fc.option(fc.double({ min: 0.5, max: 40, noNaN: true })),
    repeat: fc.option(fc.double({ min: 0, max: 3, noNaN: true })),
    tried: fc.integer({ min: 0, max: 20 }),
    asked: fc.integer({ min: 20, max: 60 }),
    strategic: fc.double({ min: 0, max: 5, noNaN: true }),
    isParked: fc.boolean(),
    place: fc.option(fc.integer({ min: 1, max: 12 })),
  }),
  { maxLength: 20, selector: ({ topicId }) => topicId },
)

describe('the priority score', () => {
  it('is the product of its factors: 40 × 6 × 1.5 × 0.5 × 1 = 180', () => {
    expect(priorityScore(facts('t'), usual, plainWeights)).toMatchObject({
      score: 180,
      assumed: ['selfService'],
    })
  })

  it('leaves a factor out at weight 0', () => {
    for (const factor of priorityFactors) {
      const score = priorityScore(facts('t', { strategic: 3 }), usual, { ...plainWeights, [factor]: 0 })
      expect(score.score).toBeCloseTo(540 / score.factors[factor], 6)
    }
  })

  it('does not take one answer of one for 100 percent', () => {
    const { factors } = priorityScore(facts('t', { tried: 1, asked: 1 }), usual, plainWeights)
    expect(factors.selfService).toBeCloseTo(6 / 11, 10)
  })

  it('ranks every topic once, the parked last', () => {
    fc.assert(
      fc.property(someFacts, (topics) => {
        const ranked = rankTopics(topics, usual, plainWeights)
        expect(ranked.map(({ topicId }) => topicId).sort()).toEqual(
          topics.map(({ topicId }) => topicId).sort(),
        )
        const live = ranked.filter(({ isParked }) => !isParked)
        expect(live.map(({ rank }) => rank)).toEqual(live.map((_, at) => at + 1))
        expect(ranked.slice(live.length).every(({ isParked, rank }) => isParked && rank === null)).toBe(true)
        expect(rankTopics(topics.toReversed(), usual, plainWeights)).toEqual(ranked)
      }),
    )
  })

  it('is ordered by score where nobody has set a place', () => {
    fc.assert(
      fc.property(someFacts, (topics) => {
        const free = topics.map((topic) => ({ ...topic, place: null, isParked: false }))
        const scores = rankTopics(free, usual, plainWeights).map(({ score }) => score)
        expect(scores).toEqual(scores.toSorted((a, b) => b - a))
      }),
    )
  })

  it('puts a topic where a person wants it', () => {
    const topics = [
      facts('a', { weekly: 90 }),
      facts('b', { weekly: 60 }),
      facts('c', { weekly: 30, place: 1 }),
    ]
    const [first] = rankTopics(topics, usual, plainWeights)
    expect(first).toMatchObject({ topicId: 'c', rank: 1, byScore: 3 })
  })

  it('lets the better score go first where two want one place', () => {
    const topics = [
      facts('a', { weekly: 90 }),
      facts('b', { weekly: 60, place: 1 }),
      facts('c', { weekly: 30, place: 1 }),
    ]
    expect(rankTopics(topics, usual, plainWeights).map(({ topicId }) => topicId)).toEqual(['b', 'c', 'a'])
  })
})

const channel = (name: ChannelFacts['channel'], once: number, cases: number, cost: number): ChannelFacts => ({
  channel: name,
  contacts: cases,
  cases,
  once,
  caseContacts: cases + (cases - once),
  csat: { n: 0, sum: 0, squares: 0 },
  cost,
})

describe('the channel strategy', () => {
  it("has Newcombe's interval: 56/70 less 48/80 is 0.0524–0.3339", () => {
    const [low, high] = newcombe([56, 70], [48, 80])
    expect(low).toBeCloseTo(0.0524, 3)
    expect(high).toBeCloseTo(0.3339, 3)
  })

  it('counts the contacts that follow', () => {
    expect(channelView({ ...channel('chatbot', 60, 100, 4), caseContacts: 150 }, 80).costToEnd).toBe(44)
  })

  it('prefers what settles more, and the cheaper of those that settle as many', () => {
    const views = (facts: readonly ChannelFacts[]) => facts.map((each) => channelView(each, 80))
    expect(bestChannel(views([channel('phone', 90, 100, 90), channel('chatbot', 40, 100, 4)]))).toEqual({
      channel: 'phone',
      why: 'fcr',
    })
    expect(bestChannel(views([channel('phone', 80, 100, 90), channel('chat', 78, 100, 50)]))).toEqual({
      channel: 'chat',
      why: 'cost',
    })
    expect(bestChannel(views([channel('phone', 5, 6, 90)]))).toBeNull()
  })

  const self = {
    mustStay: '',
    tried: 60,
    asked: 100,
    minutes: 4,
    cases: 200,
    once: 170,
    machineCases: 0,
    machineOnce: 0,
    failureLow: null,
  }
  it('moves what people try and is soon done', () => {
    expect(selfServiceVerdict(self)).toEqual({
      verdict: 'move',
      reasons: ['oftenTried', 'short', 'settledAtOnce'],
    })
  })

  it('leaves what must stay, what should go away, and what takes long', () => {
    expect(selfServiceVerdict({ ...self, mustStay: 'Sorg' }).verdict).toBe('stay')
    expect(selfServiceVerdict({ ...self, failureLow: 0.6 })).toEqual({
      verdict: 'cause',
      reasons: ['failureDemand'],
    })
    expect(selfServiceVerdict({ ...self, minutes: 14 })).toEqual({ verdict: 'people', reasons: ['long'] })
  })
})

describe('what a code stands for', () => {
  it('is counted in records with both', () => {
    const { shares } = splitByRecords(
      new Map([
        ['b', 20],
        ['a', 60],
      ]),
    )
    expect(shares[0]).toMatchObject({ topicId: 'a', share: 0.75 })
    expect(shares[0]!.interval[0]).toBeCloseTo(0.645, 3)
    expect(shares[0]!.interval[1]).toBeCloseTo(0.832, 3)
  })

  it('is found again from day to day: 70 percent of the one and 30 of the other', () => {
    const random = seededRandom('days')
    const days = Array.from({ length: 364 }, (_, day) => day)
    const a = days.map((day) => 20 + 12 * Math.sin(day / 9) + 4 * random())
    const b = days.map((day) => 20 + 12 * Math.cos(day / 5) + 4 * random())
    const c = days.map(() => 15 + 10 * random())
    const code = days.map((day) => Math.round(0.7 * a[day]! + 0.3 * b[day]!))
    const { shares, way } = splitByDays(
      {
        code,
        topics: new Map([
          ['a', a],
          ['b', b],
          ['c', c],
        ]),
      },
      random,
    )
    expect(way).toBe('days')
    const share = (id: string) => shares.find(({ topicId }) => topicId === id)?.share ?? 0
    expect(share('a')).toBeCloseTo(0.7, 1)
    expect(share('b')).toBeCloseTo(0.3, 1)
    expect(share('c')).toBeLessThan(0.06)
    expect(shares[0]!.interval[0]).toBeLessThan(0.7)
    expect(shares[0]!.interval[1]).toBeGreaterThan(0.65)
  })

  it('always sums to one', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.uuid(), fc.integer({ min: 1, max: 500 }), { minKeys: 1 }), (noted) => {
        const sum = splitByRecords(new Map(Object.entries(noted))).shares.reduce(
          (total, { share }) => total + share,
          0,
        )
        expect(sum).toBeCloseTo(1, 9)
      }),
    )
  })
})
