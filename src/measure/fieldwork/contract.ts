/** What happens to a contact, as data: states, events and what an observer hands in (M4, M6). */
import { z } from 'zod'

export const contactStates = [
  'planned',
  'assigned',
  'attempted',
  'answered',
  'unanswered',
  'submitted',
  'returned',
  'resubmitted',
  'approved',
  'appealed',
  'final',
  'locked',
  'excluded',
] as const
export type ContactState = (typeof contactStates)[number]

/** What the observer's clock logs. `takenBack` strikes out the last of the others after a slip of the thumb. */
export const clockKinds = [
  'attemptStarted',
  'automaticReply',
  'humanReply',
  'gaveUp',
  'attemptEnded',
  'formOpened',
  'takenBack',
] as const
export type ClockKind = (typeof clockKinds)[number]

/** What happens around it: the plan, the form handed in, the review, and what follows. */
export const lifeKinds = [
  'planned',
  'assigned',
  'moved',
  'submitted',
  'returned',
  'resubmitted',
  'approved',
  'appealed',
  'finalised',
  'locked',
  'excluded',
] as const

export const eventKinds = [...clockKinds, ...lifeKinds] as const
export type EventKind = (typeof eventKinds)[number]

/** Why an attempt ended before the wait was over, without an answer. */
export const endReasons = ['busy', 'disconnected', 'closed', 'technical'] as const

const instant = z.iso.datetime()

/** An event that an observer's page makes. `eventId` is made there, so that sending it twice does no harm. */
export const clockEvent = z.object({
  eventId: z.uuid(),
  kind: z.enum(clockKinds),
  /** When it happened, which may be long before it reaches the server. */
  at: instant,
  /** Why an attempt was cut short. */
  reason: z.enum(endReasons).optional(),
  /** The event that is taken back. */
  struckOut: z.uuid().optional(),
  /** The time was typed by the observer (an e-mail's arrival), not read from the clock. */
  typed: z.boolean().optional(),
})
export type ClockEvent = z.infer<typeof clockEvent>

/** One line of a contact's log. */
export type LogEvent = {
  readonly eventId: string
  readonly kind: EventKind
  readonly at: string
  readonly reason?: (typeof endReasons)[number] | undefined
  readonly struckOut?: string | undefined
  readonly typed?: boolean | undefined
}

/** An option's id for each question, or `na` for "not applicable". */
export const answers = z.record(z.string(), z.string().max(64))
export type Answers = Readonly<Record<string, string>>
export const comments = z.record(z.string(), z.string().max(4000))
export type Comments = Readonly<Record<string, string>>
export const notApplicable = 'na'
