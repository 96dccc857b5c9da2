import { describe, expect, it } from 'vitest'
import { seededRandom } from '../kernel/random.ts'
import { referenceMethod } from '../measure/edition/rules/reference/reference-method.ts'
import { contactStates } from '../measure/fieldwork/contract.ts'
import { foldLife } from '../measure/fieldwork/rules/contact-state.ts'
import { type DemoContact, type LifeSetting, liveContact, type PlannedVisit } from './contact-life.ts'
import { seededId } from './seeded-id.ts'

const channels = ['phone', 'email', 'chat', 'messenger'] as const
const dates = [
  '2026-12-07',
  '2027-01-20',
  '2027-02-10',
  '2027-02-12',
  '2027-02-16',
  '2027-02-17',
  '2027-02-24',
  '2027-03-22',
]

function contacts(
  seed: string,
  ending: LifeSetting['ending'],
): readonly (DemoContact & { visit: PlannedVisit })[] {
  const random = seededRandom(seed)
  const setting: LifeSetting = {
    method: referenceMethod,
    now: new Date('2027-02-18T10:20:00Z'),
    plannedAt: new Date('2026-11-20T10:00:00Z'),
    ending,
    random,
    newId: (at) => seededId(random, at),
  }
  return Array.from({ length: 1000 }, (_, index) => {
    const visit: PlannedVisit = {
      contactId: seededId(random, setting.now),
      observer: 'observer',
      channel: channels[Math.floor(index / 8) % 4]!,
      date: dates[index % 8]!,
      from: '09:00',
      to: '12:00',
      strength: 0,
    }
    return { ...liveContact(visit, setting), visit }
  })
}

describe('the lives of invented contacts', () => {
  it('show every state of a running edition', () => {
    const states = new Set(contacts('running', { kind: 'running' }).map(({ state }) => state))
    // Appeals come when the fieldwork is over.
    const later = ['appealed', 'locked']
    expect([...states].sort()).toEqual(contactStates.filter((state) => !later.includes(state)).sort())
  })

  it('are never more than what their log adds up to, and never in the future', () => {
    for (const { state, events, visit } of contacts('log', { kind: 'running' })) {
      const protocol = referenceMethod.channels.find(({ id }) => id === visit.channel)!.protocol
      const log = events.map(({ event }) => event)
      expect(foldLife(log, { protocol, closedDays: [] }).state).toBe(state)
      expect(log.every(({ at }) => at <= '2027-02-18T10:20:00.000Z')).toBe(true)
    }
  })

  it('end locked when the edition is published', () => {
    const states = contacts('over', { kind: 'published', at: '2027-02-18T09:00:00.000Z' }).map(
      ({ state }) => state,
    )
    expect(states).toContain('locked')
  })

  it('come out the same from the same seed', () => {
    expect(contacts('same', { kind: 'running' })).toEqual(contacts('same', { kind: 'running' }))
  })
})
