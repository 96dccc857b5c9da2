/** The first rows of a file as they would be stored with these settings; nothing is. */
import type { IntakeContext } from '../context.ts'
import type { IntakePreview, SourceProfile } from '../contract.ts'
import type { EnquiryChannel } from '../rules/enquiry-words.ts'
import type { PreparedRow } from '../store/enquiry-store.ts'
import { fileOfUpload } from './file-of-upload.ts'
import { doorOf } from './import-file.ts'
import { lookAtFile } from './look-at-file.ts'
import { type Door, toRefusal } from './open-door.ts'
import { profileOf, readFile } from './open-reader.ts'
import { uploadOf } from './uploads.ts'

type Asked = {
  readonly uploadId: string
  readonly kind: string
  readonly channel: EnquiryChannel | null
  readonly profile: SourceProfile
}

/** Rows that a preview reads, and those of them that it shows. */
const mostRead = 300
const mostShown = 25

/**
 * Reads as the import does, through the same door, and stops after some hundred rows. Without settings of the
 * reader they are guessed from the file, and answered so that a person can correct them.
 *
 * @throws AppError not-found
 */
export async function previewUpload(context: IntakeContext, asked: Asked): Promise<IntakePreview> {
  const { scope } = context
  const upload = await uploadOf(context, asked.uploadId)
  const { open } = fileOfUpload(scope, context, upload)
  const look = await lookAtFile(open(), asked.kind, profileOf(asked.profile))
  const profile = { ...asked.profile, reader: look.reader }
  const source = { sourceId: upload.uploadId, channel: asked.channel, profile }
  const door = await doorOf(context, source)
  const items: IntakePreview['items'] = []
  let read = 0
  let refused = 0
  for await (const item of readFile(asked.kind, profile, open)) {
    const taken = item.ok
      ? door.take(item.record, item.at)
      : { ok: false as const, refusal: toRefusal(item.at, item.reason, item.params) }
    read += 1
    if (!taken.ok) refused += 1
    if (items.length < mostShown || (!taken.ok && items.length < mostShown * 2))
      items.push(shown(taken, item.at.line))
    if (read >= mostRead) break
  }
  return { ...look, items, read, refused, masked: door.masked() }
}

type Taken = ReturnType<Door['take']>

function shown(taken: Taken, line: number | undefined): IntakePreview['items'][number] {
  if (!taken.ok) {
    const { params, ...refusal } = taken.refusal
    return { line: refusal.line, row: null, refusal: { ...refusal, params: { ...params } } }
  }
  return { line: line ?? null, row: rowView(taken.row), refusal: null }
}

function rowView(row: PreparedRow): NonNullable<IntakePreview['items'][number]['row']> {
  return {
    recordId: row.source_record_id,
    hasCustomer: row.customer_key !== null,
    channel: row.channel,
    direction: row.direction,
    startedAt: row.started_at,
    text: row.text?.slice(0, 500) ?? null,
    agentText: row.agent_text?.slice(0, 500) ?? null,
    reasonCode: row.reason_code,
    queue: row.queue,
    waitSeconds: row.wait_seconds,
    handleSeconds: row.handle_seconds,
    weight: row.weight,
    resolved: row.resolved,
    csat: row.csat,
    language: row.language,
  }
}
