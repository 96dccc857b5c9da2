/** Writing enquiries: many at a time, and the same record always to the same row. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { EnquiryChannel, EnquiryLanguage } from '../rules/enquiry-words.ts'
import '../tables.ts'

/** A row ready to be stored: masked, its customer a key, its ids made. The names are the table's own. */
export type PreparedRow = {
  readonly enquiry_id: string
  readonly source_record_id: string
  readonly contact_id: string | null
  readonly leg_of: string | null
  readonly channel: EnquiryChannel
  readonly direction: 'in' | 'out'
  /** ISO 8601. */
  readonly started_at: string
  readonly customer_key: string | null
  readonly text: string | null
  readonly text_key: string | null
  readonly agent_text: string | null
  readonly reason_code: string | null
  readonly queue: string | null
  readonly wait_seconds: number | null
  readonly handle_seconds: number | null
  readonly transfers: number | null
  readonly outcome: string | null
  readonly resolved: boolean | null
  readonly tried_self_service: boolean | null
  readonly csat: number | null
  readonly weight: number
  readonly language: EnquiryLanguage | null
  readonly record_state: string
}

export type Written = {
  readonly landed: number
  readonly changed: number
  readonly known: number
  readonly contacts: number
}

const columns = sql.raw(
  `enquiry_id, source_record_id, contact_id, leg_of, channel, direction, started_at, customer_key, text, text_key,
   agent_text, reason_code, queue, wait_seconds, handle_seconds, transfers, outcome, resolved, tried_self_service,
   csat, weight, language, record_state`,
)
const typed = sql.raw(
  `enquiry_id uuid, source_record_id text, contact_id text, leg_of text, channel text, direction text,
   started_at timestamptz, customer_key text, text text, text_key uuid, agent_text text, reason_code text, queue text,
   wait_seconds integer, handle_seconds integer, transfers integer, outcome text, resolved boolean,
   tried_self_service boolean, csat double precision, weight double precision, language text, record_state text`,
)
const replaced = sql.raw(
  `contact_id, leg_of, channel, direction, started_at, started_on, customer_key, text, text_key, agent_text,
   reason_code, queue, wait_seconds, handle_seconds, transfers, outcome, resolved, tried_self_service, csat, weight,
   language, record_state`
    .split(',')
    .map((name) => `${name.trim()} = excluded.${name.trim()}`)
    .join(', '),
)

/**
 * Inserts what is new and replaces what is there in a lesser state; the source is locked, so nobody else writes to
 * it meanwhile. A replaced row keeps the batch in which it first came. A row whose text was deleted stays as it is.
 * A leg of a contact is a row but no contact of its own.
 */
export async function writeEnquiries(
  scope: Scope,
  trx: Db,
  {
    sourceId,
    batchId,
    rows,
  }: {
    readonly sourceId: string
    readonly batchId: string
    readonly rows: readonly PreparedRow[]
  },
): Promise<Written> {
  const distinct = greatestStates(rows)
  if (distinct.length === 0) return { landed: 0, changed: 0, known: 0, contacts: 0 }
  const { organisationId } = scope
  const { rows: found } = await sql<Omit<Written, 'known'>>`
    with incoming as (
      select * from json_to_recordset(${JSON.stringify(distinct)}::json) as r(${typed})
    ), before as (
      select e.enquiry_id, case when e.leg_of is null then e.weight else 0 end as contacts from enquiry e
      where e.organisation_id = ${organisationId}::uuid and e.enquiry_id in (select enquiry_id from incoming)
    ), written as (
      insert into enquiry as e (organisation_id, source_id, batch_id, started_on, ${columns})
      select ${organisationId}::uuid, ${sourceId}::uuid, ${batchId}::uuid,
        (started_at at time zone 'Europe/Oslo')::date, ${columns}
      from incoming
      on conflict (organisation_id, enquiry_id) do update set ${replaced}
      where e.record_state < excluded.record_state and e.text_removed_at is null
      returning e.enquiry_id, case when e.leg_of is null then e.weight else 0 end as contacts
    )
    select count(*) filter (where before.enquiry_id is null)::integer as landed,
      count(*) filter (where before.enquiry_id is not null)::integer as changed,
      coalesce(sum(written.contacts - coalesce(before.contacts, 0)), 0)::double precision as contacts
    from written left join before using (enquiry_id)`.execute(trx)
  const { landed, changed, contacts } = found[0]!
  return { landed, changed, contacts, known: rows.length - landed - changed }
}

/** One row a record: two states of it in one delivery are one, and the greater stays. */
function greatestStates(rows: readonly PreparedRow[]): readonly PreparedRow[] {
  const greatest = new Map<string, PreparedRow>()
  for (const row of rows) {
    const other = greatest.get(row.enquiry_id)
    if (!other || other.record_state < row.record_state) greatest.set(row.enquiry_id, row)
  }
  return greatest.size === rows.length ? rows : [...greatest.values()]
}
