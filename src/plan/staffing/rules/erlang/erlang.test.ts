import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type QueueFigures, serviceLevel } from './figures.ts'
import { blockingShare, serversForBlocking } from './loss.ts'
import { logPatienceSum, patienceSum } from './patience-sum.ts'
import { type CallGroup, offeredLoad, solveErlang, waitCurve } from './solve.ts'

const calls: CallGroup = {
  callsPerSecond: 100 / 1800,
  handleSeconds: 180,
  patienceSeconds: 300,
  withinSeconds: 20,
}
const endless = { ...calls, patienceSeconds: null }

describe('published figures', () => {
  it('Erlang B: Wolfram Mathematica 9, pyworkforce', () => {
    expect(blockingShare(2, 1)).toBeCloseTo(0.2, 12)
    expect(blockingShare(30, 25)).toBeCloseTo(0.0526, 4)
    expect(serversForBlocking(10, 0.02)).toBe(17)
  })

  it('Erlang C: pyworkforce, the R package ErlangC, A. Herzog’s calculator, Mitan', () => {
    const solved = solveErlang(endless, 14)
    expect(solved.pWait).toBeCloseTo(0.1741319336, 9)
    expect(solved.servedWithin).toBeCloseTo(0.8883500192, 9)
    expect(solved.meanWaitSeconds).toBeCloseTo(7.83593701, 6)
    expect(solved.occupancy).toBeCloseTo(0.7142857143, 9)
    expect(solveErlang({ ...endless, callsPerSecond: 0.0583333333 }, 13).meanWaitSeconds).toBeCloseTo(
      26.56,
      2,
    )
    const mitan = { callsPerSecond: 0.2, handleSeconds: 240, patienceSeconds: null, withinSeconds: 15 }
    expect(solveErlang(mitan, 55).servedWithin).toBeCloseTo(0.8459, 4)
  })

  it('Erlang A: pyworkforce, A. Herzog’s calculator', () => {
    const solved = solveErlang(calls, 14)
    expect(solved.pWait).toBeCloseTo(0.14526, 5)
    expect(solved.pAbandon).toBeCloseTo(0.013984, 6)
    expect(solved.occupancy).toBeCloseTo(0.704297, 6)
    expect(solved.meanWaitSeconds).toBeCloseTo(4.19514, 4)
    expect(solved.servedWithin).toBeCloseTo(0.916792, 6)
    expect(solveErlang({ ...calls, callsPerSecond: 0.0583333333 }, 13).meanWaitSeconds).toBeCloseTo(9.91, 2)
  })
})

const anyCalls = fc.record({
  callsPerSecond: fc.double({ min: 0.001, max: 2, noNaN: true }),
  handleSeconds: fc.double({ min: 20, max: 900, noNaN: true }),
  patienceSeconds: fc.double({ min: 5, max: 3000, noNaN: true }),
  withinSeconds: fc.double({ min: 0, max: 120, noNaN: true }),
})
const anyGroup = fc
  .tuple(anyCalls, fc.double({ min: 0.4, max: 1.6, noNaN: true }))
  .map(([group, part]) => ({ group, agents: Math.max(1, Math.round(offeredLoad(group) * part)) }))

/** The chain itself, state by state: slow, and with nothing in common with the formulas. */
function byStates({ callsPerSecond, handleSeconds, patienceSeconds }: CallGroup, agents: number) {
  const logs = [0]
  for (let n = 1; n < 200_000; n++) {
    const out = Math.min(n, agents) / handleSeconds + Math.max(0, n - agents) / patienceSeconds!
    logs.push(logs[n - 1]! + Math.log(callsPerSecond / out))
    if (n > agents && logs[n]! < Math.max(...logs.slice(-2000)) - 45 && callsPerSecond < out) break
  }
  const top = logs.reduce((most, each) => Math.max(most, each), Number.NEGATIVE_INFINITY)
  const shares = logs.map((log) => Math.exp(log - top))
  const all = shares.reduce((sum, share) => sum + share, 0)
  const over = (value: (n: number) => number) =>
    shares.reduce((sum, share, n) => sum + share * value(n), 0) / all
  return {
    pWait: over((n) => (n >= agents ? 1 : 0)),
    waiting: over((n) => Math.max(0, n - agents)),
    busy: over((n) => Math.min(n, agents)),
  }
}

