/**
 * Seals what must be read again but lie nowhere in the open: passwords of others' servers, files on their way in.
 * AES-256-GCM (NIST SP 800-38D) bound to its purpose, under a key derived from the server's secret by HKDF
 * (RFC 5869). Another secret opens nothing of it.
 */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

export type Seals = {
  /** `purpose` names what it is and whose, such as `upload 0199…`: under another one it does not open. */
  readonly seal: (bytes: Uint8Array, purpose: string) => Buffer
  /** @throws Error when it was changed, or sealed with another secret or for another purpose */
  readonly open: (sealed: Uint8Array, purpose: string) => Buffer
}

const nonceLength = 12
const tagLength = 16

export function createSeals(secret: string): Seals {
  const key = Buffer.from(hkdfSync('sha256', secret, 'lyttepost', 'sealed rows, version 1', 32))
  return {
    seal(bytes, purpose) {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose))
      const body = Buffer.concat([cipher.update(bytes), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    open(sealed, purpose) {
      const nonce = sealed.subarray(0, nonceLength)
      const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose))
      decipher.setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength))
      return Buffer.concat([decipher.update(sealed.subarray(nonceLength + tagLength)), decipher.final()])
    },
  }
}
