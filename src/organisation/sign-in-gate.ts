/** The gate: from a cookie or an API key to a scope. Whoever has no active person in an organisation does not get past it. */
import { AppError } from '../kernel/errors.ts'
import type { Auth, Session } from '../platform/auth/index.ts'
import type { Db } from '../platform/database/index.ts'
import { readApiKey } from './actions/api-key-token.ts'
import { mintScope, type Scope, type ScopeReason } from './scope.ts'
import { findOpenApiKey, noteApiKeyUse } from './store/api-key-store.ts'
import { loadPerson, type Membership, membershipsOf } from './store/person-store.ts'

export type Entered = {
  /** Undefined for a program with a key. */
  readonly session: Session | undefined
  /** Undefined when the account no longer belongs to any organisation. */
  readonly scope: Scope | undefined
  readonly cookies: readonly string[]
}

type Arriving = { readonly headers: Headers; readonly now: Date }

/**
 * Who stands behind the request's key or cookie; undefined when it has neither. A key that is given counts alone.
 *
 * @throws AppError api-key-unknown for one that is mistyped, unknown or revoked
 */
export async function enter(auth: Auth, db: Db, arriving: Arriving): Promise<Entered | undefined> {
  const bearer = arriving.headers.get('authorization')
  if (bearer !== null) {
    return { session: undefined, scope: await scopeOfKey(db, bearer, arriving.now), cookies: [] }
  }
  const found = await auth.sessionOf(arriving.headers)
  if (!found) return undefined
  const memberships = await membershipsOf(db, found.session.userId)
  return { ...found, scope: scopeAmong(memberships, found.session.activeOrganisationId) }
}

async function scopeOfKey(db: Db, header: string, now: Date): Promise<Scope> {
  const proof = readApiKey(/^bearer +(\S+)$/i.exec(header.trim())?.[1] ?? '')
  const apiKey = proof && (await findOpenApiKey(db, proof))
  if (!apiKey) throw new AppError('api-key-unknown')
  await noteApiKeyUse(db, proof, now)
  const { organisationId } = proof
  const holder = {
    organisationId,
    personId: nobody,
    roles: [],
    language: 'nb',
    active: true,
    apiKey,
  } as const
  return mintScope(holder, 'key')!
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
  reason: Exclude<ScopeReason, 'session' | 'key'>,
): Promise<Scope | undefined> {
  const person = await loadPerson(db, who)
  return person && mintScope({ ...person, organisationId: who.organisationId }, reason)
}

/** Nobody's id: what is read in the public's name, or by a program, is no person's. */
const nobody = '00000000-0000-0000-0000-000000000000'

/**
 * What an organisation has laid open to everybody is read in nobody's name and with no role. Whose it is must have
 * been learnt from a public address.
 */
export function scopeOfPublic(organisationId: string): Scope {
  const holder = { organisationId, personId: nobody, roles: [], language: 'nb', active: true } as const
  return mintScope(holder, 'public')!
}

/** Work that the house itself does in an organisation by the clock, in nobody's name and with no role. */
export function scopeOfHouse(organisationId: string): Scope {
  const holder = { organisationId, personId: nobody, roles: [], language: 'nb', active: true } as const
  return mintScope(holder, 'machine')!
}
