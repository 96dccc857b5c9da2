import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../../kernel/calendar.ts'
import type { PlannedContact } from '../plan-input.ts'
import { planned, sampleInput, someParticipants } from '../testing/samples.ts'
import type { PlanChange } from './changes.ts'
import { replan } from './replan.ts'

const input = sampleInput(30)
const plan = planned(input)
const moment = { today: '2027-01-20', seed: '1' }

function lockedBefore(date: string): PlannedContact[] {
  return plan.map((contact) => (contact.date < date ? { ...contact, locked: true } : contact))
}

const contacts = lockedBefore(moment.today)

function after(...changes: PlanChange[]) {
  return replan(input, contacts, changes, moment)
}

test('nothing changed: nothing moves', () => {
  expect(after()).toMatchObject({ moves: [], contacts })
})

test('a sick observer: her contacts get other observers and keep their days', () => {
  const change = { kind: 'observerAbsent', observer: 'O003', from: '2027-01-20', to: '2027-02-10' } as const
  const hit = contacts.filter(
    ({ observer, date, locked }) =>
      !locked && observer === 'O003' && date >= change.from && date <= change.to,
  )
  const { moves, fairness } = after(change)
  expect(hit.length).toBeGreaterThan(0)
  expect(moves.map(({ number }) => number)).toEqual(hit.map(({ number }) => number).toSorted((a, b) => a - b))
  for (const { reason, before, after: now } of moves) {
    expect(reason).toBe('observerAbsent')
    expect(now!.observer).not.toBe('O003')
    expect(now).toMatchObject({ date: before!.date, from: before!.from, channel: before!.channel })
  }
  expect(fairness.clean).toBe(true)
})

test('a pause of two weeks: its contacts move to open days after today, the others stay', () => {
  const { moves, contacts: now } = after({ kind: 'fieldworkPaused', from: '2027-01-25', to: '2027-02-05' })
  const hit = contacts.filter(({ date }) => date >= '2027-01-25' && date <= '2027-02-05')
  expect(moves).toHaveLength(hit.length)
  expect(moves.every(({ reason }) => reason === 'closedDay')).toBe(true)
  expect(moves.every((move) => move.after!.date > moment.today)).toBe(true)
  expect(now.filter(({ date }) => date >= '2027-01-25' && date <= '2027-02-05')).toEqual([])
})

test('a late participant gets a whole, fair plan over what is left of the season', () => {
  const participant = { ...someParticipants(1)[0]!, id: 'late', name: 'Late' }
  const { moves, fairness } = after({ kind: 'participantJoined', participant })
  expect(moves).toHaveLength(25)
  expect(moves.every(({ reason, before }) => reason === 'added' && before === null)).toBe(true)
  expect(moves.every((move) => move.after!.date > moment.today)).toBe(true)
  expect(fairness.clean).toBe(true)
})

test('a withdrawn participant keeps what is done, and the rest is cancelled', () => {
  const { moves, contacts: now } = after({ kind: 'participantWithdrawn', participant: 'p3' })
  expect(now.filter(({ participant }) => participant === 'p3').every(({ locked }) => locked)).toBe(true)
  expect(moves.every(({ reason, after: place }) => reason === 'withdrawn' && place === null)).toBe(true)
  expect(moves.length + now.length).toBe(contacts.length)
})

test('changed channels: done contacts stay, the rest goes to the new channels, and the total stays', () => {
  const before = contacts.filter(({ participant }) => participant === 'p1')
  const { contacts: now, moves } = after({
    kind: 'channelsChanged',
    participant: 'p1',
    channels: ['email', 'messenger'],
  })
  const own = now.filter(({ participant }) => participant === 'p1')
  expect(own).toHaveLength(25)
  expect(own.filter(({ locked }) => locked)).toEqual(before.filter(({ locked }) => locked))
  for (const { channel, locked } of own) if (!locked) expect(['email', 'messenger']).toContain(channel)
  expect(moves.every(({ reason }) => reason === 'channelChanged')).toBe(true)
})

