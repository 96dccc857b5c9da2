/** The way of a piece of feedback: received → answered → carried over or closed. */
import type { FeedbackEventKind, FeedbackState } from '../contract.ts'

export type Feedback = {
  readonly state: FeedbackState
  readonly wantsReply: boolean
  readonly replied: boolean
}

export type Step =
  | { readonly ok: true; readonly state: FeedbackState }
  | { readonly ok: false; readonly why: 'feedback-closed' | 'reply-first' | 'conflict' }

/**
 * The state after a step, or why it cannot be taken: nothing follows a closed one, what wanted a reply is not closed
 * without one, and nothing is carried over twice. A reply to what has been carried over leaves it there.
 *
 * Example: wanted a reply, none given, `closed` → refused, reply-first.
 */
export function stepOf({ state, wantsReply, replied }: Feedback, kind: FeedbackEventKind): Step {
  if (state === 'closed') return { ok: false, why: 'feedback-closed' }
  switch (kind) {
    case 'reply':
      return { ok: true, state: state === 'carried' ? 'carried' : 'answered' }
    case 'carried':
      return state === 'carried' ? { ok: false, why: 'conflict' } : { ok: true, state: 'carried' }
    case 'closed':
      return wantsReply && !replied ? { ok: false, why: 'reply-first' } : { ok: true, state: 'closed' }
  }
}

export function isWaiting({ state, wantsReply, replied }: Feedback): boolean {
  return wantsReply && !replied && state !== 'closed'
}

type Listed = Feedback & { readonly receivedAt: string }

/** What waits for a reply first, oldest at the top; then what nobody has looked at; then the rest, newest first. */
export function inOrderOfNeed<Item extends Listed>(items: readonly Item[]): Item[] {
  const need = (item: Item) => (isWaiting(item) ? 0 : item.state === 'received' ? 1 : 2)
  const byTime = (a: Item, b: Item) => (a.receivedAt < b.receivedAt ? -1 : 1)
  return items.toSorted((a, b) => need(a) - need(b) || (need(a) === 2 ? byTime(b, a) : byTime(a, b)))
}
