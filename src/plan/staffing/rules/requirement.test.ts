import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { agentsNeeded } from './agents-needed.ts'
import { idleSeconds } from './blending.ts'
import { solveChats } from './chat/chat-group.ts'
import { solveErlang } from './erlang/solve.ts'
import { type Demand, figuresWith, requirementOf, riskOf, type StaffingRule } from './requirement.ts'
import { loadChance, loadQuantile, overLoad, spreadOfInterval } from './risk/load-spread.ts'
import { expectedLevel } from './risk/risk.ts'
import { meetsTarget, type ServiceTarget } from './service-target.ts'
import { grossedUp, shrinkageOf } from './shrinkage.ts'

const eighty: ServiceTarget = {
  serviceLevel: { share: 0.8, withinSeconds: 20, convention: 'ofOffered' },
  maxMeanWaitSeconds: null,
  maxAbandon: null,
  maxOccupancy: null,
}
const calls = { callsPerSecond: 100 / 1800, handleSeconds: 180, patienceSeconds: null, withinSeconds: 20 }
const needed = (group: Parameters<typeof solveErlang>[0], target: ServiceTarget) =>
  agentsNeeded((agents) => solveErlang(group, agents), group.callsPerSecond * group.handleSeconds, target)

describe('agents needed', () => {
  it('are those of published examples', () => {
    expect(needed(calls, eighty).agents).toBe(14)
    // pyworkforce's tests: an occupancy of at most 70 % asks for 15.
    expect(needed(calls, { ...eighty, maxOccupancy: 0.7 })).toMatchObject({
      agents: 15,
      binding: 'occupancy',
    })
    // jonesthenet.com: 250 calls an hour of 330 s, 80 % within 30 s.
    const jones = { callsPerSecond: 250 / 3600, handleSeconds: 330, patienceSeconds: null, withinSeconds: 30 }
    const thirty = { ...eighty, serviceLevel: { ...eighty.serviceLevel!, withinSeconds: 30 } }
    expect(needed(jones, thirty).agents).toBe(28)
    // Wolfram's ErlangC page: 30 an hour of 5 min, 90 % without any wait.
    const wolfram = { callsPerSecond: 30 / 3600, handleSeconds: 300, patienceSeconds: null, withinSeconds: 0 }
    const atOnce = {
      ...eighty,
      serviceLevel: { share: 0.9, withinSeconds: 0, convention: 'ofOffered' as const },
    }
    expect(needed(wolfram, atOnce).agents).toBe(6)
  })

  it('are more than the load where nobody gives up, whatever is asked for', () => {
    const caps = { ...eighty, serviceLevel: null }
    for (const target of [
      { ...caps, maxAbandon: 0.05 },
      { ...caps, maxOccupancy: 1 },
    ]) {
      expect(needed(calls, target)).toMatchObject({ agents: 11, warnings: [] })
      expect(requirementOf({ ...demand, patienceSeconds: null, cv: 0 }, { ...rule, target }).needed).toBe(11)
    }
  })

  it('meet the target, and one fewer does not', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.002, max: 3, noNaN: true }),
        fc.double({ min: 0.5, max: 0.99, noNaN: true }),
        fc.double({ min: 0.005, max: 0.2, noNaN: true }),
        fc.option(fc.double({ min: 10, max: 900, noNaN: true })),
        (callsPerSecond, share, maxAbandon, patienceSeconds) => {
          const group = { ...calls, callsPerSecond, patienceSeconds }
          const target = { ...eighty, serviceLevel: { ...eighty.serviceLevel!, share }, maxAbandon }
          const { agents } = needed(group, target)
          expect(meetsTarget(solveErlang(group, agents), target)).toBe(true)
          expect(meetsTarget(solveErlang(group, agents - 1), target)).toBe(false)
        },
      ),
      { numRuns: 100 },
    )
  })

  it('are warned about when a target is met because people give up', () => {
    // A hundred at work on average, and patience of half a minute: 80/20 alone asks for fewer than that.
    const hasty = { ...calls, callsPerSecond: 100 / 180, patienceSeconds: 30 }
    const trap = needed(hasty, eighty)
    expect(trap.agents).toBeLessThan(100)
    expect(trap.warnings).toEqual(['below-load', 'many-give-up'])
    const mended = needed(hasty, { ...eighty, maxAbandon: 0.03 })
    expect(mended).toMatchObject({ binding: 'abandon', warnings: [] })
    expect(mended.agents).toBeGreaterThan(100)
  })

  it('are refused for a target without parts, or out of reach', () => {
    expect(() => needed(calls, { ...eighty, serviceLevel: null })).toThrow(RangeError)
    expect(() => needed(calls, { ...eighty, maxOccupancy: 1e-9 })).toThrow(RangeError)
  })
})

