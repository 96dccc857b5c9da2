/**
 * The secret in an invitation's link: the organisation, a dot, 32 random bytes. Only its hash is kept, and the
 * organisation in it lets one look-up in one organisation's rows find it.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { InvitationKey } from '../store/invitation-store.ts'

const shape = /^([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([\w-]{43})$/

export function makeInvitationToken(organisationId: string): { text: string; hash: string } {
  const text = `${organisationId}.${randomBytes(32).toString('base64url')}`
  return { text, hash: hashOf(text) }
}

/** Undefined when the text cannot be a token. */
export function readInvitationToken(text: string): InvitationKey | undefined {
  const organisationId = shape.exec(text)?.[1]
  return organisationId === undefined ? undefined : { organisationId, tokenHash: hashOf(text) }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
