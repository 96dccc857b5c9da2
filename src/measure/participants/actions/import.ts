/** A file of participants: shown first, then imported whole or not at all. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { readTable } from '../../../platform/files/index.ts'
import { loadEdition } from '../../edition/index.ts'
import type { ImportPreview, Mapping } from '../contract.ts'
import { mapColumns } from '../rules/import/columns.ts'
import {
  type ImportedParticipant,
  nameKey,
  type ReadImport,
  readImport,
} from '../rules/import/read-import.ts'
import { noChannels } from '../rules/settled-channels.ts'
import { listCompetitors, replaceCompetitors } from '../store/competitor-store.ts'
import {
  insertParticipants,
  listParticipants,
  type StoredParticipant,
  updateParticipant,
} from '../store/participant-store.ts'
import { plannedParticipants } from '../store/planned-store.ts'
import { refuseWhenPublished } from './edit.ts'

type Upload = { readonly editionId: string; readonly file: File; readonly mapping?: Mapping | undefined }
type Read = ReadImport & {
  readonly header: readonly string[]
  readonly encoding: string
  readonly mapping: Mapping
}

/** @throws AppError not-found · invalid-input when the file is no table */
export async function previewImport(context: Context, upload: Upload): Promise<ImportPreview> {
  const { header, mapping, encoding, rows, issues } = await readUpload(context, context.db, upload)
  return { header: [...header], mapping, encoding, rows: [...rows], issues: [...issues] }
}

/** @throws AppError not-found · invalid-input with every problem by line and column; then nothing is saved */
export async function importParticipants(
  context: Context,
  upload: Upload,
): Promise<{ added: number; changed: number; unchanged: number }> {
  return inTransaction(context.db, async (trx) => {
    const read = await readUpload(context, trx, upload)
    if (read.issues.length > 0)
      throw new AppError('invalid-input', { count: read.issues.length }, read.issues.slice(0, 500))
    await save(context, trx, upload.editionId, read)
    const count = (change: string) => read.rows.filter((row) => row.change === change).length
    const detail = { added: count('new'), changed: count('changed'), unchanged: count('unchanged') }
    const subject = { kind: 'edition', id: upload.editionId }
    await recordAudit(
      context,
      { action: 'participants.imported', subject, detail: { ...detail, file: upload.file.name } },
      trx,
    )
    return detail
  })
}

async function readUpload(
  context: Context,
  db: Db,
  { editionId, file, mapping: chosen }: Upload,
): Promise<Read> {
  const edition = await loadEdition(context, editionId, db)
  refuseWhenPublished(edition)
  const table = await readTable(new Uint8Array(await file.arrayBuffer()), { filename: file.name })
  const mapping = chosen ?? mapColumns(table.header)
  const stored = await listParticipants(context.scope, db, { editionId })
  const chosenBy = await listCompetitors(context.scope, db, editionId)
  const nameOf = new Map(stored.map(({ participantId, name }) => [participantId, name]))
  const planned = await plannedParticipants(context.scope, db, { editionId })
  const existing = stored.map((participant) => ({
    ...participant,
    frozen: planned.has(participant.participantId),
    competitors: (chosenBy.get(participant.participantId) ?? []).map((id) => nameOf.get(id) ?? ''),
  }))
  const read = readImport({
    header: table.header,
    rows: table.rows,
    mapping,
    classes: edition.method.classes,
    existing,
  })
  return { ...read, header: table.header, encoding: table.encoding, mapping }
}

async function save(
  context: Context,
  trx: Db,
  editionId: string,
  { participants, rows }: Read,
): Promise<void> {
  const { scope, now } = context
  const known = new Map(
    (await listParticipants(scope, trx, { editionId })).map((stored) => [nameKey(stored.name), stored]),
  )
  const added = participants.filter((row) => !known.has(nameKey(row.name))).map((row) => toNew(row, now))
  await insertParticipants(scope, trx, { editionId, now, participants: added })
  const changed = new Set(rows.filter((row) => row.change === 'changed').map((row) => row.line))
  for (const row of participants.filter(({ line }) => changed.has(line)))
    await change(context, trx, editionId, { row, stored: known.get(nameKey(row.name))! })
  const ids = new Map(
    [...known.values(), ...added].map(({ name, participantId }) => [nameKey(name), participantId]),
  )
  for (const row of participants) {
    if (row.competitors === undefined) continue
    const competitors = [...new Set(row.competitors.map((name) => ids.get(nameKey(name))!))]
    await replaceCompetitors(scope, trx, {
      editionId,
      participantId: ids.get(nameKey(row.name))!,
      competitors,
    })
  }
}

function toNew(row: ImportedParticipant, now: Date) {
  const { name, class: group, website = null, variant, relationship = 'own', channels } = row
  const entry =
    variant ?? ((row.competitors?.length ?? 0) > 0 ? ('competitor' as const) : ('single' as const))
  return {
    participantId: newId(now.getTime()),
    name,
    class: group,
    website,
    variant: entry,
    relationship,
    channels: { ...noChannels, ...channels },
  }
}

/** Channels that a file changes are no longer the ones that somebody confirmed. */
async function change(
  { scope, now }: Context,
  trx: Db,
  editionId: string,
  { row, stored }: { row: ImportedParticipant; stored: StoredParticipant },
): Promise<void> {
  const { website, variant, relationship, channels } = row
  const isMoved = Object.entries(channels).some(
    ([way, value]) => stored.channels[way as keyof typeof channels] !== value,
  )
  await updateParticipant(scope, trx, {
    editionId,
    participantId: stored.participantId,
    now,
    class: row.class,
    channels,
    ...(website === undefined ? {} : { website }),
    ...(variant === undefined ? {} : { variant }),
    ...(relationship === undefined ? {} : { relationship }),
    ...(isMoved ? { confirmation: null } : {}),
  })
}
