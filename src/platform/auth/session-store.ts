/** The open sessions of an account. better-auth writes them; here they are listed, ended and pointed elsewhere. */
import type { Db } from '../database/index.ts'

declare module '../database/index.ts' {
  interface Tables {
    sign_in_session: {
      id: string
      token: string
      user_id: string
      active_organisation_id: string | null
      expires_at: Date
      user_agent: string | null
      created_at: Date
      updated_at: Date
    }
  }
}

export type OpenSession = {
  readonly sessionId: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly userAgent: string | null
}

export async function openSessions(db: Db, userId: string, now: Date): Promise<readonly OpenSession[]> {
  const rows = await db
    .selectFrom('sign_in_session')
    .select(['id', 'created_at', 'updated_at', 'expires_at', 'user_agent'])
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map((row) => ({
    sessionId: row.id,
    createdAt: row.created_at,
    lastSeenAt: row.updated_at,
    expiresAt: row.expires_at,
    userAgent: row.user_agent,
  }))
}

/** Ends one session of the account; false when there is no such session of this account. */
export async function endSession(db: Db, userId: string, sessionId: string): Promise<boolean> {
  const done = await db
    .deleteFrom('sign_in_session')
    .where('user_id', '=', userId)
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return done.numDeletedRows > 0n
}

/** Ends every session of the account, or every one but the one that is kept. */
export async function endSessions(db: Db, userId: string, keptSessionId?: string): Promise<void> {
  await db
    .deleteFrom('sign_in_session')
    .where('user_id', '=', userId)
    .$if(keptSessionId !== undefined, (query) => query.where('id', '!=', keptSessionId!))
    .execute()
}

/** The session that better-auth has just opened under this token. */
export async function sessionOfToken(db: Db, token: string): Promise<string> {
  const row = await db
    .selectFrom('sign_in_session')
    .select('id')
    .where('token', '=', token)
    .executeTakeFirstOrThrow()
  return row.id
}

export async function setActiveOrganisation(
  db: Db,
  sessionId: string,
  organisationId: string,
): Promise<void> {
  await db
    .updateTable('sign_in_session')
    .set({ active_organisation_id: organisationId })
    .where('id', '=', sessionId)
    .execute()
}

/** Sessions that have run out by themselves. */
export async function forgetOldSessions(db: Db, now: Date): Promise<void> {
  await db.deleteFrom('sign_in_session').where('expires_at', '<', now).execute()
}
