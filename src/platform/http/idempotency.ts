/**
 * `Idempotency-Key` on writes: the second request with the same key gets the first one's answer, unless it
 * asks for something else. Only answers that a retry would repeat are kept; a fault of ours is not.
 */
import { createHash } from 'node:crypto'
import { AppError } from '../../kernel/errors.ts'
import type { Db } from '../database/index.ts'
import { claimKey, type KeyOwner, keepAnswer, releaseKey } from './idempotency-store.ts'

export type IdempotentCall = {
  readonly db: Db
  readonly now: Date
  readonly request: Request
  readonly bytes: Uint8Array
  readonly owner: Omit<KeyOwner, 'key'>
}

/** The key of a write, if it has one. @throws AppError invalid-input for a key that is not 8 to 100 plain characters */
export function idempotencyKeyOf(request: Request): string | undefined {
  const key = request.headers.get('idempotency-key')
  if (key === null || request.method === 'GET' || request.method === 'HEAD') return undefined
  if (!/^[\w.:-]{8,100}$/.test(key)) {
    throw new AppError('invalid-input', {}, [{ code: 'invalid-format', path: 'Idempotency-Key' }])
  }
  return key
}

/** Answers from memory, or does the work once and remembers its answer. */
export async function answerOnce(
  call: IdempotentCall,
  key: string,
  work: () => Promise<Response>,
): Promise<Response> {
  const { db, now } = call
  const owner = { ...call.owner, key }
  const claim = await claimKey(db, owner, { fingerprint: fingerprintOf(call), now })
  switch (claim.kind) {
    case 'busy':
      throw new AppError('idempotency-key-busy', { seconds: 1 })
    case 'other-request':
      throw new AppError('idempotency-key-reused')
    case 'answered': {
      const { status, contentType, body } = claim.answer
      const headers = { 'content-type': contentType, 'idempotent-replayed': 'true' }
      return new Response(status === 204 ? null : body, { status, headers })
    }
    case 'mine':
      return remember(db, owner, await work())
  }
}

async function remember(db: Db, owner: KeyOwner, response: Response): Promise<Response> {
  const contentType = response.headers.get('content-type') ?? 'application/json'
  const repeatable = response.status < 500 && response.status !== 429 && contentType.includes('json')
  if (!repeatable) {
    await releaseKey(db, owner)
    return response
  }
  const body = await response.clone().text()
  await keepAnswer(db, owner, { status: response.status, contentType, body })
  return response
}

function fingerprintOf({ request, bytes }: IdempotentCall): string {
  const { pathname, search } = new URL(request.url)
  return createHash('sha256')
    .update(`${request.method} ${pathname}${search}\n`)
    .update(bytes)
    .digest('base64url')
}
