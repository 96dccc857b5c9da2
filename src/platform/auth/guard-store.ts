/** Failed attempts per account and per address, kept in the database so that every server sees the same count. */
import { createHash } from 'node:crypto'
import { type Db, inTransaction } from '../database/index.ts'
import { type Attempts, afterFailure, type LockOut, secondsLocked } from './lock-out.ts'

declare module '../database/index.ts' {
  interface Tables {
    sign_in_guard: { guard_key: string; failures: number; last_at: Date; locked_until: Date | null }
  }
}

export type Guarded = { readonly kind: 'account' | 'address'; readonly name: string; readonly rule: LockOut }

/**
 * Counts the attempt as failed before it is made, so that many at once cannot all pass; success takes it back.
 *
 * @returns seconds to wait (0: the attempt may be made)
 */
export async function countAttempt(db: Db, guarded: Guarded, now: Date): Promise<number> {
  const key = keyOf(guarded)
  return inTransaction(db, async (trx) => {
    const before = await lockRow(trx, key, now)
    const wait = secondsLocked(before, now)
    if (wait > 0) return wait
    const after = afterFailure(before, guarded.rule, now)
    await trx
      .updateTable('sign_in_guard')
      .set({ failures: after.failures, last_at: after.lastAt, locked_until: after.lockedUntil })
      .where('guard_key', '=', key)
      .execute()
    return 0
  })
}

async function lockRow(trx: Db, key: string, now: Date): Promise<Attempts | undefined> {
  await trx
    .insertInto('sign_in_guard')
    .values({ guard_key: key, failures: 0, last_at: now, locked_until: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await trx
    .selectFrom('sign_in_guard')
    .selectAll()
    .where('guard_key', '=', key)
    .forUpdate()
    .executeTakeFirst()
  return row && { failures: row.failures, lastAt: row.last_at, lockedUntil: row.locked_until }
}

/** The account has shown its password: its failures are forgotten. */
export async function forgetAttempts(db: Db, guarded: Guarded): Promise<void> {
  await db.deleteFrom('sign_in_guard').where('guard_key', '=', keyOf(guarded)).execute()
}

/** Takes back the one attempt that turned out well, and keeps the failures of others behind the same address. */
export async function takeBackAttempt(db: Db, guarded: Guarded): Promise<void> {
  await db
    .updateTable('sign_in_guard')
    .set((row) => ({ failures: row('failures', '-', 1), locked_until: null }))
    .where('guard_key', '=', keyOf(guarded))
    .where('failures', '>', 0)
    .execute()
}

/** Attempts that nobody would remember anyway. */
export async function forgetOldAttempts(db: Db, now: Date): Promise<void> {
  const old = new Date(now.getTime() - 24 * 60 * 60 * 1000)
  await db.deleteFrom('sign_in_guard').where('last_at', '<', old).execute()
}

function keyOf({ kind, name }: Guarded): string {
  return `${kind}:${createHash('sha256').update(name).digest('base64url')}`
}
