import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from './compile.ts'
import { chance, purpose } from './engine/chance.ts'
import { mark, outcome } from './engine/contact-table.ts'
import { drawPatience, poissonCount } from './engine/draws.ts'
import { type Run, runOnce } from './engine/run-once.ts'
import { figuresOf } from './figures.ts'
import { differenceOf, estimateOf, isSure, runPlan } from './replications.ts'
import type { Scenario } from './scenario.ts'
import { everything, scenarioOf, singleSkill } from './testing/scenarios.ts'

describe('a run agrees with what is known without it', () => {
  // Published figures: pyworkforce's tests and README, R's ErlangC; 100 calls in 30 minutes of 180 s, 14 people.
  it('with Erlang A, within its interval', () => {
    const { queues } = runPlan(singleSkill({ patienceSeconds: 300 }), { seed: 1, replications: 40 })
    const { runs } = queues[0]!
    expect(estimateOf(runs.serviceLevel)).toSatisfy(holds(0.916792))
    expect(estimateOf(runs.abandonShare)).toSatisfy(holds(0.013984))
    expect(estimateOf(runs.meanWait)).toSatisfy(holds(4.19514))
    expect(estimateOf(runs.offered)).toSatisfy(holds(7 * 48 * 100))
  })

  it('with Erlang C, within its interval', () => {
    const { queues, centre } = runPlan(singleSkill({}), { seed: 1, replications: 20 })
    expect(estimateOf(queues[0]!.runs.serviceLevel)).toSatisfy(holds(0.8883500192))
    expect(estimateOf(queues[0]!.runs.meanWait)).toSatisfy(holds(7.83593701))
    expect(estimateOf(centre.occupancy)).toSatisfy(holds(0.7142857143))
  })

  it('with another way to the same: each call taken by whoever is free first, one after another', () => {
    const scenario = singleSkill({ patienceSeconds: 90, people: 9, days: 1 })
    const { contacts } = runOnce(compile(scenario), 7)
    const free = new Float64Array(9)
    for (let at = 0; at < contacts.size; at++) {
      const who = free.indexOf(Math.min(...free))
      const arrival = contacts.arrival[at]!
      const begins = Math.max(arrival, free[who]!)
      const patience = drawPatience(
        { kind: 'exponential', mean: 90 },
        chance(contacts.key[at]!, purpose.patience),
      )
      const stays = begins - arrival <= patience
      if (begins >= 86_400) break
      expect(contacts.outcome[at]).toBe(stays ? outcome.handled : outcome.abandonedForGood)
      if (!stays) continue
      expect(contacts.start[at]).toBe(begins)
      free[who] = begins + contacts.work[at]!
    }
    expect(contacts.size).toBeGreaterThan(4000)
  })

  it('with a day worked by hand: four letters of 8 minutes, one person for 20 with a break of 5', () => {
    const scenario = scenarioOf({
      queues: [
        {
          id: 'email',
          kind: 'tasks',
          arrivals: [],
          handle: { meanSeconds: 480, spread: 'fixed' },
          target: { seconds: 1000, share: 1 },
          backlog: { count: 4, oldestSeconds: 300 },
        },
      ],
      groups: [
        {
          id: 'one',
          skills: ['email'],
          shifts: [{ people: 1, from: '00:00', to: '00:20', breaks: [{ from: '00:10', to: '00:15' }] }],
        },
      ],
    })
    const program = compile(scenario)
    const run = runOnce(program, 1)
    // What is in hand is finished: the second letter takes the break with it, the third ends after the shift.
    expect([...run.contacts.arrival.subarray(0, 4)].map((at) => Math.round(at) + 0)).toEqual([
      -300, -200, -100, 0,
    ])
    expect([...run.contacts.start.subarray(0, 4)]).toEqual([0, 480, 960, Number.NaN])
    expect([...run.contacts.end.subarray(0, 4)]).toEqual([480, 960, 1440, 86_400])
    const { queues, ledgers, centre } = figuresOf(run, program, scenario)
    expect(queues[0]).toMatchObject({ offered: 4, handled: 3, serviceLevel: 0.5, waitingAtClose: 1 })
    expect(queues[0]!.meanWait).toBeCloseTo((300 + 680 + 1060 + 86_400) / 4, 6)
    expect(ledgers[0]).toMatchObject({ waitingAtOpen: 4, handled: 3, waitingAtClose: 1 })
    expect(centre).toMatchObject({ hours: 0.25 })
    expect(centre.occupancy).toBeCloseTo(1440 / 900, 9)
  })

  it('with what a chat takes when others are in hand: two of 100 s, each half as long again', () => {
    const scenario = scenarioOf({
      queues: [
        {
          id: 'chat',
          kind: 'chats',
          arrivals: [],
          handle: { meanSeconds: 100, spread: 'fixed' },
          concurrency: 2,
          slowdown: 0.5,
          backlog: { count: 3, oldestSeconds: 0 },
        },
      ],
      groups: [{ id: 'one', skills: ['chat'], people: [{ from: '00:00', counts: [1] }] }],
    })
    const { contacts } = runOnce(compile(scenario), 1)
    // Two at once until 150 s; the third begins with the end of the first and is slowed no longer than that moment.
    expect([...contacts.start.subarray(0, 3)]).toEqual([0, 0, 150])
    expect([...contacts.end.subarray(0, 3)].map((end) => Math.round(end * 1e6) / 1e6)).toEqual([
      150, 150, 250,
    ])
  })
})

