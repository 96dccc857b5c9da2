/**
 * The one port through which letters leave the product. Today every letter is written to the outbox in the
 * data folder, where a person or a mail program picks it up; the log says that it happened, not to whom.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newId } from '../../kernel/ids.ts'
import type { Log } from '../log/index.ts'

export type Letter = { readonly to: string; readonly subject: string; readonly text: string }

export type Mail = { readonly sendMail: (letter: Letter) => Promise<void> }

/** Writes each letter as a file `outbox/<id>.eml`, readable by its owner only. */
export function outboxMail(dataFolder: string, log: Log): Mail {
  const outbox = join(dataFolder, 'outbox')
  return {
    async sendMail(letter) {
      const id = newId()
      await mkdir(outbox, { recursive: true, mode: 0o700 })
      await writeFile(join(outbox, `${id}.eml`), asMessage(letter), { mode: 0o600, flag: 'wx' })
      log.info({ letter: id }, 'letter written to the outbox')
    },
  }
}

/** RFC 5322 with the subject and the body encoded, so that no line of a letter can become a header. */
function asMessage(letter: Letter): string {
  const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')
  return [
    `To: ${letter.to.replace(/[\r\n]/g, '')}`,
    `Subject: =?utf-8?B?${base64(letter.subject)}?=`,
    `Date: ${new Date().toUTCString()}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    base64(letter.text).replace(/.{76}/g, '$&\r\n'),
    '',
  ].join('\r\n')
}
