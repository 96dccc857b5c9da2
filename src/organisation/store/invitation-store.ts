import type { Language } from '../../kernel/localized.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Role } from '../rules/roles.ts'
import type { Scope } from '../scope.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    invitation: {
      organisation_id: string
      invitation_id: string
      token_hash: string
      name: string
      email: string
      language: Language
      roles: Role[]
      invited_by: string
      created_at: Date
      expires_at: Date
      accepted_at: Date | null
      revoked_at: Date | null
    }
  }
}

export type StoredInvitation = {
  readonly invitationId: string
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly roles: readonly Role[]
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly acceptedAt: Date | null
  readonly revokedAt: Date | null
}

export async function insertInvitation(
  scope: Scope,
  db: Db,
  invitation: StoredInvitation & { readonly tokenHash: string },
): Promise<void> {
  await db
    .insertInto('invitation')
    .values({
      organisation_id: scope.organisationId,
      invitation_id: invitation.invitationId,
      token_hash: invitation.tokenHash,
      name: invitation.name,
      email: invitation.email,
      language: invitation.language,
      roles: [...invitation.roles],
      invited_by: scope.personId,
      created_at: invitation.createdAt,
      expires_at: invitation.expiresAt,
      accepted_at: null,
      revoked_at: null,
    })
    .execute()
}

/** Newest first. */
export async function listInvitations(scope: Scope, db: Db): Promise<readonly StoredInvitation[]> {
  const rows = await db
    .selectFrom('invitation')
    .selectAll()
    .where('organisation_id', '=', scope.organisationId)
    .orderBy('invitation_id', 'desc')
    .execute()
  return rows.map(toInvitation)
}

/** Withdraws it if it is still open; undefined when it is not there or not open. */
export async function revokeInvitation(scope: Scope, db: Db, invitationId: string, now: Date) {
  const row = await db
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('organisation_id', '=', scope.organisationId)
    .where('invitation_id', '=', invitationId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  return row && toInvitation(row)
}

export async function findInvitation(scope: Scope, db: Db, invitationId: string) {
  const row = await db
    .selectFrom('invitation')
    .selectAll()
    .where('organisation_id', '=', scope.organisationId)
    .where('invitation_id', '=', invitationId)
    .executeTakeFirst()
  return row && toInvitation(row)
}

/** What the holder of a link has in hand: the organisation and the hash of the secret stand in for a scope. */
export type InvitationKey = { readonly organisationId: string; readonly tokenHash: string }

export async function findInvitationByKey(db: Db, key: InvitationKey) {
  const row = await db
    .selectFrom('invitation')
    .innerJoin('organisation', 'organisation.organisation_id', 'invitation.organisation_id')
    .selectAll('invitation')
    .select('organisation.name as organisation_name')
    .where('invitation.organisation_id', '=', key.organisationId)
    .where('token_hash', '=', key.tokenHash)
    .executeTakeFirst()
  return row && { ...toInvitation(row), organisationName: row.organisation_name }
}

/** Uses the invitation up; false when somebody else has, or it was withdrawn meanwhile. */
export async function acceptInvitation(db: Db, key: InvitationKey, now: Date): Promise<boolean> {
  const done = await db
    .updateTable('invitation')
    .set({ accepted_at: now })
    .where('organisation_id', '=', key.organisationId)
    .where('token_hash', '=', key.tokenHash)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return done.numUpdatedRows > 0n
}

type Row = {
  readonly invitation_id: string
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly roles: Role[]
  readonly created_at: Date
  readonly expires_at: Date
  readonly accepted_at: Date | null
  readonly revoked_at: Date | null
}

function toInvitation(row: Row): StoredInvitation {
  return {
    invitationId: row.invitation_id,
    name: row.name,
    email: row.email,
    language: row.language,
    roles: row.roles,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    acceptedAt: row.accepted_at,
    revokedAt: row.revoked_at,
  }
}
