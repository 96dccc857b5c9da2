/**
 * The one port through which letters leave the product. Without a mail server every letter is written to the outbox
 * in the data folder, where a person or a mail program picks it up. With one (`SMTP_URL`) it is sent at once; what
 * could not be sent waits in `outbox/waiting` and is tried again. The log says that it happened, not to whom.
 */
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import { newId } from '../../kernel/ids.ts'
import type { Config } from '../config/index.ts'
import type { Log } from '../log/index.ts'
import { asMessage, receiverOf } from './message.ts'

export type Letter = { readonly to: string; readonly subject: string; readonly text: string }

export type Mail = { readonly sendMail: (letter: Letter) => Promise<void> }

/** A mail server that may be out of reach for a while. */
export type MailPost = Mail & {
  /** Tries again what is waiting; answers how many letters have gone. */
  readonly sendWaiting: () => Promise<number>
}

type MailSettings = Pick<Config, 'dataFolder'> & Partial<Pick<Config, 'smtpUrl' | 'mailFrom'>>

const patienceMs = 15_000

export function createMail({ dataFolder, smtpUrl, mailFrom }: MailSettings, log: Log): MailPost {
  const outbox = join(dataFolder, 'outbox')
  if (smtpUrl === undefined || mailFrom === undefined)
    return { sendMail: outboxMail(outbox, log), sendWaiting: async () => 0 }
  const waiting = join(outbox, 'waiting')
  const from = mailFrom
  const send = async (raw: string, to: string) => {
    const transport = createTransport({
      url: smtpUrl,
      connectionTimeout: patienceMs,
      greetingTimeout: patienceMs,
      socketTimeout: patienceMs,
    })
    try {
      await transport.sendMail({ envelope: { from, to }, raw })
    } finally {
      transport.close()
    }
  }
  return {
    async sendMail(letter) {
      const [id, raw] = [newId(), asMessage(letter, from)]
      try {
        await send(raw, letter.to)
        log.info({ letter: id }, 'letter sent')
      } catch (error) {
        await keep(waiting, id, raw)
        log.warn({ letter: id, reason: codeOf(error) }, 'letter waits in the outbox')
      }
    },
    sendWaiting: () => tryAgain({ waiting, send, log }),
  }
}

/** Writes each letter as a file `outbox/<id>.eml`, readable by its owner only. */
function outboxMail(outbox: string, log: Log): Mail['sendMail'] {
  return async (letter) => {
    const id = newId()
    await keep(outbox, id, asMessage(letter))
    log.info({ letter: id }, 'letter written to the outbox')
  }
}

async function keep(folder: string, id: string, raw: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(join(folder, `${id}.eml`), raw, { mode: 0o600, flag: 'wx' })
}

type Waiting = {
  readonly waiting: string
  readonly send: (raw: string, to: string) => Promise<void>
  readonly log: Log
}

/** The oldest first, and no more once one fails: the server is still out of reach. */
async function tryAgain({ waiting, send, log }: Waiting): Promise<number> {
  const names = (await readdir(waiting).catch(() => [] as string[])).filter((name) => name.endsWith('.eml'))
  let sent = 0
  for (const name of names.sort()) {
    // Taken by its name, so that two servers over one folder never send the same letter.
    const taken = join(waiting, `${name}.taken`)
    if (
      !(await rename(join(waiting, name), taken).then(
        () => true,
        () => false,
      ))
    )
      continue
    const raw = await readFile(taken, 'utf8')
    try {
      await send(raw, receiverOf(raw) ?? '')
      await rm(taken)
      sent++
    } catch (error) {
      await rename(taken, join(waiting, name))
      log.warn({ reason: codeOf(error) }, 'letters still wait')
      break
    }
  }
  return sent
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unknown'
