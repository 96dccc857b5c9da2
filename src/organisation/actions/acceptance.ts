/** What the holder of an invitation's link can do: look at it, and accept it once. */
import { AppError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { ensureAccount, findAccount } from '../../platform/auth/index.ts'
import { inTransaction } from '../../platform/database/index.ts'
import { recordAudit } from '../audit.ts'
import type { SignInContext } from '../context.ts'
import type { Me } from '../contract.ts'
import { invitationState } from '../rules/invitation-state.ts'
import { mintScope } from '../scope.ts'
import { acceptInvitation, findInvitationByKey, type InvitationKey } from '../store/invitation-store.ts'
import { insertPerson, membershipsOf, type Person } from '../store/person-store.ts'
import { readInvitationToken } from './invitation-token.ts'
import { meAmong } from './me.ts'

/** @throws AppError invitation-unknown · invitation-closed with what became of it */
export async function lookAtInvitation({ db, now, auth }: SignInContext, { token }: { token: string }) {
  const { invitation } = await openInvitation({ db, now }, token)
  return {
    organisation: invitation.organisationName,
    name: invitation.name,
    email: invitation.email,
    language: invitation.language,
    roles: [...invitation.roles],
    hasAccount: (await auth.findAccount(invitation.email)) !== undefined,
  }
}

type Acceptance = { readonly token: string; readonly name: string; readonly password: string }

/**
 * Makes the person and signs in. An e-mail that has an account proves it with that account's password.
 *
 * @throws AppError invitation-unknown · invitation-closed · sign-in-failed · sign-in-locked
 */
export async function accept(context: SignInContext, acceptance: Acceptance): Promise<Me> {
  const { db, auth, now, arrival } = context
  const { key, invitation } = await openInvitation(context, acceptance.token)
  const { email, language, roles, invitationId } = invitation
  const credentials = { email, password: acceptance.password }
  const known = (await auth.findAccount(email)) !== undefined
  if (known) await auth.checkPassword(credentials, { ...arrival, now })
  const passwordHash = await auth.hashPassword(acceptance.password)
  const person: Person = {
    personId: newId(now.getTime()),
    name: acceptance.name,
    email,
    language,
    roles,
    active: true,
  }
  const userId = await join(context, { key, invitationId, person, passwordHash, known })
  const { cookies, sessionId } = await auth.signIn(credentials, { ...arrival, now })
  await auth.setActiveOrganisation(sessionId, key.organisationId)
  context.setCookies(cookies)
  return meAmong(await membershipsOf(db, userId), key.organisationId)
}

async function openInvitation({ db, now }: Pick<SignInContext, 'db' | 'now'>, token: string) {
  const key = readInvitationToken(token)
  const invitation = key && (await findInvitationByKey(db, key))
  if (!key || !invitation) throw new AppError('invitation-unknown')
  const state = invitationState(invitation, now)
  if (state !== 'open') throw new AppError('invitation-closed', { state })
  return { key, invitation }
}

type Joining = {
  readonly key: InvitationKey
  readonly invitationId: string
  readonly person: Person
  readonly passwordHash: string
  /** The account was there, and its password has been shown. */
  readonly known: boolean
}

/** Uses the invitation up and makes the account and the person, all or nothing. Answers the account. */
async function join(
  context: SignInContext,
  { key, person, passwordHash, invitationId, known }: Joining,
): Promise<string> {
  const { now, requestId } = context
  return inTransaction(context.db, async (trx) => {
    if (!(await acceptInvitation(trx, key, now)))
      throw new AppError('invitation-closed', { state: 'accepted' })
    // Somebody made the account since we looked: nobody has shown that password.
    if (!known && (await findAccount(trx, person.email))) throw new AppError('conflict')
    const userId = await ensureAccount(trx, { ...person, passwordHash })
    await insertPerson(trx, { ...person, organisationId: key.organisationId, userId, now })
    const scope = mintScope({ ...person, organisationId: key.organisationId }, 'session')
    if (!scope) throw new Error('a person who has just joined is active')
    const subject = { kind: 'invitation', id: invitationId }
    await recordAudit({ scope, db: trx, now, requestId }, { action: 'invitation.accepted', subject }, trx)
    return userId
  })
}
