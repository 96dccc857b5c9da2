/** Queues and when they are open. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { OpeningException, Queue } from '../rules/queue.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

export type StoredQueue = Queue & {
  readonly importProfile: unknown
  readonly inputsVersion: number
  readonly createdAt: Date
  readonly closedAt: Date | null
}

const columns = [
  'queue_id as id',
  'name',
  'channel',
  'kind',
  'interval_minutes as intervalMinutes',
  'opening',
  'skill',
  'import_profile as importProfile',
  'inputs_version as inputsVersion',
  'created_at as createdAt',
  'closed_at as closedAt',
] as const

/** The queues that are in use, in the order in which they were made. */
export async function listQueues(
  { organisationId }: Tenant,
  db: Db,
  { closed = false }: { readonly closed?: boolean } = {},
): Promise<StoredQueue[]> {
  let query = db
    .selectFrom('plan_queue')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .orderBy('created_at')
    .orderBy('queue_id')
  if (!closed) query = query.where('closed_at', 'is', null)
  return query.execute()
}

export function findQueue(
  { organisationId }: Tenant,
  db: Db,
  queueId: string,
): Promise<StoredQueue | undefined> {
  return db
    .selectFrom('plan_queue')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .where('queue_id', '=', queueId)
    .executeTakeFirst()
}

/** The queue, with everybody else who would change it waiting. */
export function lockQueue(
  { organisationId }: Tenant,
  trx: Db,
  queueId: string,
): Promise<StoredQueue | undefined> {
  return trx
    .selectFrom('plan_queue')
    .select(columns)
    .where('organisation_id', '=', organisationId)
    .where('queue_id', '=', queueId)
    .forUpdate()
    .executeTakeFirst()
}

export type QueueFields = Omit<Queue, 'id'>

export async function insertQueue(
  { organisationId, personId }: Scope,
  db: Db,
  { queueId, fields, now }: { readonly queueId: string; readonly fields: QueueFields; readonly now: Date },
): Promise<void> {
  await db
    .insertInto('plan_queue')
    .values({
      organisation_id: organisationId,
      queue_id: queueId,
      ...rowOf(fields),
      import_profile: null,
      created_at: now,
      created_by: personId,
      changed_at: now,
      closed_at: null,
    })
    .execute()
}

export async function updateQueue(
  { organisationId }: Tenant,
  db: Db,
  { queueId, fields, now }: { readonly queueId: string; readonly fields: QueueFields; readonly now: Date },
): Promise<void> {
  await db
    .updateTable('plan_queue')
    .set({ ...rowOf(fields), changed_at: now })
    .where('organisation_id', '=', organisationId)
    .where('queue_id', '=', queueId)
    .execute()
}

const rowOf = ({ name, channel, kind, intervalMinutes, opening, skill }: QueueFields) => ({
  name,
  channel,
  kind,
  interval_minutes: intervalMinutes,
  opening: JSON.stringify(opening),
  skill,
})

/** A closed queue keeps its traffic; opened again, it is as it was. */
export async function setClosed(
  { organisationId }: Tenant,
  db: Db,
  { queueId, closedAt }: { readonly queueId: string; readonly closedAt: Date | null },
): Promise<void> {
  await db
    .updateTable('plan_queue')
    .set({ closed_at: closedAt })
    .where('organisation_id', '=', organisationId)
    .where('queue_id', '=', queueId)
    .execute()
}

export async function saveImportProfile(
  { organisationId }: Tenant,
  db: Db,
  { queueId, profile }: { readonly queueId: string; readonly profile: unknown },
): Promise<void> {
  await db
    .updateTable('plan_queue')
    .set({ import_profile: JSON.stringify(profile) })
    .where('organisation_id', '=', organisationId)
    .where('queue_id', '=', queueId)
    .execute()
}

/** Something that forecasts are made from has changed: of these queues, or of all. */
export async function inputsChanged(
  { organisationId }: Tenant,
  db: Db,
  queueIds: readonly string[] = [],
): Promise<void> {
  await sql`update plan_queue set inputs_version = inputs_version + 1
    where organisation_id = ${organisationId}
      ${queueIds.length === 0 ? sql`` : sql`and queue_id = any(${[...queueIds]}::uuid[])`}`.execute(db)
}

export async function listExceptions(
  { organisationId }: Tenant,
  db: Db,
  queueId: string,
): Promise<OpeningException[]> {
  return db
    .selectFrom('plan_opening_exception')
    .select(['day', 'spans', 'reason'])
    .where('organisation_id', '=', organisationId)
    .where('queue_id', '=', queueId)
    .orderBy('day')
    .execute()
}

export async function saveException(
  { organisationId }: Tenant,
  db: Db,
  { queueId, exception }: { readonly queueId: string; readonly exception: OpeningException },
): Promise<void> {
  const spans = JSON.stringify(exception.spans)
  const { reason } = exception
  await db
    .insertInto('plan_opening_exception')
    .values({ organisation_id: organisationId, queue_id: queueId, day: exception.day, spans, reason })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'queue_id', 'day']).doUpdateSet({ spans, reason }),
    )
    .execute()
}

export async function removeException(
  { organisationId }: Tenant,
  db: Db,
  { queueId, day }: { readonly queueId: string; readonly day: string },
): Promise<boolean> {
  const row = await db
    .deleteFrom('plan_opening_exception')
    .where('organisation_id', '=', organisationId)
    .where('queue_id', '=', queueId)
    .where('day', '=', day)
    .returning('day')
    .executeTakeFirst()
  return row !== undefined
}
