/** The rows of topics, of what is assigned to them, of people's decisions and of groupings. */
import type { TopicState } from './contract.ts'

type FitState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

declare module '../../platform/database/index.ts' {
  interface Tables {
    topic: {
      organisation_id: string
      topic_id: string
      parent_id: string | null
      name: string
      name_given: boolean
      state: TopicState
      gone_into: string | null
      unexplained: boolean
      created_at: Date
      created_by: string | null
      changed_at: Date
    }
    text_topic: {
      organisation_id: string
      text_key: string
      topic_id: string
      share: number
      certainty: number
      origin: 'group' | 'model' | 'person'
      unsure: boolean
      nearest: unknown
      assigned_at: Date
    }
    code_topic: {
      organisation_id: string
      source_id: string
      reason_code: string
      topic_id: string
      share: number
      origin: 'estimate' | 'person'
      assigned_at: Date
    }
    topic_decision: {
      organisation_id: string
      decision_number: number
      at: Date
      person_id: string
      kind: string
      body: unknown
      undoes: number | null
    }
    topic_fit: {
      organisation_id: string
      fit_id: string
      job_id: string | null
      state: FitState
      settings: unknown
      started_at: Date
      finished_at: Date | null
      person_id: string | null
      figures: unknown
      error: string | null
    }
    topic_decision_text: {
      organisation_id: string
      decision_number: number
      text_key: string
      topic_id: string
      share: number
      certainty: number
      origin: 'group' | 'model' | 'person'
      unsure: boolean
      nearest: unknown
    }
    topic_decision_topic: {
      organisation_id: string
      decision_number: number
      topic_id: string
      before: unknown
    }
    topic_suggestion: {
      organisation_id: string
      suggestion_id: string
      fit_id: string
      kind: 'merge' | 'split'
      topic_id: string
      other_id: string | null
      score: number
      reason: unknown
      state: 'open' | 'taken' | 'dismissed'
      settled_at: Date | null
      settled_by: string | null
    }
    topic_content: {
      organisation_id: string
      topic_id: string
      texts: number
      contacts: number
      confirmed: number
      unsure: number
      examples: string[]
    }
    enquiry_text: {
      organisation_id: string
      text_key: string
      text: string
      contacts: number
      channels: string[]
      first_at: Date
      last_at: Date
      familiarity: number | null
    }
    topic_model: { organisation_id: string; fit_id: string; part: string; bytes: Uint8Array }
    topic_move: {
      organisation_id: string
      fit_id: string
      move_number: number
      from_topic_id: string | null
      to_topic_id: string | null
      texts: number
      contacts: number
    }
  }
}
