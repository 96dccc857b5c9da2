/** Totals of sources and channels, from the deliveries and from the enquiries themselves. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { EnquiryChannel } from '../rules/enquiry-words.ts'
import type { BatchState } from '../tables.ts'
import type { BatchCounts } from './batch-store.ts'

export type DeliveryTotals = BatchCounts & {
  readonly batches: number
  readonly masked: Readonly<Record<string, number>>
  readonly last: { readonly batchId: string; readonly at: Date; readonly state: BatchState }
}

/** What the deliveries of each source say they did, and the last one of each. */
export async function totalsOfDeliveries(scope: Scope, db: Db): Promise<ReadonlyMap<string, DeliveryTotals>> {
  const { rows } = await sql<{
    source_id: string
    batches: number
    read: number
    landed: number
    known: number
    changed: number
    refused: number
    contacts: number
    masked: Record<string, number>
    batch_id: string
    received_at: Date
    state: BatchState
  }>`
    with totals as (
      select source_id, count(*)::integer as batches, sum(rows_read)::bigint as read, sum(rows_landed)::bigint as landed,
        sum(rows_known)::bigint as known, sum(rows_changed)::bigint as changed, sum(rows_refused)::bigint as refused,
        sum(contacts_landed) as contacts
      from intake_batch where organisation_id = ${scope.organisationId} group by source_id
    ), kinds as (
      select source_id, key, sum(value::bigint)::bigint as number
      from intake_batch, jsonb_each_text(masked)
      where organisation_id = ${scope.organisationId} group by source_id, key
    ), latest as (
      select distinct on (source_id) source_id, batch_id, received_at, state from intake_batch
      where organisation_id = ${scope.organisationId} order by source_id, received_at desc, batch_id desc
    )
    select totals.*, latest.batch_id, latest.received_at, latest.state,
      coalesce((select jsonb_object_agg(key, number) from kinds where kinds.source_id = totals.source_id), '{}') as masked
    from totals join latest using (source_id)`.execute(db)
  return new Map(
    rows.map(({ source_id, batch_id: batchId, received_at: at, state, ...totals }) => [
      source_id,
      { ...totals, last: { batchId, at, state } },
    ]),
  )
}

export type StoredTotals = {
  readonly sourceId: string
  readonly channel: EnquiryChannel
  readonly rows: number
  readonly contacts: number
  readonly withText: number
  readonly countOnly: number
  readonly from: string
  readonly to: string
}

/** What is stored, by source and channel. A leg is a row, and no contact of its own. */
export async function totalsOfEnquiries(scope: Scope, db: Db): Promise<readonly StoredTotals[]> {
  const { rows } = await sql<StoredTotals>`
    select source_id as "sourceId", channel, count(*)::integer as rows,
      coalesce(sum(weight) filter (where leg_of is null), 0) as contacts,
      count(text)::integer as "withText",
      coalesce(sum(weight) filter (where leg_of is null and text_key is null), 0) as "countOnly",
      min(started_on) as "from", max(started_on) as "to"
    from enquiry where organisation_id = ${scope.organisationId}
    group by source_id, channel order by source_id, channel`.execute(db)
  return rows
}
