import type { ChannelId } from '../edition/contract.ts'
import type { ContactState } from '../fieldwork/contract.ts'
import type { Amendments } from './rules/amendments.ts'
import type { Fairness } from './rules/fairness/report.ts'
import type { Move } from './rules/replan/moves.ts'

/** Planning makes and moves the rows of `contact`; fieldwork keeps their state. */
declare module '../../platform/database/index.ts' {
  interface Tables {
    observer: {
      organisation_id: string
      observer_id: string
      person_id: string | null
      name: string
      contacts_per_week: number
      active: boolean
      created_at: Date
    }
    observer_absence: {
      organisation_id: string
      observer_id: string
      from_date: string
      to_date: string
      reason: string
    }
    plan: {
      organisation_id: string
      edition_id: string
      revision: number
      made_at: Date
      made_by: string
      seed: string
      reason: string
      fairness: Fairness
      moves: readonly Move[]
      amendments: Amendments
    }
    contact: {
      organisation_id: string
      edition_id: string
      contact_id: string
      number: number
      participant_id: string
      channel: ChannelId
      date: string
      from_time: string
      to_time: string
      observer_id: string | null
      scenario: string
      state: ContactState
      due_at: Date | null
      excluded_reason: string | null
      changed_at: Date
    }
  }
}
