import { describe, expect, test } from 'vitest'
import { toColumns } from '../columns.ts'
import { frameOf } from '../frame.ts'
import type { PlanInput, PlannedContact } from '../plan-input.ts'
import { planned, sampleInput, someObservers } from '../testing/samples.ts'
import { checkFairness } from './check-fairness.ts'
import type { FairnessRule } from './report.ts'

const input = sampleInput(12)
const contacts = planned(input)

function check(changed: readonly PlannedContact[], of: PlanInput = input) {
  return checkFairness(of, frameOf(of), toColumns(changed, of))
}

function broken(changed: readonly PlannedContact[], of: PlanInput = input): readonly FairnessRule[] {
  return [...new Set(check(changed, of).findings.map(({ rule }) => rule))]
}

/** The plan with one contact changed: the first that fits, else the first of all. */
function withOne(change: Partial<PlannedContact>, fits: (contact: PlannedContact) => boolean = () => true) {
  const at = contacts.findIndex(fits)
  return contacts.with(at, { ...contacts[at]!, ...change })
}

test('a plan as it was made breaks no rule', () => {
  expect(check(contacts)).toMatchObject({ clean: true, findings: [], contacts: 300, participants: 12 })
})

describe('each rule is broken by the one thing that it forbids', () => {
  const first = contacts[0]!
  const own = contacts.filter(({ participant }) => participant === first.participant)

  test('keyCounts and equalSets: a contact less than the key gives', () => {
    expect(broken(contacts.slice(1))).toEqual(expect.arrayContaining(['keyCounts', 'equalSets']))
  })
  test('openDays: a Sunday, a holiday, a closed day, a day outside the season', () => {
    for (const date of ['2027-01-10', '2027-03-26', '2026-12-24'])
      expect(broken(withOne({ date })), date).toContain('openDays')
    expect(broken(withOne({ date: '2027-01-10', locked: true }))).not.toContain('openDays')
  })
  test('windows: an e-mail in the afternoon, and a call before nine', () => {
    expect(broken(withOne({ from: '12:00', to: '14:00' }, ({ channel }) => channel === 'email'))).toContain(
      'windows',
    )
    expect(broken(withOne({ from: '08:30' }, ({ channel }) => channel === 'phone'))).toContain('windows')
  })
  test('attemptsFit: an e-mail whose three working days end after the season', () => {
    expect(broken(withOne({ date: '2027-04-01' }, ({ channel }) => channel === 'email'))).toContain(
      'attemptsFit',
    )
    expect(broken(withOne({ date: '2027-03-31' }, ({ channel }) => channel === 'email'))).not.toContain(
      'attemptsFit',
    )
  })
  test('longGaps: nothing for a month', () => {
    const moved = contacts.map((contact) =>
      contact.participant === first.participant && contact.date > '2027-01-04' && contact.date < '2027-02-04'
        ? { ...contact, date: '2027-02-05' }
        : contact,
    )
    expect(broken(moved)).toEqual(expect.arrayContaining(['longGaps', 'shortGaps', 'weeks', 'weekdays']))
  })
  test('shortGaps: two contacts on one day', () => {
    const [a, b] = own
    const finding = check(withOne({ date: b!.date }, ({ number }) => number === a!.number)).findings[0]
    expect(finding).toMatchObject({
      rule: 'shortGaps',
      participant: first.participant,
      figure: 0,
      limit: 1,
      contacts: expect.arrayContaining([a!.number, b!.number]),
    })
  })
  test('channelGaps: a channel that is left for half the season', () => {
    const phones = own.filter(({ channel }) => channel === 'phone')
    const moved = contacts.map((contact) => {
      const place = phones.indexOf(contact)
      return place > 2 && place < 8 ? { ...contact, date: phones[8]!.date } : contact
    })
    expect(broken(moved)).toContain('channelGaps')
  })
  test('hours: the same hours every time', () => {
    const moved = contacts.map((contact) =>
      contact.participant === first.participant && contact.channel !== 'email'
        ? { ...contact, from: '09:00', to: '11:00' }
        : contact,
    )
    expect(broken(moved)).toEqual(['hours'])
  })
  test('dayLoads: a tenth of everything on one day', () => {
    expect(
      broken(contacts.map((contact, at) => (at % 10 ? contact : { ...contact, date: '2027-02-02' }))),
    ).toContain('dayLoads')
  })
  test('observerMissing', () => {
    expect(broken(withOne({ observer: null }))).toEqual(['observerMissing'])
    expect(broken(withOne({ observer: null, locked: true }))).toEqual([])
  })
  test('observerCustomer: a customer in the pool who is planned', () => {
    const name = input.participants.find(({ id }) => id === first.participant)!.name
    const observers = input.observers.map((observer) =>
      observer.id === first.observer ? { ...observer, customerOf: [name.toUpperCase()] } : observer,
    )
    const { findings } = check(contacts, { ...input, observers })
    expect(findings).toEqual([
      {
        rule: 'observerCustomer',
        figure: 1,
        limit: 0,
        participant: first.participant,
        observer: first.observer,
        contacts: [first.number],
      },
    ])
  })
  test('observerAbsent: an absence that came after the plan', () => {
    const absences = [{ from: first.date, to: first.date }]
    const observers = input.observers.map((observer) =>
      observer.id === first.observer ? { ...observer, absences } : observer,
    )
    expect(broken(contacts, { ...input, observers })).toEqual(['observerAbsent'])
  })
  test('observerWeeks: more in a week than the observer takes', () => {
    const observers = input.observers.map((observer) => ({ ...observer, contactsPerWeek: 0.5 }))
    expect(broken(contacts, { ...input, observers })).toEqual(['observerWeeks'])
  })
  test('observerLoads: everything to one observer', () => {
    const moved = contacts.map((contact) => ({ ...contact, observer: 'O001' }))
    expect(broken(moved)).toEqual(
      expect.arrayContaining(['observerLoads', 'observerMeetings', 'lockOut', 'observerWeeks']),
    )
  })
  test('observerLoads: contacts that nobody has make nobody’s share too small', () => {
    const seen = new Map<string, number>()
    const half = contacts.map((contact) => {
      const before = seen.get(contact.observer!) ?? 0
      seen.set(contact.observer!, before + 1)
      return before % 2 === 0 ? { ...contact, observer: null } : contact
    })
    expect(broken(half)).not.toContain('observerLoads')
  })
  test('observerMeetings: the same observer twice though others are free', () => {
    const other = own.find(
      ({ observer, channel }) => observer !== first.observer && channel !== first.channel,
    )!
    expect(broken(withOne({ observer: first.observer }, ({ number }) => number === other.number))).toEqual([
      'observerMeetings',
    ])
  })
  test('lockOut: the same observer, participant and channel within the lock-out days', () => {
    const [a, b] = own.filter(({ channel }) => channel === 'phone')
    expect(broken(withOne({ observer: a!.observer }, ({ number }) => number === b!.number))).toContain(
      'lockOut',
    )
  })
  test('scenarioMissing and scenarioFits: none, and one that is made for another class', () => {
    expect(broken(withOne({ scenario: null }))).toEqual(['scenarioMissing'])
    const scenarios = input.method.scenarios.map((scenario) =>
      scenario.id === first.scenario ? { ...scenario, classes: ['another class'] } : scenario,
    )
    expect(broken(contacts, { ...input, method: { ...input.method, scenarios } })).toContain('scenarioFits')
  })
  test('scenarioRepeats: the same scenario again within the month', () => {
    expect(
      broken(withOne({ scenario: own[1]!.scenario }, ({ number }) => number === own[0]!.number)),
    ).toContain('scenarioRepeats')
  })
  test('scenarioSpread: one scenario for everything', () => {
    expect(broken(contacts.map((contact) => ({ ...contact, scenario: first.scenario })))).toEqual(
      expect.arrayContaining(['scenarioSpread', 'scenarioRepeats']),
    )
  })
})

test('a participant with one channel is noted, and breaks no rule', () => {
  const participants = [
    ...input.participants,
    { id: 'one', name: 'One', class: 'Klasse 1', channels: ['phone' as const] },
  ]
  const changed = sampleInput(12, { participants, observers: someObservers(60) })
  const fairness = check(planned(changed), changed)
  expect(fairness.notices).toEqual([{ kind: 'fewChannels', participant: 'one' }])
  expect(fairness.clean).toBe(true)
})

test('the figures add up to the contacts', () => {
  const { figures } = check(contacts)
  const total = (items: readonly { readonly contacts: number }[]) =>
    items.reduce((sum, item) => sum + item.contacts, 0)
  for (const items of [
    figures.weeks,
    figures.weekdays,
    figures.days,
    figures.hours,
    figures.observers,
    figures.scenarios,
  ])
    expect(total(items)).toBe(300)
  expect(figures.channelSets.reduce((sum, set) => sum + set.participants, 0)).toBe(12)
  expect(figures.gaps).toMatchObject({ even: 3.28 })
})
