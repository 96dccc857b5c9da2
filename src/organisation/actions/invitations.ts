import { AppError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/localized.ts'
import { inTransaction } from '../../platform/database/index.ts'
import { recordAudit } from '../audit.ts'
import type { Context, SignInContext } from '../context.ts'
import type { Invitation } from '../contract.ts'
import { invitationLetter } from '../rules/invitation-letter.ts'
import { invitationDays, invitationState } from '../rules/invitation-state.ts'
import type { Role } from '../rules/roles.ts'
import {
  findInvitation,
  insertInvitation,
  listInvitations,
  revokeInvitation,
  type StoredInvitation,
} from '../store/invitation-store.ts'
import { getOrganisation } from '../store/organisation-store.ts'
import { findPersonByEmail } from '../store/person-store.ts'
import { makeInvitationToken } from './invitation-token.ts'

type Invited = {
  readonly name: string
  readonly email: string
  readonly language: Language
  readonly roles: readonly Role[]
}

export async function readInvitations({ scope, db, now }: Context): Promise<{ items: Invitation[] }> {
  return { items: (await listInvitations(scope, db)).map((invitation) => toContract(invitation, now)) }
}

/** @throws AppError already-member when the e-mail belongs to a person of the organisation */
export async function invite(context: Context & SignInContext, invited: Invited) {
  const { scope, db, now } = context
  const token = makeInvitationToken(scope.organisationId)
  const invitation: StoredInvitation = {
    ...invited,
    invitationId: newId(now.getTime()),
    createdAt: now,
    expiresAt: new Date(now.getTime() + invitationDays * 24 * 60 * 60 * 1000),
    acceptedAt: null,
    revokedAt: null,
  }
  await inTransaction(db, async (trx) => {
    if (await findPersonByEmail(scope, trx, invited.email)) throw new AppError('already-member')
    await insertInvitation(scope, trx, { ...invitation, tokenHash: token.hash })
    const subject = { kind: 'invitation', id: invitation.invitationId }
    await recordAudit(
      context,
      { action: 'invitation.created', subject, detail: { roles: invited.roles } },
      trx,
    )
  })
  const link = `${context.publicUrl}/invitation/${token.text}`
  const { name: organisation } = await getOrganisation(scope, db)
  const letter = invitationLetter(invited.language, { name: invited.name, organisation, link })
  await context.mail.sendMail({ to: invited.email, ...letter })
  return { invitation: toContract(invitation, now), link }
}

/** @throws AppError not-found · invitation-closed when it has been accepted or withdrawn before */
export async function withdrawInvitation(context: Context, { invitationId }: { invitationId: string }) {
  const { scope, now } = context
  return inTransaction(context.db, async (trx) => {
    const revoked = await revokeInvitation(scope, trx, invitationId, now)
    if (!revoked) {
      const there = await findInvitation(scope, trx, invitationId)
      throw there
        ? new AppError('invitation-closed', { state: invitationState(there, now) })
        : new AppError('not-found')
    }
    const subject = { kind: 'invitation', id: invitationId }
    await recordAudit(context, { action: 'invitation.revoked', subject }, trx)
    return toContract(revoked, now)
  })
}

function toContract(invitation: StoredInvitation, now: Date): Invitation {
  const { invitationId, name, email, language } = invitation
  return {
    invitationId,
    name,
    email,
    language,
    roles: [...invitation.roles],
    state: invitationState(invitation, now),
    createdAt: invitation.createdAt.toISOString(),
    expiresAt: invitation.expiresAt.toISOString(),
  }
}
