import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countedLedgers } from './counted-ledger.ts'
import { expectedLedgers } from './expected-ledger.ts'
import { contactsMade, type FlowQueue, firstFrom, offeredFrom, spectralRadius } from './flow-system.ts'
import { comings, type LedgerCounts } from './ledger.ts'
import { roundCirculation } from './round-circulation.ts'
import { firstOfNeeds, needsOfFirst, selfServiceFactor } from './self-service.ts'

const phone: FlowQueue = { id: 'phone', pReturn: 0.2, pAbandon: 0, pRedial: 0 }

const share = fc.double({ min: 0, max: 1, noNaN: true })
/** Two queues that send contacts to one another, and settle. */
const network = fc
  .record({
    r: fc.array(share, { minLength: 8, maxLength: 8 }),
    first: fc.array(fc.integer({ max: 5000, min: 0 }), { minLength: 2, maxLength: 2 }),
  })
  .map(({ r, first }) => {
    const queue = (id: string, other: string, at: number): FlowQueue => ({
      id,
      pReturn: 0.6 * r[at]!,
      returnsTo: { [id]: r[at + 1]!, [other]: 1 - r[at + 1]! },
      pAbandon: 0.7 * r[at + 2]!,
      pRedial: 0.6 * r[at + 3]!,
      shiftsTo: { [other]: 0.3 * r[at + 3]! },
    })
    return {
      queues: [queue('phone', 'chat', 0), queue('chat', 'phone', 4)],
      first: new Map([
        ['phone', first[0]!],
        ['chat', first[1]!],
      ]),
    }
  })

function solved(queues: readonly FlowQueue[], first: ReadonlyMap<string, number>) {
  const answer = offeredFrom(queues, first)
  if (!answer.ok) throw new Error(answer.refusal.kind)
  return answer.volumes
}