describe('an uncertain load', () => {
  it('takes an on-paper .904 down to .842 with a spread of 15 %', () => {
    const busy = { callsPerSecond: 400 / 900, handleSeconds: 180, patienceSeconds: 90, withinSeconds: 20 }
    const at = (factor: number) => solveErlang({ ...busy, callsPerSecond: busy.callsPerSecond * factor }, 81)
    expect(at(1).servedWithin).toBeCloseTo(0.904, 3)
    expect(expectedLevel(at, 0.15, 'ofOffered')).toBeCloseTo(0.842, 3)
    expect(expectedLevel(at, 0, 'ofOffered')).toBe(at(1).servedWithin)
  })

  it('has mean one and the spread that was asked for; its quantiles and chances belong together', () => {
    for (const cv of [0.05, 0.15, 0.4]) {
      expect(overLoad(cv, (x) => x)).toBeCloseTo(1, 9)
      expect(overLoad(cv, (x) => (x - 1) ** 2)).toBeCloseTo(cv * cv, 9)
      for (const chance of [0.01, 0.1, 0.5, 0.9, 0.999])
        expect(loadChance(cv, loadQuantile(cv, chance))).toBeCloseTo(chance, 7)
    }
  })

  it('is read off a forecast’s interval without the chance of counting', () => {
    expect(spreadOfInterval({ mean: 100, lo95: 100 - 1.96 * 15, hi95: 100 + 1.96 * 15 })).toBeCloseTo(
      0.1118,
      3,
    )
    // As wide as chance alone, or narrower: no spread.
    expect(spreadOfInterval({ mean: 100, lo95: 80.4, hi95: 119.6 })).toBeCloseTo(0, 1)
    expect(spreadOfInterval({ mean: 0, lo95: 0, hi95: 3 })).toBe(0)
  })
})

const demand: Demand = {
  kind: 'calls',
  mean: 100,
  intervalMinutes: 30,
  handleSeconds: 180,
  patienceSeconds: 300,
  parallel: 1,
  slowing: 0,
  cv: 0.15,
}
const rule: StaffingRule = { target: eighty, confidence: 0.8, onQueue: 1, fewest: 0 }

describe('a requirement', () => {
  it('is one number when the load is certain', () => {
    expect(requirementOf({ ...demand, cv: 0 }, rule)).toMatchObject({
      p10: 13,
      p50: 13,
      p90: 13,
      needed: 13,
      netLoad: 10,
    })
  })

  it('keeps the risk below what was asked for, and one fewer does not', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 400, noNaN: true }),
        fc.double({ min: 0.02, max: 0.4, noNaN: true }),
        fc.double({ min: 0.5, max: 0.95, noNaN: true }),
        (mean, cv, confidence) => {
          const here = { ...demand, mean, cv }
          const asked = { ...rule, confidence }
          const { needed: people, p10, p50, p90 } = requirementOf(here, asked)
          expect(p10).toBeLessThanOrEqual(p50)
          expect(p50).toBeLessThanOrEqual(p90)
          expect(riskOf(here, asked, people)).toBeLessThanOrEqual(1 - confidence + 1e-4)
          expect(riskOf(here, asked, people - 1)).toBeGreaterThan(1 - confidence - 1e-4)
        },
      ),
      { numRuns: 40 },
    )
  })

  it('adds shrinkage, and never falls below the fewest', () => {
    expect(requirementOf({ ...demand, cv: 0 }, { ...rule, onQueue: 0.9 }).needed).toBe(15)
    expect(requirementOf({ ...demand, mean: 0 }, { ...rule, fewest: 2 }).needed).toBe(2)
  })

  it('between two whole numbers weighs the two', () => {
    const at = (people: number) => figuresWith(demand, rule, { people }).servedWithin
    expect(at(13.5)).toBeCloseTo((at(13) + at(14)) / 2, 12)
  })
})

describe('chats', () => {
  const chats = {
    chatsPerSecond: 100 / 1800,
    aloneSeconds: 180,
    slowing: 0,
    most: 1,
    patienceSeconds: 300,
    withinSeconds: 20,
  }

  it('one at a time are calls', () => {
    expect(solveChats(chats, 14)).toMatchObject({
      handleSeconds: expect.closeTo(180, 6),
      parallel: expect.closeTo(1, 9),
    })
    expect(solveChats(chats, 14).servedWithin).toBeCloseTo(0.916792, 6)
  })

  it('that do not slow each other are as many agents as places', () => {
    const three = solveChats({ ...chats, most: 3 }, 5)
    expect(three.servedWithin).toBeCloseTo(solveErlang(calls300(), 15).servedWithin, 9)
  })

  it('that slow each other by all of it are one at a time for whoever waits no longer', () => {
    const one = solveChats({ ...chats, most: 2, slowing: 1 }, 12)
    // Two at once at half the pace: the work done is that of one at a time, only begun earlier.
    expect(one.pAbandon).toBeLessThan(solveChats(chats, 12).pAbandon)
    expect(one.handleSeconds).toBeGreaterThan(180)
  })

  const calls300 = () => ({ ...calls, patienceSeconds: 300 })
})

describe('shrinkage', () => {
  it('at work and away from it is multiplied', () => {
    const parts = [
      { name: 'Møter', share: 0.05, place: 'at-work' as const, planned: true },
      { name: 'Pauser', share: 0.05, place: 'at-work' as const, planned: false },
      { name: 'Sykdom', share: 0.2, place: 'away' as const, planned: false },
    ]
    const left = shrinkageOf(parts)
    expect(left.ofShift).toBeCloseTo(0.9, 12)
    expect(left.onQueue).toBeCloseTo(0.95, 12)
    expect(left.ofContract).toBeCloseTo(0.72, 12)
    expect(grossedUp(9, 0.9)).toBe(10)
    expect(() => shrinkageOf([{ ...parts[0]!, share: 1 }])).toThrow(RangeError)
  })
})

describe('blending', () => {
  it('gives the usable part of what the calls leave', () => {
    expect(idleSeconds(14, { occupancy: 0.7 }, { intervalMinutes: 30, usable: 0.6 })).toBeCloseTo(4536, 6)
  })
})
