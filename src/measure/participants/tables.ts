/** The rows of participants, their choices, their people and the checks of their pages. */
import type { Found, Relationship, Variant } from './contract.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    participant: {
      organisation_id: string
      edition_id: string
      participant_id: string
      name: string
      class: string
      website: string | null
      variant: Variant
      relationship: Relationship
      phone: string | null
      email: string | null
      contact_form: string | null
      chat: string | null
      messenger: string | null
      channels_confirmed_at: Date | null
      channels_confirmed_by: string | null
      channels_note: string | null
      withdrawn_at: Date | null
      created_at: Date
      changed_at: Date
    }
    competitor_choice: {
      organisation_id: string
      edition_id: string
      participant_id: string
      competitor_id: string
    }
    participant_person: {
      organisation_id: string
      edition_id: string
      participant_id: string
      person_id: string
    }
    channel_check: {
      organisation_id: string
      edition_id: string
      participant_id: string
      round: number
      checked_at: Date
      source: string
      outcome: 'read' | 'refused' | 'failed'
      found: Found
      /** Why it was not read: a key such as `robots`. */
      note: string | null
      screenshot: Buffer | null
    }
  }
}