describe('the flow of contacts', () => {
  it('is first contacts ÷ (1 − p return): 1,000 become 1,250', () => {
    const answer = offeredFrom([phone], new Map([['phone', 1000]]))
    expect(answer).toMatchObject({ ok: true })
    if (answer.ok) {
      expect(answer.volumes.get('phone')).toBeCloseTo(1250, 9)
      expect(answer.radius).toBeCloseTo(0.2, 9)
    }
  })

  it('takes redials in: 10 of 100 give up and 6 of these dial again, 1,000 become 1,063.8', () => {
    const redialling = { ...phone, pReturn: 0, pAbandon: 0.1, pRedial: 0.6 }
    expect(solved([redialling], new Map([['phone', 1000]])).get('phone')).toBeCloseTo(1000 / 0.94, 9)
  })

  it('refuses a flow that never settles, and one that means nothing', () => {
    const first = new Map([['phone', 10]])
    expect(offeredFrom([{ ...phone, pReturn: 1 }], first)).toMatchObject({
      ok: false,
      refusal: { kind: 'neverSettles' },
    })
    const there = { ...phone, pReturn: 1, returnsTo: { chat: 1 } }
    const back = { ...phone, id: 'chat', pReturn: 1, returnsTo: { phone: 1 } }
    const circle = offeredFrom([there, back], first)
    expect(circle).toMatchObject({ ok: false, refusal: { kind: 'neverSettles' } })
    if (!circle.ok && circle.refusal.kind === 'neverSettles') expect(circle.refusal.radius).toBeCloseTo(1, 9)
    expect(offeredFrom([{ ...phone, pReturn: 1.2 }], first)).toMatchObject({
      refusal: { kind: 'notAShare', value: 1.2 },
    })
    expect(offeredFrom([{ ...phone, shiftsTo: { post: 0.1 } }], first)).toMatchObject({
      refusal: { kind: 'unknownQueue', to: 'post' },
    })
    expect(offeredFrom([{ ...phone, pRedial: 0.7, shiftsTo: { phone: 0.4 } }], first)).toMatchObject({
      refusal: { kind: 'sharesExceedOne', of: 'abandoned' },
    })
    expect(offeredFrom([there], first)).toMatchObject({ refusal: { kind: 'unknownQueue', to: 'chat' } })
  })

  it('is where counting round after round ends', () => {
    fc.assert(
      fc.property(network, ({ queues, first }) => {
        const offered = solved(queues, first)
        const made = contactsMade(queues)
        const ids = queues.map(({ id }) => id)
        let round = ids.map((id) => first.get(id)!)
        const sums = [...round]
        for (let times = 0; times < 4000 && Math.max(...round) > 1e-9; times++) {
          round = ids.map((_, to) => round.reduce((all, value, from) => all + value * made[from]![to]!, 0))
          for (const [at, value] of round.entries()) sums[at]! += value
        }
        for (const [at, id] of ids.entries()) expect(offered.get(id)).toBeCloseTo(sums[at]!, 4)
        expect(spectralRadius(made)).toBeLessThan(1)
      }),
      { numRuns: 60 },
    )
  })

  it('goes back to the first contacts that it came from', () => {
    fc.assert(
      fc.property(network, ({ queues, first }) => {
        const back = firstFrom(queues, solved(queues, first))
        expect(back.ok).toBe(true)
        if (back.ok) for (const [id, value] of first) expect(back.volumes.get(id)).toBeCloseTo(value, 5)
      }),
    )
    const sending = [
      { ...phone, returnsTo: { chat: 1 } },
      { ...phone, id: 'chat', pReturn: 0 },
    ]
    const tooFew = new Map([
      ['phone', 1000],
      ['chat', 50],
    ])
    expect(firstFrom(sending, tooFew)).toMatchObject({
      refusal: { kind: 'fewerThanReturns', queue: 'chat', first: -150 },
    })
  })

  it('never brings fewer when more call first, more return or more dial again', () => {
    fc.assert(
      fc.property(network, share, ({ queues, first }, part) => {
        const before = solved(queues, first)
        const [one, other] = queues as [FlowQueue, FlowQueue]
        const more = [
          solved(queues, new Map(first).set('phone', first.get('phone')! + 1000 * part)),
          solved([{ ...one, pReturn: one.pReturn + part * (0.6 - one.pReturn) }, other], first),
          solved([{ ...one, pRedial: one.pRedial + part * (0.65 - one.pRedial) }, other], first),
        ]
        for (const after of more)
          for (const { id } of queues) expect(after.get(id)! - before.get(id)!).toBeGreaterThanOrEqual(-1e-6)
      }),
    )
  })
})

describe('whole contacts', () => {
  it('makes ledgers that balance, for each queue and between them, near what is expected', () => {
    fc.assert(
      fc.property(network, ({ queues, first }) => {
        const offered = solved(queues, first)
        const ledgers = expectedLedgers(queues, { offered, first })
        const all = (entry: keyof LedgerCounts) =>
          queues.reduce((sum, { id }) => sum + ledgers.get(id)![entry], 0)
        expect(all('shifted')).toBe(all('shiftedIn'))
        expect(all('redialled')).toBe(all('redialledIn'))
        expect(all('first')).toBe(all('handled') - all('returned') + all('abandonedForGood'))
        for (const { id } of queues) {
          const ledger = ledgers.get(id)!
          expect(Math.abs(ledger.contactsIn - offered.get(id)!)).toBeLessThan(comings.length + 1)
          expect(Math.abs(ledger.first - first.get(id)!)).toBeLessThan(1)
        }
      }),
    )
  })

  it('is 1,250 in: 1,000 first, 250 returned; all handled', () => {
    const first = new Map([['phone', 1000]])
    const ledger = expectedLedgers([phone], { offered: solved([phone], first), first }).get('phone')
    expect(ledger).toMatchObject({ first: 1000, returned: 250, handled: 1250, contactsIn: 1250 })
  })

  it('refuses arcs that lose something on the way', () => {
    expect(() => roundCirculation([{ from: 'a', to: 'b', flow: 2 }])).toThrow('left at a')
    const half = [
      { from: 'a', to: 'b', flow: 0.5 },
      { from: 'a', to: 'b', flow: 0.5 },
      { from: 'b', to: 'a', flow: 1 },
    ]
    expect(roundCirculation(half).toSorted()).toEqual([0, 1, 1])
  })
})

