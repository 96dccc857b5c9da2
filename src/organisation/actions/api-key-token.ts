/**
 * An API key: a word that scanners of leaked secrets can look for, the organisation, a dot, 32 random bytes. Only
 * its hash is kept, and the organisation in it lets one look-up in one organisation's rows find it.
 */
import { createHash, randomBytes } from 'node:crypto'
import type { ApiKeyProof } from '../store/api-key-store.ts'

const shape = /^lyttepost_([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\.([\w-]{43})$/
const hintLength = 4

export function makeApiKey(organisationId: string): { text: string; hash: string; hint: string } {
  const text = `lyttepost_${organisationId}.${randomBytes(32).toString('base64url')}`
  return { text, hash: hashOf(text), hint: text.slice(-hintLength) }
}

/** Undefined when the text cannot be a key. */
export function readApiKey(text: string): ApiKeyProof | undefined {
  const organisationId = shape.exec(text)?.[1]
  return organisationId === undefined ? undefined : { organisationId, keyHash: hashOf(text) }
}

/** Fast on purpose: 256 random bits cannot be guessed, and a key is checked at every request. */
function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
