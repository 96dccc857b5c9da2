/**
 * What an observer has done on one contact and the server may not have yet, as pieces in the order in which they
 * were done. Every piece carries an id that is made on the phone, so a piece that is sent twice counts once; a
 * piece leaves the list only when the server has it, or when it is refused for good and put aside with the reason.
 */
import type { ClockEvent, FilledForm } from '../contract.ts'

/** What is known of a piece on its way. */
export type Trail = {
  /** The id of the event, draft or submission. */
  readonly id: string
  /** By the phone's clock, or by ours when the phone's is known to be wrong. */
  readonly madeAt: string
  readonly tries: number
  readonly triedAt?: string
  /** What the last try met: the code of a refusal, or `offline`. */
  readonly answer?: string
  /** The phone's clock has been compared with the server's since it was made. */
  readonly compared?: boolean
}

export type UnsentEvent = Trail & { readonly kind: 'event'; readonly event: ClockEvent }
export type UnsentDraft = Trail & { readonly kind: 'draft'; readonly form: FilledForm }
export type UnsentSubmission = Trail & { readonly kind: 'submission'; readonly form: FilledForm }
export type Piece = UnsentEvent | UnsentDraft | UnsentSubmission

export type RefusedPiece = Piece & {
  /** The code of the refusal, and what cannot be when the state machine says so. */
  readonly refusal: { readonly code: string; readonly why?: string }
  readonly refusedAt: string
}

export type UnsentWork = {
  readonly waiting: readonly Piece[]
  readonly refused: readonly RefusedPiece[]
  /** The form as it stands on this device, sent or not. */
  readonly form?: FilledForm & { readonly savedAt: string }
}

export const noWork: UnsentWork = { waiting: [], refused: [] }

export function isUnsent({ waiting, refused }: UnsentWork): boolean {
  return waiting.length > 0 || refused.length > 0
}

/** Nothing is left that this device alone knows. */
export function isEmpty(work: UnsentWork): boolean {
  return !isUnsent(work) && work.form === undefined
}

type Made = { readonly madeAt: string; readonly compared?: boolean }

function trailOf(id: string, { madeAt, compared }: Made): Trail {
  return { id, madeAt, tries: 0, ...(compared === undefined ? {} : { compared }) }
}

/** @example addEvent(noWork, started at 09:00, made).waiting.length // 1; the same event again: still 1 */
export function addEvent(work: UnsentWork, event: ClockEvent, made: Made): UnsentWork {
  if (holds(work, event.eventId)) return work
  const piece: UnsentEvent = { ...trailOf(event.eventId, made), kind: 'event', event }
  return { ...work, waiting: [...work.waiting, piece] }
}

/** The form as it stands now, to be sent as a draft; it takes the place of an older draft that still waits. */
export function keepForm(
  work: UnsentWork,
  { id, form, made }: { readonly id: string; readonly form: FilledForm; readonly made: Made },
): UnsentWork {
  const draft: UnsentDraft = { ...trailOf(id, made), kind: 'draft', form }
  const rest = work.waiting.filter(({ kind }) => kind !== 'draft')
  return { ...work, waiting: [...rest, draft], form: { ...form, savedAt: made.madeAt } }
}

/** The form is handed in: once, whatever is pressed in however many tabs. The draft is part of it from now on. */
export function handInForm(
  work: UnsentWork,
  { id, form, made }: { readonly id: string; readonly form: FilledForm; readonly made: Made },
): UnsentWork {
  if (handInWaits(work)) return work
  const submission: UnsentSubmission = { ...trailOf(id, made), kind: 'submission', form }
  const rest = work.waiting.filter(({ kind }) => kind !== 'draft')
  return { ...work, waiting: [...rest, submission] }
}

export function handInWaits({ waiting }: UnsentWork): boolean {
  return waiting.some(({ kind }) => kind === 'submission')
}

function holds({ waiting, refused }: UnsentWork, id: string): boolean {
  return waiting.some((piece) => piece.id === id) || refused.some((piece) => piece.id === id)
}

/** Events are sent together, at most this many. */
export const eventsAtOnce = 50

/** What goes first: the events at the front of the list together, or the one draft or submission there. */
export function nextPieces({ waiting }: UnsentWork): readonly Piece[] {
  const end = waiting.findIndex(({ kind }) => kind !== 'event')
  const events = waiting.slice(0, end < 0 ? eventsAtOnce : Math.min(end, eventsAtOnce))
  return events.length > 0 ? events : waiting.slice(0, 1)
}

/** The server has them. When a form is handed in, this device needs no copy of it any more. */
export function delivered(work: UnsentWork, ids: readonly string[]): UnsentWork {
  const isHandedIn = work.waiting.some(({ id, kind }) => kind === 'submission' && ids.includes(id))
  const waiting = work.waiting.filter(({ id }) => !ids.includes(id))
  if (!isHandedIn) return { ...work, waiting }
  const { form: _handedIn, ...rest } = work
  return { ...rest, waiting }
}

/** A try that led nowhere: no network, no answer, a server that cannot now. Everything stays. */
export function tried(
  work: UnsentWork,
  ids: readonly string[],
  { at, answer }: { readonly at: string; readonly answer: string },
): UnsentWork {
  const waiting = work.waiting.map((piece) =>
    ids.includes(piece.id) ? { ...piece, tries: piece.tries + 1, triedAt: at, answer } : piece,
  )
  return { ...work, waiting }
}

export type Refusal = {
  readonly code: string
  readonly why?: string
  /** The one piece of several that was refused; the others were not judged. */
  readonly named?: string
  readonly at: string
}

/**
 * The server says that it cannot be, now or later: the piece is put aside with the reason, never thrown away. A
 * form that was refused stands in the fields again.
 */
export function refusePieces(work: UnsentWork, ids: readonly string[], refusal: Refusal): UnsentWork {
  const { code, why, named, at } = refusal
  const put = named !== undefined && ids.includes(named) ? [named] : ids
  const isOut = ({ id }: Piece) => put.includes(id)
  const reason = { code, ...(why === undefined ? {} : { why }) }
  const out = work.waiting
    .filter(isOut)
    .map((piece): RefusedPiece => ({ ...piece, tries: piece.tries + 1, refusal: reason, refusedAt: at }))
  const back = out.findLast(({ kind }) => kind !== 'event')
  return {
    ...work,
    waiting: work.waiting.filter((piece) => !isOut(piece)),
    refused: [...work.refused, ...out],
    ...(back && back.kind !== 'event' ? { form: { ...back.form, savedAt: back.madeAt } } : {}),
  }
}

/** What was refused is tried once more, in its old place by the time at which it was made. */
export function retryRefused(work: UnsentWork): UnsentWork {
  const again = work.refused.map(({ refusal: _refusal, refusedAt: _at, ...piece }): Piece => piece)
  const waiting = [...work.waiting, ...again].toSorted((one, other) => byMade(one, other))
  return { ...work, waiting, refused: [] }
}

function byMade(one: Piece, other: Piece): number {
  return Date.parse(one.madeAt) - Date.parse(other.madeAt)
}

/** The observer has read why, and lets it go. */
export function dropRefused(work: UnsentWork, id: string): UnsentWork {
  return { ...work, refused: work.refused.filter((piece) => piece.id !== id) }
}
