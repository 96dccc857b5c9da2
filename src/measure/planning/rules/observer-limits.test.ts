/** The planner obeys what observers can and may do, and the report names each breach. */
import { describe, expect, test } from 'vitest'
import { toEpochDay, weekdayOf } from '../../../kernel/calendar.ts'
import { referenceMethod } from '../../edition/rules/reference/reference-method.ts'
import { toColumns } from './columns.ts'
import { checkFairness } from './fairness/check-fairness.ts'
import { frameOf } from './frame.ts'
import type { PlanInput, PlannedContact } from './plan-input.ts'
import { replan } from './replan/replan.ts'
import { planned, sampleInput, someObservers } from './testing/samples.ts'

const [first, second, third, ...others] = someObservers(60)
const limited = {
  ...first!,
  hours: [1, 3].map((weekday) => ({ weekday, from: '09:00', to: '12:00' })),
}
const phoneOnly = { ...second!, channels: ['phone' as const] }
const partial = { ...third!, conflicts: [' deltaker 1 ', 'Deltaker 2'] }
const input = sampleInput(30, { observers: [limited, phoneOnly, partial, ...others] })
const contacts = planned(input)

function brokenRules(given: Omit<PlanInput, 'seed'>, plan: readonly PlannedContact[]): string[] {
  const fairness = checkFairness(given, frameOf(given), toColumns(plan, given))
  return fairness.rules.filter(({ broken }) => broken > 0).map(({ rule }) => rule)
}

describe('an observer’s limits', () => {
  test('contacts lie on the weekdays and within the hours that the observer has given', () => {
    const own = contacts.filter(({ observer }) => observer === limited.id)
    expect(own.length).toBeGreaterThan(0)
    for (const { date, to } of own) {
      expect([1, 3]).toContain(weekdayOf(toEpochDay(date)))
      expect(to <= '12:00').toBe(true)
    }
  })

  test('only channels that the observer is qualified for, and nobody whom a conflict keeps away', () => {
    const byObserver = Map.groupBy(contacts, ({ observer }) => observer)
    expect(new Set(byObserver.get(phoneOnly.id)!.map(({ channel }) => channel))).toEqual(new Set(['phone']))
    const met = byObserver.get(partial.id)!.map(({ participant }) => participant)
    expect(met).not.toContain('p1')
    expect(met).not.toContain('p2')
    expect(brokenRules(input, contacts).filter((rule) => rule.startsWith('observer'))).not.toContain(
      'observerHours',
    )
  })

  test('what is declared after the plan is a breach with a name, and a change of the plan mends it', () => {
    const later = contacts.find(({ date, observer }) => date > '2027-02-01' && observer !== null)!
    const name = input.participants.find(({ id }) => id === later.participant)!.name
    const declared = input.observers.map((observer) =>
      observer.id === later.observer
        ? { ...observer, conflicts: [...(observer.conflicts ?? []), name] }
        : observer,
    )
    const changed = { ...input, observers: declared }
    expect(brokenRules(changed, contacts)).toContain('observerConflict')
    const mended = replan(changed, contacts, [{ kind: 'overdueMoved' }], {
      today: referenceMethod.calendar.start,
      seed: '1',
    })
    expect(mended.moves.map(({ reason }) => reason)).toContain('observerConflict')
    expect(mended.fairness.rules.find(({ rule }) => rule === 'observerConflict')!.broken).toBe(0)
  })
})
