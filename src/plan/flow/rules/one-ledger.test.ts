/**
 * Contacts in = handled + abandoned + redialled + shifted (+ waiting), for the same contacts in a simulation, in a
 * report of what was counted and in a forecast, and all three made by the one function.
 */
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { compile } from '../../simulation/rules/compile.ts'
import { runOnce } from '../../simulation/rules/engine/run-once.ts'
import { figuresOf } from '../../simulation/rules/figures.ts'
import { scenarioOf } from '../../simulation/rules/testing/scenarios.ts'
import { countedLedgers, type QueueCounts } from './counted-ledger.ts'
import { expectedLedgers } from './expected-ledger.ts'
import { type FlowQueue, firstFrom } from './flow-system.ts'
import { comings, goings, type Ledger, makeLedger } from './ledger.ts'

vi.mock('./ledger.ts', async (original) => {
  const real = await original<typeof import('./ledger.ts')>()
  return { ...real, makeLedger: vi.fn(real.makeLedger) }
})

const ids = ['phone', 'chat'] as const
const half = (count: number) => [{ from: '08:00', counts: Array(16).fill(count) }]

/** Too few people, so that some give up, dial again, or go to the chat; and some come back. */
const scenario = scenarioOf({
  days: 5,
  queues: [
    {
      id: 'phone',
      kind: 'calls',
      arrivals: half(60),
      handle: { meanSeconds: 300, spread: 'exponential' },
      patience: { meanSeconds: 120 },
      redial: { share: 0.4, afterSeconds: 300 },
      shift: [{ to: 'chat', share: 0.2, afterSeconds: 60 }],
      returns: { share: 0.15, afterSeconds: 3600 },
    },
    {
      id: 'chat',
      kind: 'calls',
      arrivals: half(20),
      handle: { meanSeconds: 300, spread: 'exponential' },
      patience: { meanSeconds: 200 },
      returns: { share: 0.1, afterSeconds: 3600 },
    },
  ],
  groups: [
    { id: 'phone', skills: ['phone'], people: half(9) },
    { id: 'chat', skills: ['chat'], people: half(5) },
  ],
})

function simulate(): readonly Ledger[] {
  const program = compile(scenario)
  return figuresOf(runOnce(program, 11), program, scenario).ledgers
}

/** What a telephone system would have told of the same contacts. */
const countsOf = (ledgers: readonly Ledger[]): readonly QueueCounts[] =>
  ledgers.map((ledger, at) => ({
    id: ids[at]!,
    offered: ledger.contactsIn,
    handled: ledger.handled,
    abandoned: ledger.abandonedForGood + ledger.redialled + ledger.shifted,
    waitsOver: false,
  }))

/** The scenario's shares, with the share that gave up as it was counted. */
const flowOf = (counts: readonly QueueCounts[]): readonly FlowQueue[] => [
  {
    id: 'phone',
    pReturn: 0.15,
    pAbandon: counts[0]!.abandoned / counts[0]!.offered,
    pRedial: 0.4,
    shiftsTo: { chat: 0.2 },
  },
  { id: 'chat', pReturn: 0.1, pAbandon: counts[1]!.abandoned / counts[1]!.offered, pRedial: 0 },
]

function expectWhole(ledger: Ledger): void {
  const sum = (entries: readonly (keyof Ledger)[]) => entries.reduce((all, each) => all + ledger[each], 0)
  expect(sum(comings)).toBe(ledger.contactsIn)
  expect(sum(goings)).toBe(ledger.contactsIn)
}

const made = () => vi.mocked(makeLedger).mock.calls.length

describe('one ledger for forecast, simulation and report', () => {
  beforeEach(() => void vi.mocked(makeLedger).mockClear())

  it('is made by one function in each of the three, and balances in each', () => {
    const simulated = simulate()
    expect(made()).toBe(2)
    const counts = countsOf(simulated)
    const counted = countedLedgers(counts, flowOf(counts))
    expect(made()).toBe(4)
    const offered = new Map(counts.map(({ id, offered: own }) => [id, own]))
    const first = firstFrom(flowOf(counts), offered)
    if (!first.ok) throw new Error(first.refusal.kind)
    const expected = expectedLedgers(flowOf(counts), { offered, first: first.volumes })
    expect(made()).toBe(6)
    for (const [at, id] of ids.entries()) {
      const [ran, report, forecast] = [simulated[at]!, counted[at]!, expected.get(id)!]
      for (const ledger of [ran, report.ledger, forecast]) expectWhole(ledger)
      expect(report.unaccounted).toBe(0)
      // Everything that is known of the contacts is the same in all three, to a contact for each way it can go.
      expect(report.ledger.contactsIn).toBe(ran.contactsIn)
      expect(Math.abs(forecast.contactsIn - ran.contactsIn)).toBeLessThanOrEqual(5)
      expect(report.ledger.handled).toBe(ran.handled)
      expect(Math.abs(forecast.handled - ran.handled)).toBeLessThanOrEqual(3)
    }
  })

  it('agrees on what only the shares tell: who dialled again, went elsewhere and came back', () => {
    const [ran] = simulate() as readonly [Ledger]
    const counts = countsOf(simulate())
    const [report] = countedLedgers(counts, flowOf(counts))
    const gaveUp = ran.abandonedForGood + ran.redialled + ran.shifted
    expect(gaveUp).toBeGreaterThan(200)
    // A share of so many contacts differs by chance; three standard deviations.
    const near = (share: number, of: number) => 3 * Math.sqrt(of * share * (1 - share))
    expect(Math.abs(report!.ledger.redialled - ran.redialled)).toBeLessThan(near(0.4, gaveUp))
    expect(Math.abs(report!.ledger.shifted - ran.shifted)).toBeLessThan(near(0.2, gaveUp))
    expect(Math.abs(report!.ledger.returned - ran.returned)).toBeLessThan(near(0.15, ran.handled) + 20)
  })

  it('cannot be made when a contact is lost, whoever counts', () => {
    vi.mocked(makeLedger).mockImplementationOnce((counts) => {
      // One contact less than was counted, as a fault in any of the three would have it.
      throw new RangeError(`not a ledger: ${counts.handled - 1}`)
    })
    expect(simulate).toThrow('not a ledger')
  })
})
