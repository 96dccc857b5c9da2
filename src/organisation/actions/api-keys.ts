import { AppError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { inTransaction } from '../../platform/database/index.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import type { ApiKey } from '../contract.ts'
import type { ApiKeyScope } from '../rules/api-key-scopes.ts'
import { insertApiKey, listApiKeys, revokeApiKey, type StoredApiKey } from '../store/api-key-store.ts'
import { makeApiKey } from './api-key-token.ts'

export async function readApiKeys({ scope, db }: Context): Promise<{ items: ApiKey[] }> {
  return { items: (await listApiKeys(scope, db)).map(toContract) }
}

type Wanted = { readonly name: string; readonly scopes: readonly ApiKeyScope[] }

/** The answer holds the key itself, this once. */
export async function createApiKey(context: Context, { name, scopes }: Wanted) {
  const { scope, now } = context
  const made = makeApiKey(scope.organisationId)
  const apiKeyId = newId(now.getTime())
  return inTransaction(context.db, async (trx) => {
    const { hash: keyHash, hint } = made
    await insertApiKey(scope, trx, { apiKeyId, name, hint, keyHash, scopes: [...new Set(scopes)], now })
    const subject = { kind: 'apiKey', id: apiKeyId }
    await recordAudit(context, { action: 'apiKey.created', subject, detail: { name, scopes } }, trx)
    return { apiKey: await readOne(context, apiKeyId, trx), key: made.text }
  })
}

/** From now on the key opens nothing. Revoking twice is revoking once. @throws AppError not-found */
export async function closeApiKey(context: Context, { apiKeyId }: { apiKeyId: string }): Promise<ApiKey> {
  return inTransaction(context.db, async (trx) => {
    if (await revokeApiKey(context.scope, trx, apiKeyId, context.now)) {
      await recordAudit(context, { action: 'apiKey.revoked', subject: { kind: 'apiKey', id: apiKeyId } }, trx)
    }
    return readOne(context, apiKeyId, trx)
  })
}

async function readOne({ scope }: Context, apiKeyId: string, trx: Context['db']): Promise<ApiKey> {
  const found = (await listApiKeys(scope, trx)).find((key) => key.apiKeyId === apiKeyId)
  if (!found) throw new AppError('not-found')
  return toContract(found)
}

/** What the key that the request came with is, so that a program can be tried before it sends anything. */
export function describeOwnKey({ scope }: Context) {
  if (!scope.apiKey) throw new AppError('not-allowed')
  const { apiKeyId, name, scopes } = scope.apiKey
  return { apiKeyId, name, scopes: [...scopes] }
}

function toContract(key: StoredApiKey): ApiKey {
  return {
    ...key,
    scopes: [...key.scopes],
    createdAt: key.createdAt.toISOString(),
    lastUsedAt: key.lastUsedAt?.toISOString() ?? null,
    revokedAt: key.revokedAt?.toISOString() ?? null,
  }
}
