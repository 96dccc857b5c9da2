/** From a record as a reader gives it to a row as it is stored: cut, masked, keyed, named. Nothing else comes in. */
import { createHmac, hash, type KeyObject } from 'node:crypto'
import { textKey } from '../../topics/rules/text/text-key.ts'
import { type CustomerKind, customerName } from '../rules/customer-name.ts'
import type { EnquiryChannel } from '../rules/enquiry-words.ts'
import { maskAtTheDoor } from '../rules/masking/mask-text.ts'
import type { EnquiryRecord, Place } from '../rules/record.ts'
import { recordContent, recordState } from '../rules/record-state.ts'
import { storedChannel } from '../rules/stored-channel.ts'
import type { PreparedRow } from '../store/enquiry-store.ts'
import type { Refusal } from '../store/refusal-store.ts'
import { cutMessage } from './cut-message.ts'

export type DoorSettings = {
  readonly sourceId: string
  /** The organisation's secret behind customer keys. */
  readonly customerSecret: KeyObject
  readonly channel: EnquiryChannel | null
  readonly customerKind?: CustomerKind
  /** Names that are masked wherever they stand, and names that are nobody's. */
  readonly names?: readonly string[]
  readonly keepNames?: readonly string[]
}

export type Door = {
  readonly take: (record: EnquiryRecord, at: Place) => Taken
  /** How often each kind of personal data was masked, and how much was cut, since the door was opened. */
  readonly masked: () => Readonly<Record<string, number>>
}

type Taken =
  | { readonly ok: true; readonly row: PreparedRow }
  | { readonly ok: false; readonly refusal: Refusal }

const longestText = 100_000

export function openDoor(settings: DoorSettings): Door {
  const mask = maskAtTheDoor({ names: settings.names ?? [], keep: settings.keepNames ?? [] })
  const counts = new Map<string, number>()
  const count = (kind: string, more: number) => {
    if (more > 0) counts.set(kind, (counts.get(kind) ?? 0) + more)
  }
  const worded = (text: string | undefined): string | null => {
    if (text === undefined) return null
    const plain = storable(text).trim().slice(0, longestText)
    const { text: masked, counts: found } = mask(plain)
    for (const [kind, more] of Object.entries(found)) count(kind, more)
    return masked === '' ? null : masked
  }
  return {
    masked: () => Object.fromEntries(counts),
    take(record, at) {
      const channel = storedChannel(record.channel, settings.channel)
      if (channel === undefined) return refused(at, 'bad-channel', { value: record.channel ?? '' })
      if (record.startedAt === undefined) return refused(at, 'missing-time', {})
      const content = sha256(recordContent(record))
      const sourceRecordId = coded(record.sourceId, mask) ?? `#${content.toString('hex', 0, 16)}`
      const cut = cutMessage(record, channel)
      count('quoted', cut.quoted)
      count('signature', cut.signatures)
      const text = worded(cut.text)
      const row: PreparedRow = {
        enquiry_id: enquiryId(settings.sourceId, sourceRecordId),
        source_record_id: sourceRecordId,
        contact_id: coded(record.contactId, mask),
        leg_of: coded(record.legOf, mask),
        channel,
        direction: record.direction ?? 'in',
        started_at: record.startedAt,
        customer_key: customerKey(settings, record.customer),
        text,
        text_key: text === null ? null : textKeyId(text),
        agent_text: worded(cut.agentText),
        reason_code: coded(record.reasonCode, mask),
        queue: coded(record.queue, mask),
        wait_seconds: whole(record.waitSeconds),
        handle_seconds: whole(record.handleSeconds),
        transfers: whole(record.transfers),
        outcome: record.outcome ?? null,
        resolved: record.resolved ?? null,
        tried_self_service: record.triedSelfService ?? null,
        csat: record.csat ?? null,
        weight: record.weight ?? 1,
        language: record.language ?? null,
        record_state: recordState(record, content.toString('hex', 0, 16)),
      }
      return { ok: true, row }
    },
  }
}

function refused(at: Place, reason: string, params: Refusal['params']): Taken {
  return { ok: false, refusal: toRefusal(at, reason, params) }
}

/** A place in the file as it is kept: the line, or else the number of the record. */
export function toRefusal(at: Place, reason: string, params: Refusal['params']): Refusal {
  return { line: at.line ?? at.record ?? null, path: at.path ?? null, reason, params: shortened(params) }
}

/** What was refused is told without what it might say about a person. */
function shortened(params: Refusal['params']): Refusal['params'] {
  const mask = maskAtTheDoor({})
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' ? mask(storable(value).slice(0, 200)).text : value,
    ]),
  )
}

/** Without what the database cannot keep: NUL and halves of characters. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '')
}

/** An id or a code keeps its spelling unless it holds what points at a person beyond doubt; then it is a hash. */
function coded(value: string | undefined, mask: ReturnType<typeof maskAtTheDoor>): string | null {
  const plain = storable(value ?? '').trim()
  if (plain === '') return null
  const short = plain.length > 500 ? `#${sha256(plain).toString('hex', 0, 16)}` : plain
  return /(?:\d\D*){11}/.test(short) && mask(short).counts.nationalId > 0
    ? `#${sha256(short).toString('hex', 0, 16)}`
    : short
}

function whole(value: number | undefined): number | null {
  return value === undefined ? null : Math.min(2_147_483_647, Math.max(0, Math.round(value)))
}

function sha256(text: string): Buffer {
  return hash('sha256', text, 'buffer')
}

/** The first sixteen bytes of a hash as a UUID of version 8 (RFC 9562 §5.8). */
function uuidOf(hash: Buffer): string {
  const bytes = Buffer.from(hash.subarray(0, 16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Which row a source's record is, whenever and however often it arrives. */
export function enquiryId(sourceId: string, sourceRecordId: string): string {
  return uuidOf(sha256(`enquiry\n${sourceId}\n${sourceRecordId}`))
}

/** Which standing batch of a source something belongs to, such as an hour of live records. */
export function standingBatchId(sourceId: string, period: string): string {
  return uuidOf(sha256(`batch\n${sourceId}\n${period}`))
}

/** Names the normalised text; null for one that says nothing. */
export function textKeyId(text: string): string | null {
  const key = textKey(text)
  return key === '' ? null : uuidOf(sha256(key))
}

/** HMAC-SHA256 (RFC 2104) of the customer's one spelling under the organisation's own secret. */
export function customerKey(
  { customerSecret, customerKind }: Pick<DoorSettings, 'customerSecret' | 'customerKind'>,
  written: string | undefined,
): string | null {
  const name = written === undefined ? undefined : customerName(written, customerKind ?? 'auto')
  return name === undefined ? null : createHmac('sha256', customerSecret).update(name).digest('base64url')
}
