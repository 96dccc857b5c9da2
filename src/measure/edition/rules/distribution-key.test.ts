import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChannelId, channelIds } from '../contract.ts'
import { channelsInUse, distributeContacts, keyFor, wholeKey } from './distribution-key.ts'
import { referenceMethod } from './reference/reference-method.ts'

const shares = fc
  .uniqueArray(fc.constantFrom(...channelIds), { minLength: 1 })
  .chain((ids) =>
    fc.record(Object.fromEntries(ids.map((id) => [id, fc.integer({ min: 1, max: 1000 })]))),
  ) as fc.Arbitrary<Partial<Record<ChannelId, number>>>
const totals = fc.integer({ min: 0, max: 5000 })

describe('largest remainder', () => {
  it('gives 11, 8 and 6 for 25 over 43, 32 and 25 (quotas 10.75, 8 and 6.25)', () => {
    expect(distributeContacts(25, { phone: 43, email: 32, chat: 25 }, channelIds)).toEqual({
      phone: 11,
      email: 8,
      chat: 6,
    })
  })

  // The much-printed example of six parties: 100,000 votes, ten seats, so a Hare quota of 10,000.
  it('gives the seats of the published election example', () => {
    const votes = {
      yellows: 47_000,
      whites: 16_000,
      reds: 15_800,
      greens: 12_000,
      blues: 6_100,
      pinks: 3_100,
    }
    expect(distributeContacts(10, votes, [])).toEqual({
      yellows: 5,
      whites: 2,
      reds: 1,
      greens: 1,
      blues: 1,
      pinks: 0,
    })
  })

  it('gives an equal remainder to the channel that stands first in the tie order', () => {
    const even = { phone: 1, email: 1 }
    expect(distributeContacts(25, even, ['phone', 'email'])).toEqual({ phone: 13, email: 12 })
    expect(distributeContacts(25, even, ['email', 'phone'])).toEqual({ phone: 12, email: 13 })
  })

  it('treats remainders as equal that differ only by the arithmetic of decimals', () => {
    expect(distributeContacts(3, { phone: 0.1 + 0.2, email: 0.3 }, ['email', 'phone'])).toEqual({
      phone: 1,
      email: 2,
    })
  })

  it('always sums to the total and stays within one of the quota', () => {
    fc.assert(
      fc.property(totals, shares, (total, weights) => {
        const counts = distributeContacts(total, weights, channelIds)
        const sum = Object.values(weights).reduce((all, weight) => all + weight, 0)
        expect(Object.values(counts).reduce((all, count) => all + count, 0)).toBe(total)
        for (const [id, weight] of Object.entries(weights))
          expect(Math.abs(counts[id as ChannelId] - (total * weight) / sum)).toBeLessThan(1)
      }),
    )
  })

  it('does not depend on the order in which the channels are named', () => {
    fc.assert(
      fc.property(totals, shares, (total, weights) => {
        const backwards = Object.fromEntries(Object.entries(weights).toReversed())
        expect(distributeContacts(total, backwards, channelIds)).toEqual(
          distributeContacts(total, weights, channelIds),
        )
      }),
    )
  })

  it('never gives a smaller share more contacts than a larger one', () => {
    fc.assert(
      fc.property(totals, shares, (total, weights) => {
        const counts = distributeContacts(total, weights, channelIds)
        const rising = Object.entries(weights).toSorted((a, b) => a[1] - b[1])
        for (let place = 1; place < rising.length; place++) {
          const [smaller, larger] = [rising[place - 1]!, rising[place]!]
          if (smaller[1] < larger[1])
            expect(counts[smaller[0] as ChannelId]).toBeLessThanOrEqual(counts[larger[0] as ChannelId])
        }
      }),
    )
  })
})

describe('the key of a method', () => {
  it('uses chat and not Messenger where a participant has both', () => {
    expect(channelsInUse(referenceMethod, ['messenger', 'chat', 'phone'])).toEqual(['phone', 'chat'])
  })

  it('renormalises the share of a missing channel, so that everybody gets 25', () => {
    for (const key of wholeKey(referenceMethod))
      expect(Object.values(key.counts).reduce((sum, count) => sum + count, 0)).toBe(25)
    expect(keyFor(referenceMethod, ['email', 'phone']).counts).toEqual({ phone: 14, email: 11 })
  })

  it('gives equal sets of channels equal counts, in whichever order they are named', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...channelIds]), (available) => {
        expect(keyFor(referenceMethod, available)).toEqual(
          keyFor(
            referenceMethod,
            channelIds.filter((id) => available.includes(id)),
          ),
        )
      }),
    )
  })

  it('gives a participant without channels nothing', () => {
    expect(keyFor(referenceMethod, [])).toEqual({ channels: [], counts: {} })
  })

  it('lists each of the eleven sets that the reference slots allow once', () => {
    const sets = wholeKey(referenceMethod).map((key) => key.channels.join('+'))
    expect(sets).toHaveLength(11)
    expect(new Set(sets).size).toBe(11)
  })
})