describe('what a telephone system has counted', () => {
  const half: FlowQueue = { id: 'phone', pReturn: 0, pAbandon: 0.1, pRedial: 0.5 }

  it('splits 100 who gave up into 50 who dial again and 50 for good', () => {
    const counts = [{ id: 'phone', offered: 1000, handled: 900, abandoned: 100, waitsOver: false }]
    const [counted] = countedLedgers(counts, [half])
    expect(counted!.ledger).toMatchObject({
      redialled: 50,
      abandonedForGood: 50,
      redialledIn: 50,
      first: 950,
    })
    expect(counted!.unaccounted).toBe(0)
  })

  it('says what is not accounted for, and lets letters wait', () => {
    const counts = { id: 'phone', offered: 1000, handled: 890, abandoned: 100 }
    expect(countedLedgers([{ ...counts, waitsOver: false }], [half])[0]).toMatchObject({ unaccounted: 10 })
    const [letters] = countedLedgers([{ ...counts, waitsOver: true, waitingAtOpen: 5 }], [])
    expect(letters).toMatchObject({ unaccounted: 0, ledger: { waitingAtClose: 15, waitingAtOpen: 5 } })
    expect(countedLedgers([{ ...counts, handled: 950, waitsOver: true }], [half])[0]!.unaccounted).toBe(-50)
  })

  it('balances whatever was counted', () => {
    const number = fc.integer({ min: 0, max: 10_000 })
    const counted = fc.record({
      offered: number,
      handled: number,
      abandoned: number,
      waitsOver: fc.boolean(),
    })
    fc.assert(
      fc.property(network, counted, counted, ({ queues }, one, other) => {
        const ledgers = countedLedgers(
          [
            { id: 'phone', ...one },
            { id: 'chat', ...other },
          ],
          queues,
        )
        expect(ledgers[0]!.ledger.handled).toBe(one.handled)
        const { redialled, shifted, abandonedForGood } = ledgers[1]!.ledger
        expect(redialled + shifted + abandonedForGood).toBe(other.abandoned)
      }),
    )
  })
})

describe('self-service', () => {
  const today = { tried: 0.5, settled: 0.4, givenUp: 0.1 }

  it('settles 200 of 1,000 needs, loses 50 and leaves 750 to people', () => {
    expect(firstOfNeeds(1000, today)).toMatchObject({ settled: 200, givenUp: 50, leaked: 250, first: 750 })
    expect(needsOfFirst(750, today)).toBeCloseTo(1000, 9)
    expect(selfServiceFactor(today, { ...today, settled: 0.5 })).toBeCloseTo(0.7 / 0.75, 12)
    expect(() => firstOfNeeds(10, { tried: 1, settled: 0.8, givenUp: 0.3 })).toThrow('not a share')
  })

  it('loses no need, and never brings more contacts when more is settled', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), share, share, share, (needs, tried, settled, part) => {
        const ledger = firstOfNeeds(needs, { tried, settled, givenUp: (1 - settled) * part })
        const { givenUp, leaked, direct } = ledger
        expect(ledger.settled + givenUp + leaked + direct).toBeCloseTo(needs, 4)
        const better = firstOfNeeds(needs, { tried, settled: settled + (1 - settled) * part, givenUp: 0 })
        const before = firstOfNeeds(needs, { tried, settled, givenUp: 0 })
        expect(better.first).toBeLessThanOrEqual(before.first + 1e-6)
      }),
    )
  })
})
