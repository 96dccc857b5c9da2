/** E-mail: one message (`.eml`) or a store of them (`.mbox`). */
import PostalMime, { type Email } from 'postal-mime'
import type { EnquiryRecord, Place, ReadItem } from '../../record.ts'
import { contentHash } from '../content-id.ts'
import { present, together } from '../dig.ts'
import { htmlText } from '../html-text.ts'
import { momentOf } from '../moments.ts'
import { joinedBytes, mboxMessages } from './mbox.ts'

export type MailSettings = {
  /** The organisation's own addresses and domains: what comes from them is an answer, not an enquiry. */
  readonly own: readonly string[]
}

const mostBytes = 25 * 1024 * 1024

/** Every message of an mbox file. */
export async function* readMbox(
  input: AsyncIterable<Uint8Array>,
  settings: MailSettings,
): AsyncGenerator<ReadItem, void, undefined> {
  let record = 0
  for await (const { bytes, line, tooLarge } of mboxMessages(input, mostBytes)) {
    record += 1
    const at: Place = { line, record }
    yield tooLarge
      ? { ok: false, at, reason: 'too-large', params: { most: mostBytes } }
      : await readMessage(bytes, at, settings)
  }
}

/** One message. */
export async function* readEml(
  input: AsyncIterable<Uint8Array>,
  settings: MailSettings,
): AsyncGenerator<ReadItem, void, undefined> {
  const parts: Uint8Array[] = []
  let length = 0
  const at: Place = { record: 1 }
  for await (const chunk of input) {
    parts.push(chunk)
    length += chunk.length
    if (length > mostBytes) {
      yield { ok: false, at, reason: 'too-large', params: { most: mostBytes } }
      return
    }
  }
  yield await readMessage(joinedBytes(parts), at, settings)
}

/** The message as a record; also for a message that was fetched from a mailbox. */
export async function readMessage(bytes: Uint8Array, at: Place, settings: MailSettings): Promise<ReadItem> {
  const mail = await parsed(bytes)
  if (!mail) return { ok: false, at, reason: 'unreadable', params: {} }
  const automatic = automaticOf(mail)
  if (automatic !== undefined) return { ok: false, at, reason: 'nothing-asked', params: { value: automatic } }
  if (mail.date === undefined) return { ok: false, at, reason: 'missing-time', params: {} }
  const startedAt = momentOf(mail.date, 'UTC')
  if (startedAt === undefined)
    return { ok: false, at, reason: 'bad-time', params: { value: mail.date.slice(0, 60) } }
  return { ok: true, at, record: recordOf(mail, startedAt, { bytes, settings }) }
}

/** A text without a single header of mail is no message. */
async function parsed(bytes: Uint8Array): Promise<Email | undefined> {
  try {
    const mail = await PostalMime.parse(bytes, { maxNestingDepth: 50, maxHeadersSize: 1024 * 1024 })
    const known = ['from', 'date', 'subject', 'message-id', 'to', 'received']
    return mail.headers.some(({ key }) => known.includes(key)) ? mail : undefined
  } catch {
    return undefined
  }
}

function recordOf(
  mail: Email,
  startedAt: string,
  { bytes, settings }: { readonly bytes: Uint8Array; readonly settings: MailSettings },
): EnquiryRecord {
  const sourceId = mail.messageId?.trim() || `mail-${contentHash(new TextDecoder('latin1').decode(bytes))}`
  const from = mail.from?.address?.toLowerCase()
  const direction = directionOf(from, settings.own)
  const body = mail.text?.trim() || (mail.html === undefined ? undefined : htmlText(mail.html))
  const said = together([mail.subject?.replace(/^\s*((?:re|sv|vs|fwd?|videresendt)\s?:\s*)+/i, ''), body])
  const other = mail.to?.[0]?.address?.toLowerCase()
  return present({
    sourceId,
    contactId: sourceId,
    channel: 'email' as const,
    direction,
    startedAt,
    customer: direction === 'out' ? other : from,
    text: direction === 'out' ? undefined : said,
    agentText: direction === 'out' ? said : undefined,
    queue: direction === 'out' ? undefined : other,
  })
}

function directionOf(from: string | undefined, own: readonly string[]): EnquiryRecord['direction'] {
  if (from === undefined || own.length === 0) return undefined
  const isOwn = own.some((one) => {
    const name = one.trim().toLowerCase().replace(/^@/, '')
    return name !== '' && (from === name || from.endsWith(`@${name}`) || from.endsWith(`.${name}`))
  })
  return isOwn ? 'out' : 'in'
}

/** Answers that nobody wrote (RFC 3834) and reports on delivery. */
function automaticOf(mail: Email): string | undefined {
  const header = (name: string) =>
    mail.headers
      .find(({ key }) => key === name)
      ?.value.trim()
      .toLowerCase()
  const submitted = header('auto-submitted')
  if (submitted !== undefined && submitted !== 'no') return submitted.slice(0, 40)
  if (header('x-autoreply') !== undefined || header('x-autorespond') !== undefined) return 'auto-reply'
  return header('content-type')?.startsWith('multipart/report') ? 'delivery-report' : undefined
}
