/** The rows of feedback, of its open links, and of what the next edition must settle. */
import type { Language } from '../../kernel/localized.ts'
import type {
  FeedbackEventKind,
  FeedbackSource,
  FeedbackState,
  FeedbackTopic,
  PreparationSource,
  PreparationState,
} from './contract.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    feedback_link: {
      organisation_id: string
      edition_id: string
      participant_id: string
      token_hash: string
      created_at: Date
      created_by: string
    }
    feedback: {
      organisation_id: string
      edition_id: string
      feedback_id: string
      source: FeedbackSource
      participant_id: string | null
      person_id: string | null
      topic: FeedbackTopic
      text: string
      wants_reply: boolean
      reply_address: string | null
      language: Language
      receipt_hash: string | null
      received_at: Date
      state: FeedbackState
    }
    feedback_event: {
      organisation_id: string
      edition_id: string
      feedback_id: string
      event_id: string
      kind: FeedbackEventKind
      text: string
      at: Date
      person_id: string
    }
    preparation_item: {
      organisation_id: string
      edition_id: string
      item_id: string
      title: string
      detail: string
      source: PreparationSource
      source_id: string | null
      owner_id: string | null
      due_on: string | null
      state: PreparationState
      reason: string | null
      settled_in: string | null
      settled_at: Date | null
      settled_by: string | null
      created_at: Date
      created_by: string
      changed_at: Date
    }
  }
}
