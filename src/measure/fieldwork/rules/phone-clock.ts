/** How far a phone's clock is from the server's, and what is done about the times that it logged. */
import type { ClockEvent } from '../contract.ts'
import type { Piece, UnsentWork } from './unsent-work.ts'

/** A deviation of less than a minute changes nothing that is scored, and is left alone. */
export const clockLimit = 60_000

export type Comparison = {
  /** By the phone: when the request left and when its answer was there, in milliseconds. */
  readonly sentAt: number
  readonly receivedAt: number
  /** The answer's `Date` header (RFC 9110 §6.6.1), in milliseconds; it is cut to whole seconds. */
  readonly serverAt: number
}

/**
 * Milliseconds to add to the phone's clock to get the server's, as in Cristian's algorithm: the answer was made
 * half-way between the two moments, and half a second after the second that the header names.
 *
 * @example clockOffset({ sentAt: 0, receivedAt: 200, serverAt: 120_000 }) // 120_400: the phone is two minutes slow
 */
export function clockOffset({ sentAt, receivedAt, serverAt }: Comparison): number {
  return Math.round(serverAt + 500 - (sentAt + receivedAt) / 2)
}

/** Of a deviation only what matters: nothing below a minute. */
export function offsetThatMatters(offset: number | undefined): number {
  return offset !== undefined && Math.abs(offset) >= clockLimit ? offset : 0
}

/**
 * Corrects, once, the times of pieces that were made before the phone's clock was compared with the server's. A
 * time that the observer typed is left as it is: it was read from a mailbox. A corrected event says by how much.
 *
 * @example correctTimes(started at 09:00 by a phone ten minutes fast, -600_000) // started at 08:50, corrected
 */
export function correctTimes(work: UnsentWork, offset: number): UnsentWork {
  if (work.waiting.every(({ compared }) => compared)) return work
  const by = offsetThatMatters(offset)
  const waiting = work.waiting.map((piece) => (piece.compared ? piece : corrected(piece, by)))
  return { ...work, waiting }
}

function corrected(piece: Piece, by: number): Piece {
  const known = { ...piece, compared: true }
  if (by === 0) return known
  const madeAt = shifted(piece.madeAt, by)
  return known.kind === 'event'
    ? { ...known, madeAt, event: correctedEvent(known.event, by) }
    : { ...known, madeAt }
}

/** An event as it is logged when the phone's clock is known to be off by this much. */
export function correctedEvent(event: ClockEvent, by: number): ClockEvent {
  if (by === 0) return event
  const clockCorrectedBy = Math.round(by / 1000)
  return event.typed
    ? { ...event, clockCorrectedBy }
    : { ...event, at: shifted(event.at, by), clockCorrectedBy }
}

function shifted(at: string, by: number): string {
  return new Date(Date.parse(at) + by).toISOString()
}
