/** What brought traffic, and the lines that were refused. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { RefusedLine } from '../rules/import/read-traffic.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

export type NewDelivery = {
  readonly deliveryId: string
  readonly queueId: string
  readonly way: 'file' | 'enquiries' | 'live'
  readonly fileName: string | null
  readonly contentHash: string | null
  readonly receivedAt: Date
  /** Nobody for what a program sent. */
  readonly personId: string | null
  readonly first: Date | null
  readonly last: Date | null
  readonly rows: number
  readonly added: number
  readonly changed: number
  readonly same: number
  readonly refused: readonly RefusedLine[]
}

/** More than these are counted, not kept. */
const mostKept = 500

export async function insertDelivery({ organisationId }: Tenant, trx: Db, given: NewDelivery): Promise<void> {
  await trx
    .insertInto('plan_traffic_delivery')
    .values({
      organisation_id: organisationId,
      delivery_id: given.deliveryId,
      queue_id: given.queueId,
      way: given.way,
      file_name: given.fileName,
      content_hash: given.contentHash,
      received_at: given.receivedAt,
      person_id: given.personId,
      first_at: given.first,
      last_at: given.last,
      rows_read: given.rows,
      intervals_new: given.added,
      intervals_changed: given.changed,
      intervals_same: given.same,
      rows_refused: given.refused.length,
      keeps_replaced: given.way !== 'live',
    })
    .execute()
  const kept = given.refused.slice(0, mostKept)
  if (kept.length === 0) return
  await trx
    .insertInto('plan_traffic_refusal')
    .values(
      kept.map(({ line, reason, params }, at) => ({
        organisation_id: organisationId,
        delivery_id: given.deliveryId,
        refusal_number: at + 1,
        line,
        reason,
        params: JSON.stringify(params),
      })),
    )
    .execute()
}

export type StoredDelivery = Omit<NewDelivery, 'refused' | 'personId' | 'queueId' | 'contentHash'> & {
  readonly person: string | null
  readonly refused: number
  readonly undoneAt: Date | null
  /** Whether it is the last that stands of those that can be taken back. */
  readonly canUndo: boolean
  readonly lines: readonly RefusedLine[]
}

/** What a system sends through a day is counts as they are known by then, and not taken back. */
const lastStanding = (organisationId: string, queueId: string) => sql`
  select delivery_id from plan_traffic_delivery
  where organisation_id = ${organisationId} and queue_id = ${queueId} and way <> 'live' and undone_at is null
  order by received_at desc, delivery_id desc limit 1`

/** The latest first. */
export async function listDeliveries(
  { organisationId }: Tenant,
  db: Db,
  queueId: string,
): Promise<readonly StoredDelivery[]> {
  const { rows } = await sql<StoredDelivery>`
    select d.delivery_id as "deliveryId", d.way, d.file_name as "fileName", d.received_at as "receivedAt",
      p.name as person, d.first_at as first, d.last_at as last, d.rows_read as rows, d.intervals_new as added,
      d.intervals_changed as changed, d.intervals_same as same, d.rows_refused as refused,
      d.undone_at as "undoneAt", d.keeps_replaced
        and coalesce(d.delivery_id = (${lastStanding(organisationId, queueId)}), false) as "canUndo",
      coalesce((select jsonb_agg(jsonb_build_object('line', line, 'reason', reason, 'params', params)
        order by refusal_number) from plan_traffic_refusal r
        where r.organisation_id = d.organisation_id and r.delivery_id = d.delivery_id), '[]') as lines
    from plan_traffic_delivery d
      left join person p on p.organisation_id = d.organisation_id and p.person_id = d.person_id
    where d.organisation_id = ${organisationId} and d.queue_id = ${queueId}
    order by d.received_at desc, d.delivery_id desc limit 100`.execute(db)
  return rows
}

/** Which queue it belongs to, and whether it can be taken back now; undefined for one that is not there. */
export async function undoable(
  { organisationId }: Tenant,
  trx: Db,
  deliveryId: string,
): Promise<{ readonly queueId: string; readonly canUndo: boolean } | undefined> {
  const delivery = await trx
    .selectFrom('plan_traffic_delivery')
    .select(['queue_id as queueId', 'keeps_replaced as keeps'])
    .where('organisation_id', '=', organisationId)
    .where('delivery_id', '=', deliveryId)
    .executeTakeFirst()
  if (!delivery) return undefined
  const { rows } = await sql<{
    delivery_id: string
  }>`${lastStanding(organisationId, delivery.queueId)}`.execute(trx)
  return { queueId: delivery.queueId, canUndo: delivery.keeps && rows[0]?.delivery_id === deliveryId }
}

export async function markUndone(
  { organisationId, personId }: Scope,
  trx: Db,
  { deliveryId, now }: { readonly deliveryId: string; readonly now: Date },
): Promise<void> {
  await trx
    .updateTable('plan_traffic_delivery')
    .set({ undone_at: now, undone_by: personId })
    .where('organisation_id', '=', organisationId)
    .where('delivery_id', '=', deliveryId)
    .execute()
}

/** What a telephone system sends through a day is one delivery a day. */
export async function liveDelivery(
  { organisationId }: Tenant,
  trx: Db,
  { queueId, since }: { readonly queueId: string; readonly since: Date },
): Promise<string | undefined> {
  const row = await trx
    .selectFrom('plan_traffic_delivery')
    .select('delivery_id as id')
    .where('organisation_id', '=', organisationId)
    .where('queue_id', '=', queueId)
    .where('way', '=', 'live')
    .where('received_at', '>=', since)
    .executeTakeFirst()
  return row?.id
}

export async function addToDelivery(
  { organisationId }: Tenant,
  trx: Db,
  given: Pick<NewDelivery, 'deliveryId' | 'rows' | 'added' | 'changed' | 'same' | 'last'>,
): Promise<void> {
  await sql`update plan_traffic_delivery set rows_read = rows_read + ${given.rows},
      intervals_new = intervals_new + ${given.added}, intervals_changed = intervals_changed + ${given.changed},
      intervals_same = intervals_same + ${given.same}, last_at = greatest(last_at, ${given.last})
    where organisation_id = ${organisationId} and delivery_id = ${given.deliveryId}`.execute(trx)
}