test('overdue contacts move only when that is asked for', () => {
  const none = lockedBefore('2027-01-10')
  expect(replan(input, none, [{ kind: 'seasonLengthChanged', weeks: 18 }], moment).moves).toEqual([])
  const late = none.filter(({ locked, date }) => !locked && date < moment.today)
  const { moves } = replan(input, none, [{ kind: 'overdueMoved' }], moment)
  expect(moves.map(({ number }) => number)).toEqual(
    late.map(({ number }) => number).toSorted((a, b) => a - b),
  )
  expect(moves.every(({ reason, after: place }) => reason === 'overdue' && place!.date > moment.today)).toBe(
    true,
  )
})

test('nobody is left: the contacts stay, without an observer, and the report says so', () => {
  const { contacts: now, fairness } = after({ kind: 'observersChanged', observers: [] })
  const open = now.filter(({ locked }) => !locked)
  expect(open.every(({ observer }) => observer === null)).toBe(true)
  expect(now.filter(({ locked }) => locked)).toEqual(contacts.filter(({ locked }) => locked))
  expect(fairness.rules.find(({ rule }) => rule === 'observerMissing')!.broken).toBe(open.length)
})

const day = fc.integer({ min: 0, max: 125 }).map((days) => addDays(input.method.calendar.start, days))
const observer = fc.constantFrom(...input.observers.map(({ id }) => id))
const participant = fc.constantFrom(...input.participants.map(({ id }) => id))
const change: fc.Arbitrary<PlanChange> = fc.oneof(
  fc.record({ kind: fc.constant('observerAbsent' as const), observer, from: day, to: day }),
  fc.record({ kind: fc.constant('fieldworkPaused' as const), from: day, to: day }),
  fc.record({ kind: fc.constant('closedDaysChanged' as const), closedDays: fc.array(day, { maxLength: 4 }) }),
  fc.record({ kind: fc.constant('participantWithdrawn' as const), participant }),
  fc.record({
    kind: fc.constant('channelsChanged' as const),
    participant,
    channels: fc.subarray(['phone', 'email', 'chat', 'messenger'] as const, { minLength: 1 }),
  }),
  fc.record({
    kind: fc.constant('participantJoined' as const),
    participant: fc.constant({ ...someParticipants(1)[0]!, id: 'late', name: 'Late' }),
  }),
)

test('whatever happens: what is done stays, what is not told as a move is as it was, and each move had a cause', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(change, { maxLength: 3, selector: ({ kind }) => kind }),
      day,
      (changes, today) => {
        const started = lockedBefore(today)
        const result = replan(input, started, changes, { today, seed: '1' })
        const now = new Map(result.contacts.map((contact) => [contact.number, contact]))
        const moved = new Set(result.moves.map(({ number }) => number))
        for (const contact of started) {
          if (contact.locked) expect(moved.has(contact.number)).toBe(false)
          if (!moved.has(contact.number)) expect(now.get(contact.number)).toEqual(contact)
        }
        for (const move of result.moves) expect(hadCause(move.before, move.participant, changes)).toBe(true)
        expect(replan(input, started, changes, { today, seed: '1' })).toEqual(result)
      },
    ),
    { numRuns: 40 },
  )
})

/** The day itself, or so late in the season that the attempts need the day. */
function closes(closed: string, date: string): boolean {
  return closed === date || (closed > date && date >= '2027-03-22')
}

/** A pause that reaches the end of the season ends it: the attempts of the days just before have no room. */
function endsSeason({ from, to }: { readonly from: string; readonly to: string }, date: string): boolean {
  return to >= '2027-03-22' && date < from && date >= addDays(from, -14)
}

/** Written without the planner's own reasons: something about the contact is touched by one of the changes. */
function hadCause(
  before: { readonly date: string; readonly observer: string | null } | null,
  of: string,
  changes: readonly PlanChange[],
): boolean {
  return changes.some((one) => {
    switch (one.kind) {
      case 'observerAbsent':
        return (
          before !== null &&
          before.observer === one.observer &&
          before.date >= one.from &&
          before.date <= one.to
        )
      case 'fieldworkPaused':
        return (
          before !== null &&
          ((before.date >= one.from && before.date <= one.to) ||
            closes(one.to, before.date) ||
            endsSeason(one, before.date))
        )
      case 'closedDaysChanged':
        return before !== null && one.closedDays.some((closed) => closes(closed, before.date))
      case 'participantJoined':
        return of === one.participant.id
      case 'participantWithdrawn':
      case 'channelsChanged':
        return of === one.participant
      default:
        return false
    }
  })
}
