import { AppError } from '../../kernel/errors.ts'
import { recordAudit } from '../audit.ts'
import type { PublicContext, SessionContext, SignInContext } from '../context.ts'
import type { Me } from '../contract.ts'
import { demoPassword, demoSignIns } from '../rules/demo-sign-ins.ts'
import { scopeAmong } from '../sign-in-gate.ts'
import { listDemoPeople, membershipsOf } from '../store/person-store.ts'
import { meAmong } from './me.ts'

/** What the sign-in page needs to know: whether there is a demo world, and how to get into it. */
export async function welcome({ db }: PublicContext) {
  const people = await listDemoPeople(
    db,
    demoSignIns.map((signIn) => signIn.email),
  )
  const signIns = demoSignIns.flatMap(({ role, email }) => {
    const person = people.find((one) => one.email === email)
    return person ? [{ role, name: person.name, email, password: demoPassword }] : []
  })
  return { demo: signIns.length > 0, signIns }
}

/** @throws AppError sign-in-failed · sign-in-locked · no-organisation when no organisation has an active person of it */
export async function signIn(
  context: SignInContext,
  credentials: { email: string; password: string },
): Promise<Me> {
  const { auth, db, now, arrival } = context
  const { userId, sessionId, cookies } = await auth.signIn(credentials, { ...arrival, now })
  const memberships = await membershipsOf(db, userId)
  const scope = scopeAmong(memberships, undefined)
  if (!scope) {
    await auth.endSession(userId, sessionId)
    throw new AppError('no-organisation')
  }
  context.setCookies(cookies)
  return meAmong(memberships, scope.organisationId)
}

export async function signOut({ auth, arrival, setCookies }: SessionContext) {
  setCookies(await auth.signOut(arrival.headers))
  return {}
}

export async function readSessions({ auth, session, now }: SessionContext) {
  const sessions = await auth.openSessions(session.userId, now)
  return {
    items: sessions.map((open) => ({
      ...open,
      current: open.sessionId === session.sessionId,
      createdAt: open.createdAt.toISOString(),
      lastSeenAt: open.lastSeenAt.toISOString(),
      expiresAt: open.expiresAt.toISOString(),
    })),
  }
}

/** @throws AppError not-found for a session that is not mine */
export async function revokeSession({ auth, session }: SessionContext, { sessionId }: { sessionId: string }) {
  if (!(await auth.endSession(session.userId, sessionId))) throw new AppError('not-found')
  return {}
}

/** @throws AppError not-found for an organisation that I do not belong to */
export async function switchOrganisation(
  { auth, db, session }: SessionContext,
  { organisationId }: { organisationId: string },
): Promise<Me> {
  const me = meAmong(await membershipsOf(db, session.userId), organisationId)
  await auth.setActiveOrganisation(session.sessionId, organisationId)
  return me
}

type PasswordChange = { readonly currentPassword: string; readonly newPassword: string }

/** @throws AppError sign-in-failed when the current password is wrong · sign-in-locked */
export async function changePassword(context: SessionContext, change: PasswordChange) {
  const { auth, db, session, scope, arrival, now } = context
  const { person } = meAmong(await membershipsOf(db, session.userId), scope.organisationId)
  await auth.checkPassword({ email: person.email, password: change.currentPassword }, { ...arrival, now })
  await auth.changePassword(session, change.newPassword)
  await recordAudit(context, {
    action: 'person.passwordChanged',
    subject: { kind: 'person', id: scope.personId },
  })
  return {}
}
