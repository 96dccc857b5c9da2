/** One demo edition as rows: participants with their channels, the plan, and the life of every contact. */
import { isoWeek } from '../kernel/calendar.ts'
import { type Random, seededRandom } from '../kernel/random.ts'
import type { ChannelId, EditionMethod } from '../measure/edition/contract.ts'
import { toContacts } from '../measure/planning/rules/columns.ts'
import { checkFairness } from '../measure/planning/rules/fairness/check-fairness.ts'
import type { Fairness } from '../measure/planning/rules/fairness/report.ts'
import { makePlan } from '../measure/planning/rules/make-plan.ts'
import type { PlannedContact, PlanObserver, PlanParticipant } from '../measure/planning/rules/plan-input.ts'
import { type DemoContact, type LifeSetting, liveContact } from './contact-life.ts'
import { observerHabits } from './observer-habits.ts'
import { seededId } from './seeded-id.ts'
import { type DemoCompany, demoCompanies } from './world.ts'

export type DemoParticipant = DemoCompany & { readonly participantId: string }

export type DemoEditionContact = {
  readonly contactId: string
  readonly planned: PlannedContact
  readonly life: DemoContact
}

export type DemoEdition = {
  readonly editionId: string
  readonly participants: readonly DemoParticipant[]
  readonly contacts: readonly DemoEditionContact[]
  readonly seed: string
  readonly fairness: Fairness
}

export type DemoEditionInput = {
  readonly method: EditionMethod
  readonly observers: readonly PlanObserver[]
  readonly seed: string
  readonly now: Date
  readonly plannedAt: Date
  readonly ending: LifeSetting['ending']
  /** Only companies of these classes take part. */
  readonly classes?: readonly string[]
}

export function demoEdition({
  method,
  observers,
  seed,
  now,
  plannedAt,
  ending,
  classes,
}: DemoEditionInput): DemoEdition {
  const random = seededRandom(seed)
  const newId = (at: Date) => seededId(random, at)
  const editionId = newId(plannedAt)
  const participants = demoParticipants(newId, plannedAt).filter(
    (one) => classes === undefined || classes.includes(one.class),
  )
  const planInput = { method, participants: participants.map(toPlanParticipant), observers, seed }
  const { frame, columns } = makePlan(planInput)
  const strengths = strengthsOf(participants, random)
  const habits = observerHabits(
    observers.map(({ id }) => id),
    method.calendar.start,
  )
  const setting: LifeSetting = { method, now, plannedAt, ending, random, newId }
  const contacts = toContacts(columns, planInput).map((planned): DemoEditionContact => {
    const contactId = newId(plannedAt)
    const strength = strengths(planned.participant, planned.date)
    const habit = habits(planned.observer, planned.date)
    const visit = { ...planned, contactId, strength, habit }
    return { contactId, planned, life: liveContact(visit, setting) }
  })
  return { editionId, participants, contacts, seed, fairness: checkFairness(planInput, frame, columns) }
}

export function demoParticipants(newId: (at: Date) => string, at: Date): readonly DemoParticipant[] {
  return demoCompanies.map((company) => ({ ...company, participantId: newId(at) }))
}

function toPlanParticipant({
  participantId,
  name,
  class: group,
  channels,
}: DemoParticipant): PlanParticipant {
  return { id: participantId, name, class: group, channels: [...channels] as ChannelId[] }
}

/** A company has good and bad weeks; no week is like its mean. */
function strengthsOf(participants: readonly DemoParticipant[], random: Random) {
  const base = new Map(participants.map(({ participantId, strength }) => [participantId, strength]))
  const weeks = new Map<string, number>()
  return (participantId: string, date: string): number => {
    const key = `${participantId} ${isoWeek(date)}`
    if (!weeks.has(key)) weeks.set(key, (random() - 0.5) * 0.6)
    return base.get(participantId)! + weeks.get(key)!
  }
}
