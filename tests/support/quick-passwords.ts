/**
 * Every person of a test has the same password, and signing in works it out anew for each, a tenth of a second of
 * processor at a time. It is a pure function: what has been worked out once in this process is remembered.
 */
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

type Done = (error: Error | null, key: Buffer) => void
type Scrypt = (password: string, salt: string, length: number, options: object, done: Done) => void

const known = new Map<string, Promise<Buffer>>()

function remembering(scrypt: Scrypt): Scrypt {
  return (password, salt, length, options, done) => {
    const question = JSON.stringify([password, salt, length, options])
    const answer =
      known.get(question) ??
      new Promise<Buffer>((resolve, reject) =>
        scrypt(password, salt, length, options, (error, key) => (error ? reject(error) : resolve(key))),
      )
    known.set(question, answer)
    answer.then(
      (key) => done(null, Buffer.from(key)),
      (error: Error) => done(error, Buffer.alloc(0)),
    )
  }
}

/** From now on; better-auth reaches it through `node:crypto` as everybody does. */
export function rememberPasswords(): void {
  Object.assign(crypto, { scrypt: remembering(crypto.scrypt as Scrypt) })
  syncBuiltinESMExports()
}
