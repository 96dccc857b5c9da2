import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWorkingDay } from '../../../kernel/holidays.ts'
import { type ChannelId, channelIds } from '../../edition/contract.ts'
import { keyFor } from '../../edition/rules/distribution-key.ts'
import { referenceMethod } from '../../edition/rules/reference/reference-method.ts'
import { checkFairness } from './fairness/check-fairness.ts'
import { makePlan } from './make-plan.ts'
import type { PlanInput, PlannedContact } from './plan-input.ts'
import { planned, sampleInput, someObservers, someParticipants } from './testing/samples.ts'

function fairnessOf(input: PlanInput) {
  const { frame, columns } = makePlan(input)
  return checkFairness(input, frame, columns)
}

const brokenRules = (input: PlanInput) => new Set(fairnessOf(input).findings.map(({ rule }) => rule))

function countsOf(contacts: readonly PlannedContact[], participant: string): string {
  const own = contacts.filter((contact) => contact.participant === participant)
  return channelIds.map((channel) => own.filter((contact) => contact.channel === channel).length).join()
}

test('181 participants get 4,525 contacts and 196 get 4,900, fairly', () => {
  for (const [participants, contacts] of [
    [181, 4525],
    [196, 4900],
  ] as const) {
    const fairness = fairnessOf(sampleInput(participants))
    expect(fairness.findings).toEqual([])
    expect(fairness).toMatchObject({ clean: true, contacts, participants })
  }
})

test('equal channel sets have equal counts, which are those of the key', () => {
  const input = sampleInput(60)
  const contacts = planned(input)
  for (const participant of input.participants) {
    const { counts } = keyFor(input.method, participant.channels)
    expect(countsOf(contacts, participant.id)).toBe(channelIds.map((channel) => counts[channel] ?? 0).join())
  }
})

test('no contact on a weekend, a holiday, a closed day or outside its window; e-mails before noon', () => {
  for (const { channel, date, from, to } of planned(sampleInput(60))) {
    expect(isWorkingDay(date, new Set(referenceMethod.calendar.closedDays)), date).toBe(true)
    expect(from >= '09:00' && to <= (channel === 'email' ? '12:00' : '15:00')).toBe(true)
  }
})

test('the last contacts leave room for the second attempt and for three working days of waiting', () => {
  const last = (channel: ChannelId) =>
    planned(sampleInput(181))
      .filter((contact) => contact.channel === channel)
      .map(({ date }) => date)
      .toSorted()
      .at(-1)!
  expect(last('phone') <= '2027-04-01').toBe(true)
  expect(last('email') <= '2027-03-31').toBe(true)
})

test('a participant without channels gets no plan, and the report says why', () => {
  const participants = [...someParticipants(2), { id: 'x', name: 'X', class: 'Klasse 1', channels: [] }]
  const fairness = fairnessOf(sampleInput(2, { participants }))
  expect(fairness.contacts).toBe(50)
  expect(fairness.notices).toEqual([{ kind: 'noChannels', participant: 'x' }])
  expect(fairness.clean).toBe(true)
})

test('the same seed gives the same plan, another seed another one', () => {
  expect(planned(sampleInput(20))).toEqual(planned(sampleInput(20)))
  expect(planned(sampleInput(20, { seed: '2' }))).not.toEqual(planned(sampleInput(20)))
})

test('numbers run from 1 in the order of dates', () => {
  const contacts = planned(sampleInput(20)).toSorted((a, b) => a.number - b.number)
  expect(contacts.map(({ number }) => number)).toEqual(contacts.map((_, index) => index + 1))
  expect(contacts.map(({ date }) => date)).toEqual(contacts.map(({ date }) => date).toSorted())
})

test('with 94 observers nobody meets a participant twice, and their loads differ by at most two', () => {
  const { figures } = fairnessOf(sampleInput(181, { observers: someObservers(94) }))
  const loads = figures.observers.map(({ contacts }) => contacts)
  expect(figures.repeatedMeetings).toBe(0)
  expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(2)
})

