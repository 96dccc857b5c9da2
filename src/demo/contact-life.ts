/** The rows of one invented contact: its log up to now, and what that log adds up to. */
import { addDays } from '../kernel/calendar.ts'
import { type Random, seededRandom } from '../kernel/random.ts'
import { toInstant } from '../kernel/zone.ts'
import type { EditionMethod } from '../measure/edition/contract.ts'
import type { Answers, Comments, ContactState, EventDetail, LogEvent } from '../measure/fieldwork/contract.ts'
import { foldLife } from '../measure/fieldwork/rules/contact-state.ts'
import { nextDue } from '../measure/fieldwork/rules/due.ts'
import type { FindingKind } from '../measure/fieldwork/rules/finding-kinds.ts'
import { transcriptFor } from './demo-transcripts.ts'
import { type Ending, lifeOnPile, pileOf, type ReviewEvent, reviewLife } from './review-life.ts'
import { type DemoVisit, simulateContact } from './simulate-contact.ts'

export type PlannedVisit = DemoVisit & { readonly contactId: string; readonly observer: string | null }

export type LifeSetting = {
  readonly method: EditionMethod
  readonly now: Date
  readonly plannedAt: Date
  readonly ending: Ending
  readonly random: Random
  readonly newId: (at: Date) => string
}

export type DemoEvent = {
  readonly event: LogEvent
  readonly detail: EventDetail
  /** Who did it; the clock and the form are the observer's, the rest the organiser's. */
  readonly by: 'observer' | 'organiser'
}

export type DemoSubmission = {
  readonly submissionId: string
  readonly version: number
  readonly answered: boolean
  readonly answers: Answers
  readonly comments: Comments
  readonly transcript: string | null
  readonly at: string
}

export type DemoContact = {
  readonly state: ContactState
  readonly events: readonly DemoEvent[]
  readonly submissions: readonly DemoSubmission[]
  /** What is filled in and not yet handed in. */
  readonly draft?: { readonly answers: Answers; readonly comments: Comments; readonly at: string }
  readonly dueAt?: Date
  readonly excludedReason?: string
}

const excludedReason = 'Deltakeren hadde driftsstans hele dagen, bekreftet på egen nettside.'
const byObserver = new Set(['submitted', 'resubmitted'])

export function liveContact(visit: PlannedVisit, setting: LifeSetting): DemoContact {
  const { method, now, random } = setting
  const story = simulateContact(method, visit, {
    random,
    eventId: (at) => setting.newId(new Date(at)),
  })
  const excluded = random() < 0.008
  const pile = pileOf(story, now, random)
  const after = excluded
    ? excludedAfter(story.submittedAt)
    : pile
      ? lifeOnPile(story.submittedAt, pile)
      : reviewLife(story.submittedAt, setting.ending, random)
  const all = [
    ...planning(visit, setting),
    ...story.events.map(observed),
    ...after.map((step) => lived(step, setting)),
  ]
  const events = all.filter(({ event }) => Date.parse(event.at) <= now.getTime())
  // Drawn apart, so that what else is invented stays as it was.
  const drawn = seededRandom(`transcript ${visit.contactId}`)
  const transcript = story.answered ? transcriptFor(visit.channel, drawn) : null
  const submissions = events
    .filter(({ event }) => byObserver.has(event.kind))
    .map(({ event }, index) => ({
      submissionId: event.eventId,
      version: index + 1,
      answered: story.answered,
      answers: story.answers,
      comments: story.comments,
      transcript,
      at: event.at,
    }))
  const clock = clockOf(method, visit)
  const life = foldLife(
    events.map(({ event }) => event),
    clock,
  )
  const at = new Date(events.at(-1)!.event.at)
  const dueAt = life.clock.attempts.length > 0 ? nextDue(life, clock, { at, planned: visit }) : undefined
  return {
    state: life.state,
    events: events.map((one) => withVersion(one, submissions)),
    submissions,
    ...(life.state === 'answered' && random() < 0.5 ? { draft: halfFilled(story, at) } : {}),
    ...(dueAt ? { dueAt } : {}),
    ...(life.state === 'excluded' ? { excludedReason } : {}),
  }
}

function clockOf(method: EditionMethod, visit: PlannedVisit) {
  const channel = method.channels.find(({ id }) => id === visit.channel)!
  return { protocol: channel.protocol, closedDays: method.calendar.closedDays }
}

/** The observer is told three weeks ahead. */
function planning(visit: PlannedVisit, { plannedAt, newId }: LifeSetting): DemoEvent[] {
  const planned = plannedAt.toISOString()
  const told = toInstant(addDays(visit.date, -21), '08:00')
  const assigned = new Date(Math.max(plannedAt.getTime() + 1000, told.getTime()))
  const events: DemoEvent[] = [
    { event: { eventId: newId(plannedAt), kind: 'planned', at: planned }, detail: {}, by: 'organiser' },
  ]
  if (visit.observer === null) return events
  const event: LogEvent = { eventId: newId(assigned), kind: 'assigned', at: assigned.toISOString() }
  return [...events, { event, detail: { observer: visit.observer }, by: 'organiser' }]
}

function observed(event: LogEvent): DemoEvent {
  const { typed, reason } = event
  return { event, detail: { ...(typed ? { typed } : {}), ...(reason ? { reason } : {}) }, by: 'observer' }
}

function lived(step: ReviewEvent, setting: LifeSetting): DemoEvent {
  const event: LogEvent = { eventId: setting.newId(new Date(step.at)), kind: step.kind, at: step.at }
  const said = findingsSaid(step)
  const detail = {
    ...(step.note === undefined ? {} : { note: step.note }),
    ...(said ? { findings: said } : {}),
  }
  return { event, detail, by: byObserver.has(step.kind) ? 'observer' : 'organiser' }
}

/** What the rules said when it was decided: more often something where it was returned. */
function findingsSaid({ kind, at }: ReviewEvent): readonly FindingKind[] | undefined {
  if (kind !== 'approved' && kind !== 'returned') return undefined
  const drawn = seededRandom(`findings ${at}`)()
  if (kind === 'returned') return drawn < 0.6 ? ['shortComment'] : drawn < 0.8 ? ['contradiction'] : []
  return drawn < 0.08 ? ['unusualScore'] : []
}

function excludedAfter(submittedAt: string): ReviewEvent[] {
  const at = new Date(Date.parse(submittedAt) + 86_400_000).toISOString()
  return [
    { kind: 'submitted', at: submittedAt },
    { kind: 'excluded', at, note: excludedReason },
  ]
}

function withVersion(one: DemoEvent, submissions: readonly DemoSubmission[]): DemoEvent {
  const submission = submissions.find(({ submissionId }) => submissionId === one.event.eventId)
  return submission ? { ...one, detail: { ...one.detail, version: submission.version } } : one
}

function halfFilled(story: { answers: Answers; comments: Comments }, at: Date) {
  const entries = Object.entries(story.answers)
  return {
    answers: Object.fromEntries(entries.slice(0, Math.ceil(entries.length / 2))),
    comments: {},
    at: at.toISOString(),
  }
}
