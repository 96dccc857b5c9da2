import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { defaultAssumptions } from './assumptions.ts'
import { monthsFrom } from './months.ts'
import { needFromHistory } from './need.ts'
import { channelResults, funnelFault } from './recruitment.ts'
import { assumptionsOf, leversAtRest, moneyOf, needsOf, type WorkQueue, workOf } from './scenario.ts'

const phone: WorkQueue = {
  id: 'phone',
  name: 'Telefon',
  offered: 10_000,
  workSeconds: 360,
  atOnce: true,
  openHours: 40,
  pReturn: 0.2,
  pAbandon: 0,
  pRedial: 0,
}
const email = { ...phone, id: 'email', name: 'E-post', offered: 2000, atOnce: false, workSeconds: 600 }
const selfService = { tried: 0.5, settled: 0.4, givenUp: 0.1 }
const today = { hours: 1500, selfService }

function change(levers: Partial<typeof leversAtRest>, queues: readonly WorkQueue[] = [phone, email]) {
  const answer = workOf(queues, { ...leversAtRest, ...levers }, today)
  if (!answer.ok) throw new Error(answer.refusal.kind)
  return answer.change
}

describe('a scenario', () => {
  it('changes nothing when every lever is at rest', () => {
    expect(change({}).factor).toBeCloseTo(1, 12)
    expect(change({}).workAfter).toBeCloseTo(1000 + 2000 / 6, 9)
  })

  it('takes 5 points fewer returns through the flow: 10,000 become 8,000 ÷ 0.85 = 9,412', () => {
    const [calls] = change({ returns: -0.05 }).contacts
    expect(calls!.after).toBeCloseTo(8000 / 0.85, 6)
  })

  it('takes 10 points more who help themselves: first contacts times 0.70 ÷ 0.75', () => {
    const [calls] = change({ selfService: 0.1 }).contacts
    expect(calls!.after).toBeCloseTo((10_000 * 0.7) / 0.75, 6)
  })

  it('moves contacts between channels without losing one', () => {
    const { contacts } = change({ shiftFrom: 'phone', shiftTo: 'email', shiftShare: 0.25 })
    expect(contacts[0]!.after).toBeCloseTo(7500, 6)
    expect(contacts[1]!.after).toBeCloseTo(4500, 6)
  })

  it('needs more for the same contacts when it is open longer, by the root of the hours', () => {
    const only = workOf([phone], { ...leversAtRest, openingHours: 40 }, { ...today, hours: 1100 })
    expect(only.ok && only.change.factor).toBeCloseTo((1000 + 100 * Math.SQRT2) / 1100, 9)
  })

  it('refuses returns that never end', () => {
    expect(workOf([phone], { ...leversAtRest, returns: 0.8 }, today)).toMatchObject({
      ok: false,
      refusal: { kind: 'neverSettles' },
    })
  })

  it('never needs fewer when more return', () => {
    const points = fc.double({ min: 0, max: 0.5, noNaN: true })
    fc.assert(
      fc.property(points, points, (one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        expect(change({ returns: more }).factor).toBeGreaterThanOrEqual(
          change({ returns: less }).factor - 1e-9,
        )
      }),
      { numRuns: 40 },
    )
  })

  it('grows evenly to its size after twelve months', () => {
    const months = monthsFrom('2027-01', 12)
    const needs = new Map(months.map((month) => [month, { mean: 10, low: 8, high: 12 }]))
    const grown = needsOf(needs, months, { factor: 1, growth: 0.21 })
    expect(grown.get('2027-12')!.mean).toBeCloseTo(12.1, 10)
    expect(grown.get('2027-06')!.mean).toBeCloseTo(11, 10)
    expect(assumptionsOf(defaultAssumptions, { ...leversAtRest, attrition: 1.5 }).attritionLater).toBeCloseTo(
      0.3,
    )
  })

  it('costs what is paid and what is hired: 7.2 million and 80,000', () => {
    const proposal = { people: 2 } as Parameters<typeof moneyOf>[0]['proposals'][number]
    const money = moneyOf(
      { months: [], proposals: [proposal], outOfReach: [] },
      Array(12).fill(10),
      defaultAssumptions,
    )
    expect(money).toMatchObject({ wages: 7_200_000, hiring: 80_000, hires: 2, people: 10 })
  })
})

describe('the need from the traffic behind', () => {
  const year = monthsFrom('2025-01', 12).map((month, at) => ({ month, hours: 2400 + 100 * at, days: 31 }))

  it('is 25 people for 2,296 hours of work a month', () => {
    const [need] = needFromHistory([{ month: '2026-01', hours: 2296, days: 31 }], ['2026-03'], {
      hoursPerPerson: 114.8,
      occupancy: 0.8,
    })
    expect(need!.mean).toBeCloseTo(25, 6)
    expect(need!.basis).toBe('recent')
  })

  it('takes the same month a year before, and the drift of the last months half or more', () => {
    const grown = year
      .slice(0, 6)
      .map((each) => ({ ...each, month: each.month.replace('2025', '2026'), hours: each.hours * 1.2 }))
    const [need] = needFromHistory([...year, ...grown], ['2026-12'], { hoursPerPerson: 100, occupancy: 1 })
    expect(need!.basis).toBe('yearBefore')
    expect(need!.mean).toBeCloseTo(35 * 1.2 ** (3 / 4), 6)
    expect(need!.low).toBeLessThan(need!.mean)
    expect(
      needFromHistory([{ month: '2026-01', hours: 10, days: 3 }], ['2026-02'], {
        hoursPerPerson: 1,
        occupancy: 1,
      }),
    ).toEqual([])
  })
})

describe('advertisements', () => {
  const ad = {
    channel: 'jobBoard',
    applicants: 40,
    interviewed: 10,
    offered: 4,
    hired: 4,
    here6: 3,
    here12: 2,
    cost: 20_000,
  } as const

  it('tells what each who stayed has cost, with an interval for the share that stays', () => {
    const [board] = channelResults([ad, { ...ad, here6: null, here12: null, hired: 2 }])
    expect(board).toMatchObject({
      applicants: 80,
      hired: 6,
      costPerStay: 10_000,
      here12: { share: 0.5, n: 4 },
    })
    expect(board!.here12!.interval[0]).toBeCloseTo(0.15, 2)
  })

  it('finds the count that cannot be', () => {
    expect(funnelFault(ad)).toBeUndefined()
    expect(funnelFault({ ...ad, hired: 5 })).toBe('hired')
    expect(funnelFault({ ...ad, here12: 4 })).toBe('here12')
  })
})
