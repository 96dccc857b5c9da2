/** Reads the new messages of a mailbox folder over IMAP (RFC 9051), without changing anything there. */
import { type FetchMessageObject, ImapFlow } from 'imapflow'
import { AppError, type ErrorCode } from '../../../kernel/errors.ts'
import { addressOfHost } from './mail-host.ts'

export type Folder = {
  readonly host: string
  readonly port: number
  readonly security: 'tls' | 'starttls' | 'none'
  readonly user: string
  readonly password: string
  readonly folder: string
  /** How far it has been read: with another UIDVALIDITY the numbers mean nothing, and it is read from the start. */
  readonly uidValidity: number | null
  readonly lastUid: number
}

export type Message = {
  readonly uidValidity: number
  readonly uid: number
  /** The whole message as it was sent, or its beginning when it is very large. */
  readonly source: Uint8Array
}

export type ReadingRules = {
  readonly mailHosts: readonly string[]
  readonly signal: AbortSignal
}

const largestMessage = 25 * 1024 * 1024
const silenceMs = 60_000

/**
 * New messages in the order of their numbers.
 *
 * @throws AppError mailbox-unreachable · mailbox-private · mailbox-sign-in · mailbox-folder
 */
export async function* readFolder(folder: Folder, rules: ReadingRules): AsyncGenerator<Message> {
  const client = await connected(folder, rules)
  const stop = () => client.close()
  rules.signal.addEventListener('abort', stop, { once: true })
  try {
    const mailbox = await client
      .mailboxOpen(folder.folder, { readOnly: true })
      .catch(() => refuse('mailbox-folder'))
    const uidValidity = Number(mailbox.uidValidity)
    const first = uidValidity === folder.uidValidity ? folder.lastUid + 1 : 1
    if (mailbox.exists === 0 || mailbox.uidNext <= first) return
    const wanted = { uid: true, source: { start: 0, maxLength: largestMessage } }
    for await (const message of client.fetch(`${first}:*`, wanted, { uid: true })) {
      // `n:*` names the last message even when its number is lower.
      if (message.uid >= first && hasSource(message))
        yield { uidValidity, uid: message.uid, source: message.source }
    }
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('mailbox-unreachable')
  } finally {
    rules.signal.removeEventListener('abort', stop)
    await client.logout().catch(() => client.close())
  }
}

function hasSource(message: FetchMessageObject): message is FetchMessageObject & { source: Buffer } {
  return message.source !== undefined
}

async function connected(folder: Folder, { mailHosts }: ReadingRules): Promise<ImapFlow> {
  const address = await addressOfHost(folder.host, mailHosts)
  const client = new ImapFlow({
    host: address,
    port: folder.port,
    servername: folder.host,
    secure: folder.security === 'tls',
    doSTARTTLS: folder.security === 'starttls',
    auth: { user: folder.user, pass: folder.password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: silenceMs,
    greetingTimeout: silenceMs,
    socketTimeout: silenceMs,
  })
  // Without a listener an error after the connection was lost would end the process.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return client
  } catch (error) {
    client.close()
    return refuse(isSignIn(error) ? 'mailbox-sign-in' : 'mailbox-unreachable')
  }
}

function isSignIn(error: unknown): boolean {
  return error instanceof Error && 'authenticationFailed' in error && error.authenticationFailed === true
}

function refuse(code: ErrorCode): never {
  throw new AppError(code)
}
