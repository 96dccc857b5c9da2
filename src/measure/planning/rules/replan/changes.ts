/** What can happen half-way through a season, and the planner's input after it (M3.7). */
import { addDays, type PlainDate, toEpochDay } from '../../../../kernel/calendar.ts'
import type { ChannelId } from '../../../edition/contract.ts'
import type { PlanInput, PlanObserver, PlanParticipant } from '../plan-input.ts'

export type PlanChange =
  | {
      readonly kind: 'observerAbsent'
      readonly observer: string
      readonly from: PlainDate
      readonly to: PlainDate
    }
  /** The pool as it is now: people who left, joined, take more or fewer contacts, became customers. */
  | { readonly kind: 'observersChanged'; readonly observers: readonly PlanObserver[] }
  /** Nobody makes contacts from one day to another, both included. */
  | { readonly kind: 'fieldworkPaused'; readonly from: PlainDate; readonly to: PlainDate }
  | { readonly kind: 'closedDaysChanged'; readonly closedDays: readonly PlainDate[] }
  | { readonly kind: 'seasonLengthChanged'; readonly weeks: number }
  | { readonly kind: 'participantJoined'; readonly participant: PlanParticipant }
  | { readonly kind: 'participantWithdrawn'; readonly participant: string }
  | {
      readonly kind: 'channelsChanged'
      readonly participant: string
      readonly channels: readonly ChannelId[]
    }
  /** Contacts whose day has passed without an attempt are moved too. */
  | { readonly kind: 'overdueMoved' }

/** The input after a change that becomes known on `today`. */
export function applyChange(input: PlanInput, change: PlanChange, today: PlainDate): PlanInput {
  switch (change.kind) {
    case 'observerAbsent': {
      const absence = { from: change.from, to: change.to }
      return {
        ...input,
        observers: input.observers.map((observer) =>
          observer.id === change.observer
            ? { ...observer, absences: [...observer.absences, absence] }
            : observer,
        ),
      }
    }
    case 'observersChanged':
      return { ...input, observers: change.observers }
    case 'fieldworkPaused':
      return withCalendar(input, {
        closedDays: [...input.method.calendar.closedDays, ...daysBetween(change.from, change.to)],
      })
    case 'closedDaysChanged':
      return withCalendar(input, { closedDays: [...change.closedDays] })
    case 'seasonLengthChanged':
      return withCalendar(input, { weeks: change.weeks })
    case 'participantJoined':
      return {
        ...input,
        participants: [...input.participants, { ...change.participant, joins: addDays(today, 1) }],
      }
    case 'participantWithdrawn':
      return withParticipant(input, change.participant, { withdrawn: true })
    case 'channelsChanged':
      return withParticipant(input, change.participant, { channels: change.channels })
    case 'overdueMoved':
      return input
  }
}

function withCalendar(
  input: PlanInput,
  calendar: { readonly closedDays: string[] } | { readonly weeks: number },
): PlanInput {
  return { ...input, method: { ...input.method, calendar: { ...input.method.calendar, ...calendar } } }
}

function withParticipant(input: PlanInput, id: string, changed: Partial<PlanParticipant>): PlanInput {
  return {
    ...input,
    participants: input.participants.map((participant) =>
      participant.id === id ? { ...participant, ...changed } : participant,
    ),
  }
}

function daysBetween(from: PlainDate, to: PlainDate): PlainDate[] {
  const length = Math.max(0, toEpochDay(to) - toEpochDay(from) + 1)
  return Array.from({ length }, (_, index) => addDays(from, index))
}
