import { describe, expect, it } from 'vitest'
import { contactStates } from '../measure/fieldwork/contract.ts'
import { type DemoEdition, demoEdition } from './demo-edition.ts'
import { fieldworkEnd, finishedMethod, runningMethod } from './demo-methods.ts'
import { demoObservers } from './world.ts'

const observers = demoObservers.map((name, index) => ({
  id: `o${index}`,
  name,
  contactsPerWeek: 5,
  customerOf: [],
  absences: [],
}))

function statesOf({ contacts }: DemoEdition): readonly string[] {
  return [...new Set(contacts.map(({ life }) => life.state))].sort()
}

describe.each(['2026-11-21', '2026-12-27', '2027-02-01', '2027-04-05', '2027-07-14'])(
  'the demo editions of a first start on %s',
  (today) => {
    const now = new Date(`${today}T09:20:00Z`)
    const input = (method: ReturnType<typeof runningMethod>) => ({
      method,
      observers,
      seed: `demo ${method.calendar.start}`,
      now,
      plannedAt: new Date(Date.parse(method.calendar.start) - 18 * 86_400_000),
    })

    it('are 40 participants and 1,000 contacts, planned without a broken rule', () => {
      const running = demoEdition({ ...input(runningMethod(today)), ending: { kind: 'running' } })
      expect([running.participants.length, running.contacts.length]).toEqual([40, 1000])
      expect(running.fairness.findings).toEqual([])
      const later = ['appealed', 'locked']
      expect(statesOf(running)).toEqual(contactStates.filter((state) => !later.includes(state)).toSorted())
    })

    it('end locked, or excluded with a reason, a year earlier', () => {
      const method = finishedMethod(today)
      const published = { kind: 'published', at: `${fieldworkEnd(method)}T11:00:00Z` } as const
      expect(statesOf(demoEdition({ ...input(method), ending: published }))).toEqual(['excluded', 'locked'])
    })
  },
)