test('observers are never planned where they are customers or while they are away', () => {
  const observers = someObservers(50).map((observer, index) => ({
    ...observer,
    customerOf: [` deltaker  ${(index % 20) + 1}`, 'DELTAKER 7'],
    absences: index % 3 === 0 ? [{ from: '2027-01-04', to: '2027-01-22' }] : [],
  }))
  const contacts = planned(sampleInput(40, { observers }))
  for (const { participant, observer, date } of contacts) {
    expect(observer === null, participant).toBe(participant === 'p7')
    if (observer === null) continue
    const index = Number(observer.slice(1)) - 1
    expect(participant).not.toBe(`p${(index % 20) + 1}`)
    if (index % 3 === 0) expect(date < '2027-01-04' || date > '2027-01-22').toBe(true)
  }
})

test('too few observers: as many contacts as they can make, and the rest is named', () => {
  const input = sampleInput(40, { observers: someObservers(5) })
  const fairness = fairnessOf(input)
  const without = planned(input).filter(({ observer }) => observer === null)
  expect(fairness.contacts).toBe(1000)
  expect(fairness.clean).toBe(false)
  expect(
    fairness.findings.filter(({ rule }) => rule === 'observerMissing').flatMap((f) => f.contacts),
  ).toEqual(without.map(({ number }) => number))
  expect(brokenRules(input)).toContain('observerMissing')
  expect(brokenRules(input)).not.toContain('observerWeeks')
})

test('no observers at all, and no participants at all', () => {
  expect(planned(sampleInput(3, { observers: [] })).every(({ observer }) => observer === null)).toBe(true)
  expect(fairnessOf(sampleInput(0))).toMatchObject({ clean: true, contacts: 0, participants: 0 })
})

test('a season of one week plans everything, five a day, and names what that breaks', () => {
  const method = { ...referenceMethod, calendar: { ...referenceMethod.calendar, weeks: 1 } }
  const fairness = fairnessOf(sampleInput(4, { method }))
  expect(fairness.contacts).toBe(100)
  expect(fairness.findings.some(({ rule }) => rule === 'scenarioRepeats')).toBe(true)
})

test('a season without an open day gives no contacts and says so', () => {
  const calendar = { ...referenceMethod.calendar, start: '2027-03-25', weeks: 1 }
  const closedDays = ['2027-03-30', '2027-03-31']
  const method = { ...referenceMethod, calendar: { ...calendar, closedDays } }
  const fairness = fairnessOf(sampleInput(1, { method }))
  expect(fairness.contacts).toBe(0)
  expect(fairness.notices).toEqual([{ kind: 'noOpenDays', participant: 'p1' }])
})

const randomInput = fc
  .record({
    weeks: fc.integer({ min: 2, max: 30 }),
    start: fc.constantFrom('2026-11-30', '2027-03-01', '2027-09-06', '2026-03-02', '2027-04-27'),
    total: fc.integer({ min: 1, max: 60 }),
    shares: fc.tuple(...channelIds.map(() => fc.integer({ min: 1, max: 60 }))),
    sets: fc.array(fc.subarray([...channelIds]), { minLength: 1, maxLength: 25 }),
    observers: fc.integer({ min: 0, max: 40 }),
    closedDays: fc.subarray(['2027-01-04', '2027-03-10', '2027-05-05', '2026-12-24', '2027-09-20']),
    seed: fc.string(),
  })
  .map(({ weeks, start, total, shares, sets, observers, closedDays, seed }): PlanInput => {
    const channels = referenceMethod.channels.map((channel, index) => ({ ...channel, share: shares[index]! }))
    const calendar = { ...referenceMethod.calendar, weeks, start, closedDays }
    return {
      method: { ...referenceMethod, channels, calendar, contactsPerParticipant: total },
      participants: sets.map((own, index) => ({
        id: `p${index}`,
        name: `p${index}`,
        class: `c${index % 3}`,
        channels: own,
      })),
      observers: someObservers(observers, 4),
      seed,
    }
  })

test('whatever the method: the hard rules are never broken, and every participant with a channel gets its total', () => {
  fc.assert(
    fc.property(randomInput, (input) => {
      const broken = brokenRules(input)
      for (const rule of ['keyCounts', 'equalSets', 'openDays', 'windows', 'observerCustomer'] as const)
        expect(broken).not.toContain(rule)
      for (const rule of ['observerAbsent', 'observerWeeks', 'scenarioFits', 'scenarioMissing'] as const)
        expect(broken).not.toContain(rule)
      const planable = input.participants.filter(({ channels }) => channels.length > 0).length
      expect(planned(input)).toHaveLength(planable * input.method.contactsPerParticipant)
    }),
    { numRuns: 60 },
  )
})
