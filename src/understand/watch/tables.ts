import type { EnquiryChannel } from '../intake/rules/enquiry-words.ts'
import type { AlarmKind, AlarmState } from './rules/kinds.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    watch_day: { organisation_id: string; day: string; looked_at: Date; series: number }
    watch_alarm: {
      organisation_id: string
      alarm_id: string
      kind: AlarmKind
      subject: string
      topic_id: string | null
      channel: EnquiryChannel | null
      source_id: string | null
      answer_id: string | null
      first_day: string
      last_day: string
      figures: unknown
      state: AlarmState
      note: string
      raised_at: Date
      settled_at: Date | null
      settled_by: string | null
    }
    watch_alarm_text: { organisation_id: string; alarm_id: string; text_key: string }
    alert_subscription: {
      organisation_id: string
      subscription_id: string
      person_id: string
      way: 'email' | 'webhook'
      url: string | null
      secret: Buffer | null
      kinds: AlarmKind[]
      created_at: Date
      ended_at: Date | null
    }
    alert_delivery: {
      organisation_id: string
      delivery_id: string
      subscription_id: string
      body: unknown
      state: 'waiting' | 'sent' | 'failed'
      attempts: number
      outcome: string | null
      created_at: Date
      tried_at: Date | null
    }
  }
}
