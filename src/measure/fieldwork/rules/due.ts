/** What must happen next with a contact, by when, and so what is late. */
import { nthWorkingDay } from '../../../kernel/holidays.ts'
import { endOfDay, toInstant, toLocal } from '../../../kernel/zone.ts'
import type { ContactState } from '../contract.ts'
import { type ClockMethod, isRunning, lastAttempt } from './attempt-clock.ts'
import type { Life } from './contact-state.ts'
import { attemptLimit, nextAttemptDay } from './deadline.ts'

/** The next thing that somebody owes: the observer all but the last, the organiser the review. */
export const owedThings = ['attempt', 'answer', 'form', 'correction', 'review'] as const
export type Owed = (typeof owedThings)[number]

const owedInState: Partial<Record<ContactState, Owed>> = {
  planned: 'attempt',
  assigned: 'attempt',
  attempted: 'answer',
  answered: 'form',
  unanswered: 'form',
  returned: 'correction',
  submitted: 'review',
  resubmitted: 'review',
}

export function owedIn(state: ContactState): Owed | undefined {
  return owedInState[state]
}

/** Working days, the present one included, in which each thing is to be done. */
export const allowance = { form: 2, correction: 3, review: 6 } as const

/**
 * The instant by which the next thing must have happened, when the last event came at `at`; nothing when nothing
 * more is owed. Before the first attempt it is the end of the planned hours.
 *
 * @example nextDue(answered on a Monday) // Tuesday 24:00: the form is written while it is remembered
 */
export function nextDue(
  life: Life,
  method: ClockMethod,
  { at, planned }: { readonly at: Date; readonly planned: { readonly date: string; readonly to: string } },
): Date | undefined {
  const owed = owedIn(life.state)
  switch (owed) {
    case undefined:
      return undefined
    case 'attempt':
      return toInstant(planned.date, planned.to)
    case 'answer':
      return answerDue(life, method)
    case 'form':
    case 'correction':
    case 'review':
      return endOfDay(nthWorkingDay(toLocal(at).date, allowance[owed]))
  }
}

/** The end of the running wait, or of the day on which the next attempt is to be made. */
function answerDue({ clock }: Life, method: ClockMethod): Date | undefined {
  const last = lastAttempt(clock)
  if (!last) return undefined
  const start = new Date(last.startedAt)
  if (isRunning(clock)) return attemptLimit(method.protocol, start)
  return endOfDay(nextAttemptDay(toLocal(start).date, method.closedDays))
}

export type DueContact = {
  readonly state: ContactState
  readonly date: string
  readonly to: string
  /** Of the next thing, once the first attempt is made. */
  readonly dueAt?: Date | undefined
}

/**
 * What is late with a contact, if anything. While the fieldwork is paused nobody may call, so an attempt that was
 * not made is not late; a form, a correction or a review still is.
 */
export function lateThing(
  contact: DueContact,
  { now, paused }: { readonly now: Date; readonly paused: boolean },
): Owed | undefined {
  const owed = owedIn(contact.state)
  if (!owed || (paused && (owed === 'attempt' || owed === 'answer'))) return undefined
  const due = contact.dueAt ?? (owed === 'attempt' ? toInstant(contact.date, contact.to) : undefined)
  return due && due.getTime() <= now.getTime() ? owed : undefined
}
