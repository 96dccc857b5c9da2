/** The rows of core answers, of their channel versions, and of how they are found and used. */
import type { Language } from '../../kernel/localized.ts'
import type { AnswerChannel, AnswerState, FactKind, FindPlace, UseAct } from './rules/answer-words.ts'

export type RevisionKind = 'written' | 'merged' | 'restored' | 'fact'

declare module '../../platform/database/index.ts' {
  interface Tables {
    answer: {
      organisation_id: string
      answer_id: string
      topic_id: string | null
      state: AnswerState
      revision: number
      agreed_revision: number | null
      agreed_at: Date | null
      owner_id: string | null
      created_at: Date
      created_by: string
      changed_at: Date
      changed_by: string
      stamp: number
    }
    answer_revision: {
      organisation_id: string
      answer_id: string
      revision: number
      kind: RevisionKind
      note: string
      content: unknown
      facts: unknown
      at: Date
      person_id: string
    }
    answer_fact: {
      organisation_id: string
      fact_id: string
      name: string
      kind: FactKind
      value: string
      changed_at: Date
      changed_by: string
    }
    answer_version: {
      organisation_id: string
      answer_id: string
      channel: AnswerChannel
      language: Language
      edit_number: number
      body: string
      approved_body: string | null
      core_revision: number | null
      core_stamp: string | null
      approved_at: Date | null
      approved_by: string | null
      changed_at: Date
      changed_by: string
    }
    answer_version_edit: {
      organisation_id: string
      answer_id: string
      channel: AnswerChannel
      language: Language
      edit_number: number
      kind: 'generated' | 'written' | 'approved'
      body: string
      at: Date
      person_id: string
    }
    answer_comment: {
      organisation_id: string
      answer_id: string
      comment_id: string
      channel: AnswerChannel | null
      quote: string | null
      text: string
      at: Date
      person_id: string
      resolved_at: Date | null
      resolved_by: string | null
      resolution: string | null
    }
    answer_sign_off: {
      organisation_id: string
      answer_id: string
      channel: AnswerChannel
      core_stamp: string
      revision: number
      at: Date
      person_id: string
    }
    answer_event: {
      organisation_id: string
      answer_id: string
      event_id: string
      kind: string
      revision: number
      detail: unknown
      at: Date
      person_id: string
    }
    answer_channel_owner: { organisation_id: string; channel: AnswerChannel; person_id: string }
    answer_settings: {
      organisation_id: string
      stamp: number
      open: boolean
      origins: string[]
      changed_at: Date
      changed_by: string | null
    }
    answer_use: {
      organisation_id: string
      day: string
      answer_id: string
      place: FindPlace
      act: UseAct
      times: number
    }
    answer_search_day: {
      organisation_id: string
      day: string
      place: FindPlace
      searches: number
      empty: number
      used: number
    }
    answer_search_miss: {
      organisation_id: string
      words: string
      query: string
      kind: 'empty' | 'unused'
      times: number
      first_on: string
      last_on: string
      settled_at: Date | null
      settled_by: string | null
      answer_id: string | null
    }
  }
}
