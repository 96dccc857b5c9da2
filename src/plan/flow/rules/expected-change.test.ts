import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeFactors, factorOfDays } from './expected-change.ts'
import type { FlowQueue } from './flow-system.ts'

const phone: FlowQueue = { id: 'phone', pReturn: 0.2, pAbandon: 0, pRedial: 0 }
const offered = new Map([['phone', 1000]])
const selfService = { tried: 0.5, settled: 0.4, givenUp: 0.1 }

const factorOf = (queues: readonly FlowQueue[], change: { queueId: string | null; difference: number }) => {
  const answer = changeFactors(queues, change, { offered, selfService })
  return answer.ok ? answer.factors : answer.refusal.kind
}

describe('an expected change of the flow', () => {
  it('takes away the returns that do not come: traffic = first contacts ÷ (1 − p return)', () => {
    const factors = factorOf([phone], { queueId: 'phone', difference: -0.1 }) as ReadonlyMap<string, number>
    expect(factors.get('phone')).toBeCloseTo(0.8 / 0.9, 12)
  })

  it('takes away the needs that self-service settles', () => {
    const factors = factorOf([phone], { queueId: null, difference: 0.1 }) as ReadonlyMap<string, number>
    expect(factors.get('phone')).toBeCloseTo(0.7 / 0.75, 12)
  })

  it('says why it cannot be reckoned', () => {
    const change = { queueId: null, difference: 0.1 }
    expect(changeFactors([phone], change, { offered, selfService: undefined })).toEqual({
      ok: false,
      refusal: { kind: 'noSelfService' },
    })
    expect(factorOf([phone], { queueId: 'phone', difference: -0.3 })).toBe('notAShare')
    expect(factorOf([phone], { queueId: 'phone', difference: 0.9 })).toBe('notAShare')
    expect(factorOf([phone], { queueId: null, difference: 0.6 })).toBe('notAShare')
    const redials = { ...phone, pAbandon: 0.5, pRedial: 1 }
    expect(factorOf([redials], { queueId: 'phone', difference: -0.2 })).toBeInstanceOf(Map)
    const none = changeFactors(
      [phone],
      { queueId: 'phone', difference: -0.1 },
      { offered: new Map(), selfService },
    )
    expect(none).toEqual({ ok: false, refusal: { kind: 'noChange' } })
  })

  it('goes the way of the change, and reaches those to whom contacts spill over', () => {
    const share = fc.double({ min: 0.05, max: 0.4, noNaN: true })
    fc.assert(
      fc.property(share, share, share, fc.boolean(), (pReturn, pAbandon, shift, better) => {
        const queues: FlowQueue[] = [
          { id: 'phone', pReturn, pAbandon, pRedial: 0.3, shiftsTo: { chat: shift } },
          { id: 'chat', pReturn: 0.1, pAbandon: 0, pRedial: 0 },
        ]
        const both = new Map([
          ['phone', 1000],
          ['chat', 600],
        ])
        const difference = better ? -pReturn / 2 : pReturn / 2
        const answer = changeFactors(
          queues,
          { queueId: 'phone', difference },
          { offered: both, selfService: undefined },
        )
        if (!answer.ok) throw new Error(answer.refusal.kind)
        for (const id of ['phone', 'chat'])
          expect(Math.sign(1 - answer.factors.get(id)!)).toBe(better ? 1 : -1)
      }),
    )
  })

  it('counts for the days that lie after it, from what was said to nothing coming of it', () => {
    expect(factorOfDays(0.9, 0.5)).toEqual({ mean: 0.95, low: 0.95, high: 1 })
    expect(factorOfDays(0.9, 0)).toEqual({ mean: 1, low: 1, high: 1 })
  })
})
