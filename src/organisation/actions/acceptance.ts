/** What the holder of an invitation's link can do: look at it, and accept it once. */
import { AppError } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
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
  const credentials = { email: invitation.email, password: acceptance.password }
  const userId = await accountFor(context, { ...credentials, name: acceptance.name })
  const { email, language, roles } = invitation
  const person: Person = {
    personId: newId(now.getTime()),
    name: acceptance.name,
    email,
    language,
    roles,
    active: true,
  }
  await join(context, { key, person, userId, invitationId: invitation.invitationId })
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

async function accountFor(
  { auth, arrival, now }: SignInContext,
  account: { email: string; password: string; name: string },
): Promise<string> {
  if (await auth.findAccount(account.email)) return auth.checkPassword(account, { ...arrival, now })
  const passwordHash = await auth.hashPassword(account.password)
  return auth.createAccount({ email: account.email, name: account.name, passwordHash })
}

type Joining = {
  readonly key: InvitationKey
  readonly person: Person
  readonly userId: string
  readonly invitationId: string
}

/** Uses the invitation up and makes the person, both or neither. */
async function join(context: SignInContext, { key, person, userId, invitationId }: Joining): Promise<void> {
  const { now, requestId } = context
  await inTransaction(context.db, async (trx) => {
    if (!(await acceptInvitation(trx, key, now))) throw new AppError('invitation-closed')
    await insertPerson(trx, { ...person, organisationId: key.organisationId, userId, now })
    const scope = mintScope({ ...person, organisationId: key.organisationId }, 'session')
    if (!scope) throw new Error('a person who has just joined is active')
    const subject = { kind: 'invitation', id: invitationId }
    await recordAudit({ scope, db: trx, now, requestId }, { action: 'invitation.accepted', subject }, trx)
  })
}
