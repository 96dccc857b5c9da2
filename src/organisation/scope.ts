/**
 * A scope says whose rows may be touched and by whom. Store functions take one first, and only this feature
 * can make one: the mark below is not exported, and `mintScope` is not in the feature's door.
 */
import type { Language } from '../kernel/localized.ts'
import type { ApiKeyScope } from './rules/api-key-scopes.ts'
import type { Role } from './rules/roles.ts'

declare const minted: unique symbol

export type Scope = {
  readonly organisationId: string
  readonly personId: string
  readonly roles: readonly Role[]
  readonly language: Language
  /** The key that a program came with. Its scopes then take the place of roles, and nobody is the person. */
  readonly apiKey?: HeldApiKey
  readonly [minted]: true
}

export type HeldApiKey = {
  readonly apiKeyId: string
  readonly name: string
  readonly scopes: readonly ApiKeyScope[]
}

type Holder = Omit<Scope, typeof minted> & { readonly active: boolean }

/** Why a scope is made: a session or an API key at the gate, or work that goes on after the request in the
 * person's name, the command line, or what has been laid open to everybody. */
export type ScopeReason = 'session' | 'key' | 'job' | 'machine' | 'demo' | 'public' | 'test'

/** The one place where a scope is made. An inactive person gets none, whatever the reason. */
export function mintScope(holder: Holder, _reason: ScopeReason): Scope | undefined {
  if (!holder.active) return undefined
  const { organisationId, personId, roles, language, apiKey } = holder
  return Object.freeze({ organisationId, personId, roles, language, ...(apiKey && { apiKey }) }) as Scope
}
