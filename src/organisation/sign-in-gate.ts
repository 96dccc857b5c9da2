/** The gate: from a cookie to a scope. Whoever has no active person in an organisation does not get past it. */
import type { Auth, Session } from '../platform/auth/index.ts'
import type { Db } from '../platform/database/index.ts'
import { mintScope, type Scope, type ScopeReason } from './scope.ts'
import { loadPerson, type Membership, membershipsOf } from './store/person-store.ts'

export type Entered = {
  readonly session: Session
  /** Undefined when the account no longer belongs to any organisation. */
  readonly scope: Scope | undefined
  readonly cookies: readonly string[]
}

/** Who stands behind the request's cookie; undefined when nobody is signed in. */
export async function enter(auth: Auth, db: Db, headers: Headers): Promise<Entered | undefined> {
  const found = await auth.sessionOf(headers)
  if (!found) return undefined
  const memberships = await membershipsOf(db, found.session.userId)
  return { ...found, scope: scopeAmong(memberships, found.session.activeOrganisationId) }
}

/** The organisation chosen in the session, or else the one that the account belonged to first. */
export function scopeAmong(
  memberships: readonly Membership[],
  chosen: string | undefined,
): Scope | undefined {
  const membership =
    memberships.find(({ organisation }) => organisation.organisationId === chosen) ?? memberships[0]
  if (!membership) return undefined
  return mintScope(
    { ...membership.person, organisationId: membership.organisation.organisationId },
    'session',
  )
}

/**
 * The scope of a person outside a request: a job that goes on in the person's name, the demo world, a test.
 * Undefined when the person is gone or no longer active.
 */
export async function scopeOfPerson(
  db: Db,
  who: { readonly organisationId: string; readonly personId: string },
  reason: Exclude<ScopeReason, 'session'>,
): Promise<Scope | undefined> {
  const person = await loadPerson(db, who)
  return person && mintScope({ ...person, organisationId: who.organisationId }, reason)
}

/** Nobody's id: what is read in the public's name is no person's. */
const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * What an organisation has laid open to everybody is read in nobody's name and with no role. Whose it is must have
 * been learnt from a public address.
 */
export function scopeOfPublic(organisationId: string): Scope {
  const holder = { organisationId, personId: nobody, roles: [], language: 'nb', active: true } as const
  return mintScope(holder, 'public')!
}
