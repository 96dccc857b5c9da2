/** The rows of sources, of what they delivered, and of every enquiry. */
import type { EnquiryChannel, EnquiryLanguage } from './rules/enquiry-words.ts'

export type BatchState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'

/** Has a value of its own where none is given. */
type Defaulted<T> = { __select__: T; __insert__: T | undefined; __update__: T }

declare module '../../platform/database/index.ts' {
  interface Tables {
    intake_source: {
      organisation_id: string
      source_id: string
      name: string
      reader: string
      contact_definition: string
      profile: unknown
      created_at: Date
      created_by: string
      changed_at: Date
      retired_at: Date | null
      channel: Defaulted<EnquiryChannel | null>
      retention_months: Defaulted<number | null>
    }
    intake_batch: {
      organisation_id: string
      batch_id: string
      source_id: string
      file_name: string | null
      content_hash: string | null
      state: BatchState
      job_id: string | null
      person_id: string | null
      received_at: Date
      finished_at: Date | null
      rows_read: number
      rows_landed: number
      rows_known: number
      rows_changed: number
      rows_refused: number
      contacts_landed: number
      masked: unknown
      error: string | null
      upload_id: Defaulted<string | null>
    }
    intake_refusal: {
      organisation_id: string
      batch_id: string
      refusal_number: number
      line: number | null
      path: string | null
      reason: string
      params: unknown
    }
    enquiry: {
      organisation_id: string
      enquiry_id: string
      source_id: string
      source_record_id: string
      batch_id: string
      contact_id: string | null
      leg_of: string | null
      channel: EnquiryChannel
      direction: 'in' | 'out'
      started_at: Date
      started_on: string
      customer_key: string | null
      text: string | null
      text_key: string | null
      agent_text: string | null
      reason_code: string | null
      queue: string | null
      wait_seconds: number | null
      handle_seconds: number | null
      transfers: number | null
      outcome: string | null
      resolved: boolean | null
      tried_self_service: boolean | null
      csat: number | null
      weight: number
      language: EnquiryLanguage | null
      record_state: Defaulted<string>
      text_removed_at: Defaulted<Date | null>
    }
    intake_upload: {
      organisation_id: string
      upload_id: string
      person_id: string
      file_name: string
      size_bytes: number
      parts: number
      created_at: Date
    }
    intake_upload_part: { organisation_id: string; upload_id: string; part_number: number; bytes: Buffer }
    intake_secret: { organisation_id: string; customer_secret: Buffer; created_at: Date }
    intake_mailbox: {
      organisation_id: string
      source_id: string
      host: string
      port: number
      security: 'tls' | 'starttls' | 'none'
      user_name: string
      password: Buffer
      folder: string
      every_minutes: number
      uid_validity: number | null
      last_uid: number
      next_fetch_at: Date
      last_fetch_at: Date | null
      last_error: string | null
    }
    intake_tally_press: {
      organisation_id: string
      press_id: string
      source_id: string
      reason_code: string
      pressed_at: Date
      person_id: string
      undone: boolean
    }
  }
}
