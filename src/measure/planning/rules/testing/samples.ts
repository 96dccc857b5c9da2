/** Participants and observers for the planner's tests. */
import type { ChannelId } from '../../../edition/contract.ts'
import { referenceMethod } from '../../../edition/rules/reference/reference-method.ts'
import { toContacts } from '../columns.ts'
import { makePlan } from '../make-plan.ts'
import { observerPool } from '../observer-pool.ts'
import type { PlanInput, PlannedContact, PlanObserver, PlanParticipant } from '../plan-input.ts'

const sets: readonly (readonly ChannelId[])[] = [
  ['phone', 'email', 'chat'],
  ['phone', 'email', 'messenger'],
  ['phone', 'email'],
  ['phone', 'chat'],
  ['email', 'chat'],
]

export function someParticipants(count: number): PlanParticipant[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `p${index + 1}`,
    name: `Deltaker ${index + 1}`,
    class: `Klasse ${(index % 6) + 1}`,
    channels: sets[(index * 3) % sets.length]!,
  }))
}

export function someObservers(count: number, contactsPerWeek = 5): PlanObserver[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `o${index + 1}`,
    name: `Observatør ${index + 1}`,
    contactsPerWeek,
    customerOf: [],
    absences: [],
  }))
}

/** The reference method with a pool of the planner's own making. */
export function sampleInput(count: number, changed: Partial<PlanInput> = {}): PlanInput {
  const participants = someParticipants(count)
  return {
    method: referenceMethod,
    participants,
    observers: observerPool(referenceMethod, participants),
    seed: '1',
    ...changed,
  }
}

export function planned(input: PlanInput): PlannedContact[] {
  return toContacts(makePlan(input).columns, input)
}
