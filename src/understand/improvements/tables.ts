import type { Cause, ImprovementState, SuggestionState } from './rules/words.ts'

export type ImprovementEventKind = 'created' | 'changed' | 'moved' | 'noted'
export type SuggestionEventKind = 'reply' | 'improvement' | 'answer' | 'closed'

declare module '../../platform/database/index.ts' {
  interface Tables {
    improvement: {
      organisation_id: string
      improvement_id: string
      title: string
      cause: Cause
      hypothesis: string
      owner_id: string | null
      due_on: string | null
      expected_drop: number | null
      state: ImprovementState
      in_effect_from: string | null
      created_at: Date
      created_by: string
      changed_at: Date
    }
    improvement_topic: { organisation_id: string; improvement_id: string; topic_id: string }
    improvement_event: {
      organisation_id: string
      improvement_id: string
      event_id: string
      kind: ImprovementEventKind
      state: ImprovementState | null
      text: string
      at: Date
      person_id: string
    }
    suggestion: {
      organisation_id: string
      suggestion_id: string
      topic_id: string | null
      answer_id: string | null
      text: string
      sender_id: string
      sent_at: Date
      state: SuggestionState
      answered_at: Date | null
      closed_at: Date | null
      improvement_id: string | null
      changes_answer: boolean
    }
    suggestion_event: {
      organisation_id: string
      suggestion_id: string
      event_id: string
      kind: SuggestionEventKind
      text: string
      at: Date
      person_id: string
    }
  }
}
