/** The rows of queues, of contacts per interval, of what moves them, and of kept forecasts. */
import type { EnquiryChannel } from '../../understand/intake/rules/enquiry-words.ts'
import type { EventCategory } from './rules/event-words.ts'
import type { Report } from './rules/make-forecast.ts'
import type { IntervalMinutes, OpeningSpan, OpeningWeek, QueueKind } from './rules/queue.ts'

/** Has a value of its own where none is given. */
type Defaulted<T> = { __select__: T; __insert__: T | undefined; __update__: T }

declare module '../../platform/database/index.ts' {
  interface Tables {
    plan_queue: {
      organisation_id: string
      queue_id: string
      name: string
      channel: EnquiryChannel
      kind: QueueKind
      interval_minutes: IntervalMinutes
      opening: { __select__: OpeningWeek; __insert__: string; __update__: string }
      skill: string
      import_profile: { __select__: unknown; __insert__: string | null; __update__: string | null }
      inputs_version: Defaulted<number>
      created_at: Date
      created_by: string
      changed_at: Date
      closed_at: Date | null
    }
    plan_opening_exception: {
      organisation_id: string
      queue_id: string
      day: string
      spans: { __select__: readonly OpeningSpan[]; __insert__: string; __update__: string }
      reason: string
    }
    plan_traffic_delivery: {
      organisation_id: string
      delivery_id: string
      queue_id: string
      way: 'file' | 'enquiries' | 'live'
      file_name: string | null
      content_hash: string | null
      received_at: Date
      person_id: string | null
      first_at: Date | null
      last_at: Date | null
      rows_read: number
      intervals_new: number
      intervals_changed: number
      intervals_same: number
      rows_refused: number
      keeps_replaced: Defaulted<boolean>
      undone_at: Defaulted<Date | null>
      undone_by: Defaulted<string | null>
    }
    plan_traffic_replaced: {
      organisation_id: string
      delivery_id: string
      starts_at: Date
      offered: number
      handled: number | null
      abandoned: number | null
      handle_seconds: number | null
      wait_seconds: number | null
      answered_within: number | null
      replaced_delivery_id: string | null
    }
    plan_traffic_refusal: {
      organisation_id: string
      delivery_id: string
      refusal_number: number
      line: number
      reason: string
      params: { __select__: Record<string, string | number>; __insert__: string; __update__: string }
    }
    plan_traffic: {
      organisation_id: string
      queue_id: string
      starts_at: Date
      day: string
      offered: number
      handled: number | null
      abandoned: number | null
      handle_seconds: number | null
      wait_seconds: number | null
      answered_within: number | null
      concurrent: number | null
      delivery_id: string | null
    }
    plan_day_mark: {
      organisation_id: string
      queue_id: string
      day: string
      reason: string
      marked_at: Date
      marked_by: string
    }
    plan_event_kind: {
      organisation_id: string
      kind_id: string
      name: string
      category: EventCategory
      lag_from: number
      queue_ids: string[]
      created_at: Date
      closed_at: Date | null
    }
    plan_event: {
      organisation_id: string
      event_id: string
      kind_id: string
      day: string
      size: number
      factor: number | null
      note: string
      created_at: Date
      created_by: string
    }
    plan_shock: {
      organisation_id: string
      shock_id: string
      queue_id: string
      day: string
      name: string
      multiplier: number
      multiplier_low: number | null
      multiplier_high: number | null
      half_life_days: number | null
      origin: 'found' | 'own'
      state: 'proposed' | 'accepted' | 'dismissed'
      changed_at: Date
      changed_by: string | null
    }
    plan_driver: {
      organisation_id: string
      driver_id: string
      name: string
      unit: string
      queue_ids: string[]
      scenario: 'low' | 'base' | 'high'
      beyond_seen: boolean
      lag_days: Defaulted<number>
      created_at: Date
      changed_at: Date
    }
    plan_driver_value: {
      organisation_id: string
      driver_id: string
      scenario: 'seen' | 'low' | 'base' | 'high'
      day: string
      value: number
    }
    plan_forecast: {
      organisation_id: string
      forecast_id: string
      queue_id: string
      made_at: Date
      from_day: string
      to_day: string
      cells_to: string
      method_version: string
      inputs_version: number
      report: { __select__: Report; __insert__: string; __update__: string }
    }
    plan_forecast_cell: {
      organisation_id: string
      forecast_id: string
      starts_at: Date
      mean: number
      lo95: number
      hi95: number
    }
    plan_forecast_day: {
      organisation_id: string
      forecast_id: string
      day: string
      mean: number
      lo95: number
      hi95: number
      cv: number
      parts: unknown
    }
  }
}