describe('Erlang A', () => {
  it('is what the chain of states gives', () => {
    fc.assert(
      fc.property(anyGroup, ({ group, agents }) => {
        const solved = solveErlang(group, agents)
        const slow = byStates(group, agents)
        expect(solved.pWait).toBeCloseTo(slow.pWait, 9)
        // Little: those who wait at a time = arrivals × mean wait; those served = busy ÷ handling time.
        expect(group.callsPerSecond * solved.meanWaitSeconds).toBeCloseTo(slow.waiting, 6)
        expect(solved.occupancy * agents).toBeCloseTo(slow.busy, 6)
      }),
      { numRuns: 60 },
    )
  })

  it('with patience as long as a call is Poisson: the number present does not know who is served', () => {
    for (const load of [0.7, 6.3, 80]) {
      const group = { ...calls, callsPerSecond: load / 180, patienceSeconds: 180 }
      const agents = Math.ceil(load)
      let [term, below] = [Math.exp(-load), 0]
      for (let n = 0; n < agents; n++) {
        below += term
        term *= load / (n + 1)
      }
      expect(solveErlang(group, agents).pWait).toBeCloseTo(1 - below, 11)
    }
  })

  it('comes to Erlang C when patience has no end, and to Erlang B when there is none', () => {
    fc.assert(
      fc.property(anyCalls, fc.integer({ min: 1, max: 40 }), (group, spare) => {
        const agents = Math.ceil(offeredLoad(group)) + spare
        const patient = solveErlang({ ...group, patienceSeconds: 1e11 }, agents)
        const c = solveErlang({ ...group, patienceSeconds: null }, agents)
        expect(patient.pWait).toBeCloseTo(c.pWait, 5)
        expect(patient.servedWithin).toBeCloseTo(c.servedWithin, 5)
        const hasty = solveErlang({ ...group, patienceSeconds: 1e-7 }, agents)
        expect(hasty.pAbandon).toBeCloseTo(blockingShare(agents, offeredLoad(group)), 5)
        expect(solveErlang({ ...group, patienceSeconds: 0 }, agents).pAbandon).toBe(
          blockingShare(agents, offeredLoad(group)),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('is better in every way with one agent more, and its figures are shares', () => {
    fc.assert(
      fc.property(anyGroup, ({ group, agents }) => {
        const [less, more] = [solveErlang(group, agents), solveErlang(group, agents + 1)]
        const hair = 1e-12
        expect(more.pWait).toBeLessThanOrEqual(less.pWait + hair)
        expect(more.servedWithin).toBeGreaterThanOrEqual(less.servedWithin - hair)
        expect(more.pAbandon).toBeLessThanOrEqual(less.pAbandon + hair)
        expect(more.occupancy).toBeLessThanOrEqual(less.occupancy + hair)
        for (const share of [
          less.pWait,
          less.servedWithin,
          less.abandonedWithin,
          less.pAbandon,
          less.occupancy,
        ]) {
          expect(share).toBeGreaterThanOrEqual(0)
          expect(share).toBeLessThanOrEqual(1)
        }
        expect(less.servedWithin + less.abandonedWithin).toBeLessThanOrEqual(1 + hair)
      }),
      { numRuns: 200 },
    )
  })

  it('holds at 100,000 agents, above and below the load', () => {
    for (const part of [0.98, 1, 1.02, 2]) {
      const group = { ...calls, callsPerSecond: (100_000 * part) / 180 }
      const solved = solveErlang(group, 100_000)
      for (const value of Object.values(solved)) expect(Number.isFinite(value)).toBe(true)
      // What comes is served or gives up.
      expect(solved.occupancy).toBeCloseTo(part * (1 - solved.pAbandon), 12)
    }
    // Garnett, Mandelbaum & Reiman 2002: with as many agents as load and patience of a call, half of them wait.
    expect(
      solveErlang({ ...calls, callsPerSecond: 100_000 / 180, patienceSeconds: 180 }, 100_000).pWait,
    ).toBeCloseTo(0.5, 2)
  })

  it('nobody calls, nobody answers', () => {
    expect(solveErlang({ ...calls, callsPerSecond: 0 }, 0)).toMatchObject({ servedWithin: 1, pWait: 0 })
    expect(solveErlang(calls, 0)).toMatchObject({ servedWithin: 0, pAbandon: 1, meanWaitSeconds: 300 })
  })
})

describe('the wait', () => {
  it('begins at the share that waits and falls; its area is the mean wait of those with endless patience', () => {
    const curve = waitCurve(endless, 14, [0, 20, 60])
    expect(curve[0]).toBeCloseTo(0.1741319336, 9)
    expect(1 - curve[1]!).toBeCloseTo(0.8883500192, 9)
    const steps = Array.from({ length: 6000 }, (_, at) => (at + 0.5) / 10)
    const area = waitCurve(endless, 14, steps).reduce((sum, share) => sum + share / 10, 0)
    expect(area).toBeCloseTo(7.83593701, 3)
  })
})

describe('the sum behind it', () => {
  it('is (eʸ − 1)/y for x = 1, on both sides of y = x', () => {
    for (const y of [0.1, 0.5, 1, 1.5, 20, 600])
      expect(logPatienceSum(1, y)).toBeCloseTo(y < 30 ? Math.log(Math.expm1(y) / y) : y - Math.log(y), 11)
  })

  it('goes over from one way of working it out to the other without a step', () => {
    for (const x of [0.05, 0.7, 3, 23, 400, 1e5]) {
      const [low, high] = [patienceSum(x, x), patienceSum(x, x * (1 + 1e-12))]
      expect(high.log).toBeCloseTo(low.log, 9)
      expect(high.waiting / low.waiting).toBeCloseTo(1, 8)
    }
  })
})

describe('service levels', () => {
  it('differ by what is counted', () => {
    const figures: QueueFigures = {
      pWait: 0.3,
      servedWithin: 0.8,
      abandonedWithin: 0.04,
      meanWaitSeconds: 9,
      pAbandon: 0.1,
      occupancy: 0.9,
    }
    expect(serviceLevel(figures, 'ofOffered')).toBe(0.8)
    expect(serviceLevel(figures, 'ofServed')).toBeCloseTo(0.8889, 4)
    expect(serviceLevel(figures, 'countingShortAbandons')).toBeCloseTo(0.84, 12)
    expect(serviceLevel(figures, 'excludingShortAbandons')).toBeCloseTo(0.8333, 4)
  })
})
