import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CaseContact,
  casesOf,
  contactHeads,
  countCases,
  firstContactShare,
  gapChoices,
  repeatRate,
} from './cases.ts'
import { hopsOf, summariseHops } from './hops.ts'

const day = 86_400_000
const contact = (
  at: number,
  channel: CaseContact['channel'] = 'phone',
  customer = 'a',
  topic = 'bill',
): CaseContact => ({
  customer,
  topic,
  channel,
  at: at * day,
})
const someContacts = fc.array(
  fc.record({
    customer: fc.constantFrom('a', 'b', 'c'),
    topic: fc.constantFrom('bill', 'moving'),
    channel: fc.constantFrom<CaseContact['channel']>('phone', 'chat', 'chatbot'),
    at: fc.integer({ min: 0, max: 60 * 24 }).map((hours) => (hours * day) / 24),
  }),
  { maxLength: 40 },
)

describe('a contact', () => {
  const leg = (enquiryId: string, contactId: string | null, isLeg = false, at = 0) => ({
    enquiryId,
    sourceId: 's',
    contactId,
    isLeg,
    at,
  })

  it('is one conversation, however many legs it has', () => {
    const legs = ['1', '2', '3', '4', '5'].map((id, at) => leg(id, 'c', at > 0, at))
    expect(contactHeads([...legs, leg('6', null)]).map(({ enquiryId }) => enquiryId)).toEqual(['1', '6'])
  })

  it('is told from its legs by the clock where the source does not say', () => {
    expect(
      contactHeads([leg('b', 'c', false, 5), leg('a', 'c', false, 9)]).map(({ enquiryId }) => enquiryId),
    ).toEqual(['b'])
  })

  it('keeps conversations of two sources apart', () => {
    expect(contactHeads([leg('1', 'c'), { ...leg('2', 'c'), sourceId: 't' }])).toHaveLength(2)
  })
})

describe('a case', () => {
  it('ends with a gap of more than seven days', () => {
    const cases = casesOf([contact(0), contact(6), contact(20)], 7, 100 * day)
    expect(cases.map(({ contacts }) => contacts.length)).toEqual([2, 1])
  })

  it('holds a gap of exactly seven days together', () => {
    expect(casesOf([contact(0), contact(7)], 7, 100 * day)).toHaveLength(1)
    expect(casesOf([contact(0), contact(7.001)], 7, 100 * day)).toHaveLength(2)
  })

  it('keeps customers and topics apart', () => {
    const contacts = [contact(0), contact(1, 'phone', 'b'), contact(1, 'phone', 'a', 'moving')]
    expect(casesOf(contacts, 7, 100 * day)).toHaveLength(3)
  })

  it('is left out while another contact might still come', () => {
    const counts = countCases(casesOf([contact(0), contact(95, 'phone', 'b')], 7, 100 * day))
    expect(counts).toEqual({ cases: 1, once: 1, contacts: 1, censored: 1 })
  })

  it('counts as soon as it is known that the first contact was not the only one', () => {
    const counts = countCases(casesOf([contact(90), contact(96)], 7, 100 * day))
    expect(counts).toEqual({ cases: 1, once: 0, contacts: 2, censored: 0 })
  })

  it('gives the published first contact resolution: 34 of 50', () => {
    expect(firstContactShare({ cases: 50, once: 34 })).toBe(0.68)
    expect(firstContactShare({ cases: 0, once: 0 })).toBeNull()
    expect(repeatRate({ cases: 50, contacts: 75 })).toBe(0.5)
  })

  it('holds every contact exactly once, whatever the gap', () => {
    fc.assert(
      fc.property(someContacts, fc.constantFrom(...gapChoices), (contacts, gap) => {
        const cases = casesOf(contacts, gap, 70 * day)
        expect(cases.flatMap((one) => one.contacts)).toHaveLength(contacts.length)
        const { cases: n, contacts: m, once } = countCases(cases)
        expect(once).toBeLessThanOrEqual(n)
        expect(m).toBeGreaterThanOrEqual(n)
      }),
    )
  })

  it('is never more by a longer gap', () => {
    fc.assert(
      fc.property(someContacts, (contacts) => {
        const counts = gapChoices.map((gap) => casesOf(contacts, gap, 1000 * day).length)
        expect(counts).toEqual(counts.toSorted((a, b) => b - a))
      }),
    )
  })

  it('does not depend on the order in which records came', () => {
    fc.assert(
      fc.property(someContacts, (contacts) => {
        const there = countCases(casesOf(contacts, 7, 50 * day))
        expect(countCases(casesOf(contacts.toReversed(), 7, 50 * day))).toEqual(there)
      }),
    )
  })
})

describe('hops', () => {
  it('are steps between channels, and the way back is a bounce', () => {
    const cases = casesOf(
      [contact(0, 'chatbot'), contact(1, 'phone'), contact(2, 'chatbot'), contact(3, 'chatbot')],
      7,
      100 * day,
    )
    const hops = hopsOf(cases)
    expect(hops).toContainEqual({ from: 'phone', to: 'chatbot', steps: 1, bounces: 1 })
    expect(hops).toContainEqual({ from: 'chatbot', to: 'chatbot', steps: 1, bounces: 0 })
    expect(summariseHops(hops)).toEqual({ steps: 3, hops: 2, bounces: 1 })
  })

  it('are as many as the contacts beyond the first', () => {
    fc.assert(
      fc.property(someContacts, (contacts) => {
        const cases = casesOf(contacts, 7, 1000 * day)
        expect(summariseHops(hopsOf(cases)).steps).toBe(contacts.length - cases.length)
      }),
    )
  })
})
