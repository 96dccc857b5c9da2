import type {
  BriefingQuestion,
  ConflictKind,
  DayHours,
  ObserverProfile,
  QualificationStatus,
  Rates,
} from './contract.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    observer_profile: {
      organisation_id: string
      observer_id: string
      region: string
      languages: ObserverProfile['languages']
      channels: ObserverProfile['channels']
      hours: DayHours[]
      changed_at: Date
      changed_by: string
    }
    observer_qualification: {
      organisation_id: string
      observer_id: string
      qualification_id: string
      status: QualificationStatus
      since: string
      note: string
      set_at: Date
      set_by: string
    }
    observer_conflict: {
      organisation_id: string
      observer_id: string
      conflict_id: string
      participant_name: string
      kind: ConflictKind
      note: string
      declared_at: Date
      declared_by: string | null
      ended_at: Date | null
      ended_by: string | null
    }
    briefing_test: {
      organisation_id: string
      edition_id: string
      revision: number
      questions: BriefingQuestion[] | null
      pass_mark: number
      required: boolean
      saved_at: Date
      saved_by: string
    }
    briefing_attempt: {
      organisation_id: string
      edition_id: string
      attempt_id: string
      observer_id: string
      questions: BriefingQuestion[]
      pass_mark: number
      started_at: Date
    }
    briefing_answer: {
      organisation_id: string
      edition_id: string
      attempt_id: string
      question_id: string
      option_id: string
      is_right: boolean
      answered_at: Date
    }
    payment_rates: {
      organisation_id: string
      edition_id: string
      revision: number
      rates: Rates
      saved_at: Date
      saved_by: string
    }
    payment_extra: {
      organisation_id: string
      edition_id: string
      extra_id: string
      observer_id: string
      kind: 'extra' | 'correction'
      amount_ore: number
      text: string
      on_date: string
      contact_id: string | null
      made_at: Date
      made_by: string
    }
    payment_run: {
      organisation_id: string
      edition_id: string
      run_id: string
      number: number
      paid_on: string
      until: string
      rates_revision: number
      note: string
      made_at: Date
      made_by: string
    }
    payment_line: {
      organisation_id: string
      edition_id: string
      line_id: string
      run_id: string
      observer_id: string
      contact_id: string | null
      extra_id: string | null
      amount_ore: number
    }
  }
}