describe('every run, with every feature on', () => {
  const anyScenario = fc.record({
    seed: fc.integer(),
    size: fc.constantFrom(0.5, 1, 2.5),
    busy: fc.double({ min: 0.3, max: 3, noNaN: true }),
  })

  it('keeps the flow: what came in is handled, given up, dialled again, gone elsewhere or waiting', () => {
    fc.assert(
      fc.property(anyScenario, ({ seed, size, busy }) => {
        const scenario = busier(everything({ size }), busy)
        const program = compile(scenario)
        const run = runOnce(program, seed)
        // makeLedger throws when a queue's two sides differ by a single contact.
        const { ledgers } = figuresOf(run, program, scenario)
        const sum = (of: 'redialled' | 'shifted' | 'redialledIn' | 'shiftedIn') =>
          ledgers.reduce((total, ledger) => total + ledger[of], 0)
        expect(sum('redialledIn') + sum('shiftedIn')).toBe(sum('redialled') + sum('shifted') - later(run))
        expect(ledgers.reduce((total, { contactsIn }) => total + contactsIn, 0)).toBe(run.contacts.size)
      }),
      { numRuns: 25 },
    )
  })

  it('keeps Little’s law: people waiting, added up on the way, are the waits of the records', () => {
    fc.assert(
      fc.property(anyScenario, ({ seed, size, busy }) => {
        const program = compile(busier(everything({ size }), busy))
        const { contacts, waitingArea } = runOnce(program, seed)
        program.queues.forEach((_, queue) => {
          let waits = 0
          for (let at = 0; at < contacts.size; at++) {
            if (contacts.queue[at] !== queue) continue
            const until = contacts.group[at] === -1 ? contacts.end[at]! : contacts.start[at]!
            waits += until - Math.max(0, contacts.arrival[at]!) + contacts.aside[at]!
          }
          const area = waitingArea[queue]!
          expect(Math.abs(waits - area)).toBeLessThanOrEqual(1e-9 * Math.max(1, area))
        })
      }),
      { numRuns: 25 },
    )
  })

  it('is the same to the last byte with the same seed, and another with another', () => {
    const program = compile(everything({ size: 2 }))
    const bytes = (seed: number) => {
      const { contacts } = runOnce(program, seed)
      const part = (column: Float64Array | Int32Array | Uint8Array) =>
        Buffer.from(column.buffer, 0, contacts.size * column.BYTES_PER_ELEMENT)
      const columns = [contacts.start, contacts.end, contacts.key, contacts.outcome]
      return Buffer.concat(columns.map(part)).toString('base64')
    }
    expect(bytes(11)).toBe(bytes(11))
    expect(bytes(11)).not.toBe(bytes(12))
  })
})

