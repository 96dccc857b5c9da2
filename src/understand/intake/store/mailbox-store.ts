/** Mailboxes that are read now and then. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import '../tables.ts'

export type Mailbox = {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  readonly user: string
  /** Sealed. */
  readonly password: Buffer
  readonly folder: string
  readonly everyMinutes: number
}

export type StoredMailbox = Mailbox & {
  readonly sourceId: string
  readonly uidValidity: number | null
  readonly lastUid: number
  readonly lastFetchAt: Date | null
  readonly lastError: string | null
}

/** Another host, user or folder is read from its beginning. */
export async function saveMailbox(
  scope: Scope,
  db: Db,
  { sourceId, box, now }: { readonly sourceId: string; readonly box: Mailbox; readonly now: Date },
): Promise<void> {
  const columns = {
    host: box.host,
    port: box.port,
    security: box.security,
    user_name: box.user,
    password: box.password,
    folder: box.folder,
    every_minutes: box.everyMinutes,
    next_fetch_at: now,
    last_error: null,
  }
  await db
    .insertInto('intake_mailbox')
    .values({
      organisation_id: scope.organisationId,
      source_id: sourceId,
      ...columns,
      uid_validity: null,
      last_uid: 0,
      last_fetch_at: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'source_id']).doUpdateSet({
        ...columns,
        uid_validity: sql`case when (intake_mailbox.host, intake_mailbox.user_name, intake_mailbox.folder)
          = (excluded.host, excluded.user_name, excluded.folder) then intake_mailbox.uid_validity end`,
        last_uid: sql`case when (intake_mailbox.host, intake_mailbox.user_name, intake_mailbox.folder)
          = (excluded.host, excluded.user_name, excluded.folder) then intake_mailbox.last_uid else 0 end`,
      }),
    )
    .execute()
}

export async function findMailbox(
  scope: Scope,
  db: Db,
  sourceId: string,
): Promise<StoredMailbox | undefined> {
  return (await listMailboxes(scope, db)).find((box) => box.sourceId === sourceId)
}

export async function listMailboxes(scope: Scope, db: Db): Promise<readonly StoredMailbox[]> {
  const rows = await db
    .selectFrom('intake_mailbox')
    .selectAll()
    .where('organisation_id', '=', scope.organisationId)
    .execute()
  return rows.map((row) => ({
    sourceId: row.source_id,
    host: row.host,
    port: row.port,
    security: row.security,
    user: row.user_name,
    password: row.password,
    folder: row.folder,
    everyMinutes: row.every_minutes,
    uidValidity: row.uid_validity,
    lastUid: row.last_uid,
    lastFetchAt: row.last_fetch_at,
    lastError: row.last_error,
  }))
}

export type Fetched = {
  readonly sourceId: string
  readonly at: Date
  readonly uidValidity?: number
  readonly lastUid?: number
  /** What went wrong; null when nothing did. */
  readonly error: string | null
}

export async function noteFetch(scope: Scope, db: Db, fetched: Fetched): Promise<void> {
  await db
    .updateTable('intake_mailbox')
    .set({
      last_fetch_at: fetched.at,
      last_error: fetched.error,
      ...(fetched.uidValidity === undefined ? {} : { uid_validity: fetched.uidValidity }),
      ...(fetched.lastUid === undefined ? {} : { last_uid: fetched.lastUid }),
    })
    .where('organisation_id', '=', scope.organisationId)
    .where('source_id', '=', fetched.sourceId)
    .execute()
}

/** Takes the mailboxes of whatever organisation whose turn has come; any number of servers may ask at once. */
export async function takeDueMailboxes(db: Db, now: Date) {
  const { rows } = await sql<{ organisationId: string; sourceId: string }>`
    update intake_mailbox m set next_fetch_at = ${now}::timestamptz + make_interval(mins => m.every_minutes)
    from intake_source s
    where s.organisation_id = m.organisation_id and s.source_id = m.source_id and s.retired_at is null
      and m.next_fetch_at <= ${now}
    returning m.organisation_id as "organisationId", m.source_id as "sourceId"`.execute(db)
  return rows
}
