import type { AppealEventKind, AppealOutcome, Effect } from './contract.ts'

/** What a decision says beside its kind. */
export type EventDetail = {
  readonly outcome?: AppealOutcome
  readonly reasons?: string
  readonly excluded?: boolean
  readonly changes?: readonly StoredChange[]
  readonly effect?: Effect
  readonly codingId?: string
}
export type StoredChange = {
  readonly question: string
  readonly from: string | null
  readonly to: string | null
}

declare module '../../platform/database/index.ts' {
  interface Tables {
    appeal: {
      organisation_id: string
      edition_id: string
      appeal_id: string
      contact_id: string
      participant_id: string
      questions: readonly string[]
      grounds: string
      evidence: string | null
      made_at: Date
      made_by: string
    }
    appeal_file: {
      organisation_id: string
      edition_id: string
      appeal_id: string
      file_id: string
      name: string
      media_type: string
      bytes: number
      content: Buffer
      added_at: Date
      added_by: string
    }
    appeal_event: {
      organisation_id: string
      edition_id: string
      appeal_id: string
      event_id: string
      kind: AppealEventKind
      at: Date
      person_id: string
      detail: EventDetail
    }
    result_change: {
      organisation_id: string
      edition_id: string
      change_id: string
      contact_id: string
      participant_id: string
      appeal_id: string | null
      kind: 'appeal' | 'correction'
      outcome: AppealOutcome | 'corrected'
      answers: readonly StoredChange[]
      effect: Effect
      made_at: Date
      made_by: string
    }
  }
}