describe('two plans with the same customers', () => {
  const base = everything({ size: 2, days: 1 })
  const more: Scenario = {
    ...base,
    groups: base.groups.map((group) =>
      group.id === 'phone'
        ? { ...group, people: group.people.map((run) => ({ ...run, counts: run.counts.map((n) => n + 1) })) }
        : group,
    ),
  }

  it('meet the same first contacts at the same moments', () => {
    const firsts = (scenario: Scenario) => {
      const { contacts } = runOnce(compile(scenario), 3)
      return [...contacts.arrival.subarray(0, contacts.size)].filter((_, at) => contacts.origin[at] === 1)
    }
    expect(firsts(more)).toEqual(firsts(base))
  })

  it('are told apart far more surely than with customers of their own', () => {
    const asked = { seed: 4, replications: 20 }
    const [one, other] = [runPlan(base, asked), runPlan(more, asked)]
    const apart = runPlan(more, { seed: 99, replications: 20 })
    const level = (runs: ReturnType<typeof runPlan>) => runs.queues[0]!.runs.serviceLevel
    const paired = differenceOf(level(one), level(other))!
    const unpaired = differenceOf(level(one), level(apart))!
    expect(isSure(paired)).toBe(true)
    expect(paired.mean).toBeGreaterThan(0)
    expect(paired.hi! - paired.lo!).toBeLessThan(0.6 * (unpaired.hi! - unpaired.lo!))
  })

  it('fewer need help when more help themselves, and no others', () => {
    const helped = { ...base, queues: base.queues.map((queue) => ({ ...queue, selfService: 0.3 })) }
    const keys = (scenario: Scenario) => {
      const { contacts } = runOnce(compile(scenario), 5)
      return [...contacts.key.subarray(0, contacts.size)].filter((_, at) => contacts.origin[at] === 1)
    }
    const before = new Set(keys(base))
    const after = keys(helped)
    expect(after.every((key) => before.has(key))).toBe(true)
    expect(after.length / before.size).toBeGreaterThan(0.6)
    expect(after.length / before.size).toBeLessThan(0.85)
  })
})

describe('what feeds back', () => {
  it('traffic is first contacts ÷ (1 − p return)', () => {
    const scenario = scenarioOf({
      days: 20,
      leadInDays: 5,
      queues: [
        {
          id: 'phone',
          kind: 'calls',
          arrivals: [{ from: '00:00', counts: Array(48).fill(30) }],
          handle: { meanSeconds: 120 },
          returns: { share: 0.2, afterSeconds: 40_000 },
        },
      ],
      groups: [{ id: 'team', skills: ['phone'], people: [{ from: '00:00', counts: Array(48).fill(10) }] }],
    })
    const { centre } = runPlan(scenario, { seed: 2, replications: 12 })
    expect(estimateOf(centre.contactsPerFirst)).toSatisfy(holds(1 / (1 - 0.2)))
  })

  it('whoever has agreed to a callback is off the line, and no longer gives up on it', () => {
    const scenario = everything({ size: 2, days: 1 })
    const { contacts } = runOnce(compile(scenario), 6)
    let [agreed, reached] = [0, 0]
    for (let at = 0; at < contacts.size; at++) {
      if (Number.isNaN(contacts.agreed[at]!)) continue
      agreed++
      expect(contacts.agreed[at]! - contacts.arrival[at]!).toBeCloseTo(90, 6)
      if (contacts.outcome[at] === outcome.handled) reached++
      else
        expect(
          contacts.marks[at]! & mark.unreached || contacts.outcome[at] === outcome.waitingAtClose,
        ).toBeTruthy()
    }
    expect(agreed).toBeGreaterThan(10)
    expect(reached).toBeGreaterThan(agreed / 2)
  })
})

describe('draws', () => {
  it('Poisson counts are those of its distribution function', () => {
    // P(X ≤ 2) for mean 3 is 0.42319, P(X ≤ 3) is 0.64723.
    expect([0.4231, 0.4233, 0.6471, 0.6473].map((u) => poissonCount(3, u))).toEqual([2, 3, 3, 4])
    expect(poissonCount(0, 0.5)).toBe(0)
    expect(poissonCount(400, 1 - 1e-12)).toBeLessThan(600)
  })

  it('patience from a curve is straight between its points and endless after the last', () => {
    const curve = {
      kind: 'curve',
      seconds: Float64Array.of(10, 30),
      stays: Float64Array.of(0.8, 0.4),
    } as const
    expect([0.9, 0.8, 0.6, 0.4, 0.39].map((u) => drawPatience(curve, u))).toEqual([
      expect.closeTo(5, 9),
      10,
      expect.closeTo(20, 9),
      30,
      Number.POSITIVE_INFINITY,
    ])
  })
})

const holds = (value: number) => (estimate: { lo: number; hi: number }) =>
  estimate.lo <= value && value <= estimate.hi

function busier(scenario: Scenario, factor: number): Scenario {
  return {
    ...scenario,
    queues: scenario.queues.map((queue) => ({
      ...queue,
      arrivals: queue.arrivals.map((run) => ({ ...run, counts: run.counts.map((count) => count * factor) })),
    })),
  }
}

/** Of those who dialled again or went elsewhere, whoever comes after the end of the run. */
function later({ contacts }: Run): number {
  let count = 0
  for (let at = 0; at < contacts.size; at++) {
    const followed = contacts.outcome[at] === outcome.redialled || contacts.outcome[at] === outcome.shifted
    if (followed && contacts.marks[at]! & mark.returnsLater) count++
  }
  return count
}
