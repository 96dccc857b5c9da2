/**
 * The life of a contact as a state machine over its append-only log: each event either leads to a state or is
 * refused with a code. The state stored beside the contact is never more than what its log adds up to.
 */
import type { ContactState, clockKinds, EventKind, LogEvent } from '../contract.ts'
import {
  type Clock,
  type ClockMethod,
  type ClockRefusal,
  isUnanswered,
  stepClock,
  untouchedClock,
} from './attempt-clock.ts'

export type Life = {
  readonly state: ContactState
  readonly clock: Clock
  /** The clock's events that stand, oldest first; one taken back is no longer here. */
  readonly standing: readonly LogEvent[]
  /** How many times the observer took something back. */
  readonly corrections: number
  /** How it was handed in last. */
  readonly handedIn?: 'submitted' | 'resubmitted'
}

export type LifeRefusal = ClockRefusal | 'not-in-this-state' | 'nothing-to-take-back'

export type LifeStep =
  | { readonly ok: true; readonly life: Life }
  | {
      readonly ok: false
      readonly refusal: LifeRefusal
      readonly state: ContactState
      readonly kind: EventKind
    }

export const newLife: Life = { state: 'planned', clock: untouchedClock, standing: [], corrections: 0 }
/** Of a contact that had an observer from the beginning. */
export const assignedLife: Life = { ...newLife, state: 'assigned' }

const anyOpen = ['assigned', 'attempted', 'answered', 'unanswered'] as const
const inReview = ['submitted', 'returned', 'resubmitted'] as const

/** From which states an event outside the clock may come, and where it leads. */
const steps = {
  planned: { from: ['planned', 'assigned'], to: undefined },
  assigned: { from: ['planned', 'assigned'], to: 'assigned' },
  moved: { from: ['planned', 'assigned'], to: undefined },
  submitted: { from: ['answered', 'unanswered'], to: 'submitted' },
  returned: { from: ['submitted', 'resubmitted'], to: 'returned' },
  resubmitted: { from: ['returned'], to: 'resubmitted' },
  approved: { from: ['submitted', 'resubmitted'], to: 'approved' },
  /** Back to what it was before the decision. */
  reopened: { from: ['approved', 'returned'], to: undefined },
  appealed: { from: ['approved'], to: 'appealed' },
  finalised: { from: ['approved', 'appealed'], to: 'final' },
  locked: { from: ['final'], to: 'locked' },
  /** Other answers after the end, in the open: the state stays. */
  corrected: { from: ['final', 'locked'], to: undefined },
  imported: { from: ['planned'], to: 'approved' },
  excluded: { from: ['planned', ...anyOpen, ...inReview, 'approved', 'appealed'], to: 'excluded' },
} as const satisfies Record<
  Exclude<EventKind, (typeof clockKinds)[number]>,
  { from: readonly ContactState[]; to: ContactState | undefined }
>

/** States in which a late answer is still written down, although it changes nothing. */
const lateAnswerStates: readonly ContactState[] = [
  'submitted',
  'returned',
  'resubmitted',
  'approved',
  'appealed',
]

/**
 * One event on top of a life.
 *
 * @example stepLife(life in state 'returned', approved) // refused: not-in-this-state
 */
export function stepLife(life: Life, event: LogEvent, method: ClockMethod): LifeStep {
  const refuse = (refusal: LifeRefusal): LifeStep => ({
    ok: false,
    refusal,
    state: life.state,
    kind: event.kind,
  })
  switch (event.kind) {
    case 'attemptStarted':
    case 'automaticReply':
    case 'gaveUp':
    case 'attemptEnded':
      return isOpen(life) ? stepWithClock(life, event, method) : refuse('not-in-this-state')
    case 'humanReply':
      if (isOpen(life)) return stepWithClock(life, event, method)
      return lateAnswerStates.includes(life.state) ? noteLateAnswer(life, event) : refuse('not-in-this-state')
    case 'formOpened':
      return isOpen(life) || life.state === 'returned'
        ? stepWithClock(life, event, method)
        : refuse('not-in-this-state')
    case 'takenBack':
      return isOpen(life) ? takeBack(life, event, method) : refuse('not-in-this-state')
    default: {
      const step = steps[event.kind]
      if (!(step.from as readonly ContactState[]).includes(life.state)) return refuse('not-in-this-state')
      if (event.kind === 'submitted' || event.kind === 'resubmitted')
        return { ok: true, life: { ...life, state: event.kind, handedIn: event.kind } }
      const before = event.kind === 'reopened' ? life.handedIn : undefined
      return { ok: true, life: { ...life, state: step.to ?? before ?? life.state } }
    }
  }
}

function isOpen(life: Life): boolean {
  return (anyOpen as readonly ContactState[]).includes(life.state)
}

function stepWithClock(life: Life, event: LogEvent, method: ClockMethod): LifeStep {
  const step = stepClock(life.clock, event, method)
  if (!step.ok) return { ...step, state: life.state, kind: event.kind }
  const standing = [...life.standing, event]
  const state = isOpen(life) ? openState(step.clock, method) : life.state
  return { ok: true, life: { ...life, state, clock: step.clock, standing } }
}

/** What the clock alone says about a contact that has an observer and is not handed in. */
function openState(clock: Clock, method: ClockMethod): ContactState {
  if (clock.answer) return 'answered'
  if (clock.attempts.length === 0) return 'assigned'
  return isUnanswered(clock, method.protocol) ? 'unanswered' : 'attempted'
}

/** Recorded, never rescored: the state stays, and only a contact without an answer can have a late one. */
function noteLateAnswer(life: Life, event: LogEvent): LifeStep {
  if (life.clock.answer || life.clock.lateAnswerAt)
    return { ok: false, refusal: 'already-answered', state: life.state, kind: event.kind }
  return { ok: true, life: { ...life, clock: { ...life.clock, lateAnswerAt: event.at } } }
}

/** Strikes out the last standing event of the clock (a form opened after it goes too) and counts the rest again. */
function takeBack(life: Life, event: LogEvent, method: ClockMethod): LifeStep {
  const index = life.standing.findLastIndex((standing) => standing.kind !== 'formOpened')
  if (index < 0 || life.standing[index]?.eventId !== event.struckOut)
    return { ok: false, refusal: 'nothing-to-take-back', state: life.state, kind: event.kind }
  const standing = life.standing.slice(0, index)
  let clock = untouchedClock
  for (const kept of standing) {
    const step = stepClock(clock, kept, method)
    if (step.ok) clock = step.clock
  }
  const corrected = { ...life, clock, standing, corrections: life.corrections + 1 }
  return { ok: true, life: { ...corrected, state: openState(clock, method) } }
}

/**
 * The life that a whole log adds up to, from `start` on. A log is written through `stepLife`, so a refusal in it
 * is a bug.
 */
export function foldLife(log: readonly LogEvent[], method: ClockMethod, start: Life = newLife): Life {
  return log.reduce((life, event) => {
    const step = stepLife(life, event, method)
    if (!step.ok)
      throw new Error(`${event.kind} in a log where the contact is ${step.state}: ${step.refusal}`)
    return step.life
  }, start)
}
