import { sql } from 'kysely'
import type { Db } from '../../platform/database/index.ts'
import type { ApiKeyScope } from '../rules/api-key-scopes.ts'
import type { Scope } from '../scope.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    api_key: {
      organisation_id: string
      api_key_id: string
      name: string
      key_hash: string
      hint: string
      scopes: ApiKeyScope[]
      created_at: Date
      created_by: string
      last_used_at: Date | null
      revoked_at: Date | null
    }
  }
}

export type StoredApiKey = {
  readonly apiKeyId: string
  readonly name: string
  readonly hint: string
  readonly scopes: readonly ApiKeyScope[]
  readonly createdAt: Date
  readonly createdBy: { readonly personId: string; readonly name: string }
  readonly lastUsedAt: Date | null
  readonly revokedAt: Date | null
}

export type NewApiKey = Pick<StoredApiKey, 'apiKeyId' | 'name' | 'hint' | 'scopes'> & {
  readonly keyHash: string
  readonly now: Date
}

export async function insertApiKey(scope: Scope, db: Db, key: NewApiKey): Promise<void> {
  await db
    .insertInto('api_key')
    .values({
      organisation_id: scope.organisationId,
      api_key_id: key.apiKeyId,
      name: key.name,
      key_hash: key.keyHash,
      hint: key.hint,
      scopes: [...key.scopes],
      created_at: key.now,
      created_by: scope.personId,
      last_used_at: null,
      revoked_at: null,
    })
    .execute()
}

/** Newest first. */
export async function listApiKeys(scope: Scope, db: Db): Promise<readonly StoredApiKey[]> {
  const rows = await db
    .selectFrom('api_key as key')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'key.organisation_id')
        .onRef('person.person_id', '=', 'key.created_by'),
    )
    .selectAll('key')
    .select('person.name as person_name')
    .where('key.organisation_id', '=', scope.organisationId)
    .orderBy('api_key_id', 'desc')
    .execute()
  return rows.map((row) => ({
    apiKeyId: row.api_key_id,
    name: row.name,
    hint: row.hint,
    scopes: row.scopes,
    createdAt: row.created_at,
    createdBy: { personId: row.created_by, name: row.person_name },
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  }))
}

/** Closes the key; false when it is not there or closed already. */
export async function revokeApiKey(scope: Scope, db: Db, apiKeyId: string, now: Date): Promise<boolean> {
  const done = await db
    .updateTable('api_key')
    .set({ revoked_at: now })
    .where('organisation_id', '=', scope.organisationId)
    .where('api_key_id', '=', apiKeyId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

/** What a program has in hand: the organisation and the hash of the key stand in for a scope. For the gate only. */
export type ApiKeyProof = { readonly organisationId: string; readonly keyHash: string }

/** The open key with this hash; undefined for one that is unknown or revoked. */
export async function findOpenApiKey(db: Db, proof: ApiKeyProof) {
  const row = await db
    .selectFrom('api_key')
    .select(['api_key_id', 'name', 'scopes'])
    .where('organisation_id', '=', proof.organisationId)
    .where('key_hash', '=', proof.keyHash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return row && { apiKeyId: row.api_key_id, name: row.name, scopes: row.scopes }
}

/** Notes that the key is in use; a busy program does not cost a write each time. */
export async function noteApiKeyUse(db: Db, proof: ApiKeyProof, now: Date): Promise<void> {
  await db
    .updateTable('api_key')
    .set({ last_used_at: now })
    .where('organisation_id', '=', proof.organisationId)
    .where('key_hash', '=', proof.keyHash)
    .where((row) =>
      row.or([
        row('last_used_at', 'is', null),
        row('last_used_at', '<', sql<Date>`${now}::timestamptz - interval '1 minute'`),
      ]),
    )
    .execute()
}
