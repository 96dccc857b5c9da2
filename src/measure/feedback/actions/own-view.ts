import type { OwnFeedback } from '../contract.ts'
import type { StoredEvent, StoredFeedback } from '../store/feedback-store.ts'

/** What a sender sees of the own feedback: what was said, the replies, and what came of it. No names. */
export function ownView(feedback: StoredFeedback, events: readonly StoredEvent[]): OwnFeedback {
  const { feedbackId, topic, text, wantsReply, state, receivedAt } = feedback
  return {
    topic,
    text,
    wantsReply,
    state,
    receivedAt: receivedAt.toISOString(),
    events: events
      .filter((event) => event.feedbackId === feedbackId)
      .map(({ kind, text: said, at }) => ({ kind, text: said, at: at.toISOString() })),
  }
}
