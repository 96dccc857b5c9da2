/** Answers kept for a day under the caller's key, so that a write that is sent twice is done once. */
import type { Db } from '../database/index.ts'

declare module '../database/index.ts' {
  interface Tables {
    idempotency_key: {
      organisation_id: string
      person_id: string
      idempotency_key: string
      fingerprint: string
      started_at: Date
      status: number | null
      content_type: string | null
      body: string | null
    }
  }
}

export type KeyOwner = { readonly organisationId: string; readonly personId: string; readonly key: string }

export type KeptAnswer = { readonly status: number; readonly contentType: string; readonly body: string }

export type Claim =
  | { readonly kind: 'mine' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'other-request' }
  | { readonly kind: 'answered'; readonly answer: KeptAnswer }

const keptMilliseconds = 24 * 60 * 60 * 1000
/** A request that has not answered for this long died with its server; the key may be used again. */
const busyMilliseconds = 60 * 1000

/** Takes the key for this request, or says what became of the first one. */
export async function claimKey(
  db: Db,
  owner: KeyOwner,
  { fingerprint, now }: { readonly fingerprint: string; readonly now: Date },
): Promise<Claim> {
  const row = {
    organisation_id: owner.organisationId,
    person_id: owner.personId,
    idempotency_key: owner.key,
    fingerprint,
    started_at: now,
    status: null,
    content_type: null,
    body: null,
  }
  const old = new Date(now.getTime() - keptMilliseconds)
  const dead = new Date(now.getTime() - busyMilliseconds)
  const claimed = await db
    .insertInto('idempotency_key')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'person_id', 'idempotency_key'])
        .doUpdateSet(row)
        .where((own) =>
          own.or([
            own('idempotency_key.started_at', '<', old),
            own.and([
              own('idempotency_key.status', 'is', null),
              own('idempotency_key.started_at', '<', dead),
            ]),
          ]),
        ),
    )
    .returning('fingerprint')
    .executeTakeFirst()
  return claimed ? { kind: 'mine' } : earlier(db, owner, fingerprint)
}

async function earlier(db: Db, owner: KeyOwner, fingerprint: string): Promise<Claim> {
  const row = await ownRow(db, owner).executeTakeFirst()
  if (!row) return { kind: 'busy' }
  if (row.fingerprint !== fingerprint) return { kind: 'other-request' }
  if (row.status === null) return { kind: 'busy' }
  return {
    kind: 'answered',
    answer: { status: row.status, contentType: row.content_type ?? 'application/json', body: row.body ?? '' },
  }
}

function ownRow(db: Db, owner: KeyOwner) {
  return db
    .selectFrom('idempotency_key')
    .selectAll()
    .where('organisation_id', '=', owner.organisationId)
    .where('person_id', '=', owner.personId)
    .where('idempotency_key', '=', owner.key)
}

export async function keepAnswer(db: Db, owner: KeyOwner, answer: KeptAnswer): Promise<void> {
  await db
    .updateTable('idempotency_key')
    .set({ status: answer.status, content_type: answer.contentType, body: answer.body })
    .where('organisation_id', '=', owner.organisationId)
    .where('person_id', '=', owner.personId)
    .where('idempotency_key', '=', owner.key)
    .execute()
}

/** The request failed through no fault of its own: the key may be tried again. */
export async function releaseKey(db: Db, owner: KeyOwner): Promise<void> {
  await db
    .deleteFrom('idempotency_key')
    .where('organisation_id', '=', owner.organisationId)
    .where('person_id', '=', owner.personId)
    .where('idempotency_key', '=', owner.key)
    .execute()
}

/** Answers of yesterday and before, of whatever organisation. */
export async function forgetOldKeys(db: Db, now: Date): Promise<void> {
  const old = new Date(now.getTime() - keptMilliseconds)
  await db.deleteFrom('idempotency_key').where('started_at', '<', old).execute()
}
