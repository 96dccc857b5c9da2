/** Filled-in forms from another tool: shown with every problem first, then imported whole or not at all. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { readTable } from '../../../platform/files/index.ts'
import { channelIds } from '../../edition/contract.ts'
import { closeImported, type Edition, loadEdition, saveMethod } from '../../edition/index.ts'
import { insertParticipants, listParticipants } from '../../participants/index.ts'
import type { ResultMapping, ResultPreview } from '../contract.ts'
import { compareScores } from '../rules/results/compare-scores.ts'
import { guessResultMapping, valuesOf } from '../rules/results/guess-mapping.ts'
import { methodForHistory } from '../rules/results/method-for-history.ts'
import { type ImportedContact, readResults } from '../rules/results/read-results.ts'
import { plain } from '../rules/words.ts'
import { countContacts, insertHistory } from '../store/history-store.ts'

type Upload = { readonly editionId: string; readonly file: File }

const mostIssues = 200

/** @throws AppError not-found · edition-state · invalid-input when the file is no table */
export async function previewResults(
  context: Context,
  upload: Upload & { readonly mapping?: ResultMapping | undefined },
): Promise<ResultPreview> {
  const { method } = await loadOpen(context, context.db, upload.editionId)
  const table = await readUpload(upload.file)
  const mapping = guessResultMapping(table, method, upload.mapping)
  const { contacts, issues } = readResults(table, mapping, method)
  const { channel, answered } = mapping.columns
  const columns = [channel, answered, ...Object.values(mapping.questions)].filter(
    (column) => column !== undefined,
  )
  const dates = contacts.map(({ date }) => date).sort()
  return {
    header: [...table.header],
    mapping,
    found: [...new Set(columns)]
      .filter((column) => table.header.includes(column))
      .map((column) => valuesOf(table, column)),
    rows: table.rows.length,
    participants: new Set(contacts.map(({ participant }) => participant)).size,
    classes: [...new Set(contacts.map((contact) => contact.class))].sort(),
    channels: channelIds.flatMap((id) =>
      channelCount(
        contacts.filter((contact) => contact.channel === id),
        id,
      ),
    ),
    from: dates[0] ?? null,
    to: dates.at(-1) ?? null,
    compared: compareScores(contacts),
    meanScore: meanScore(contacts),
    issues: issues.slice(0, mostIssues),
    issueCount: issues.length,
  }
}

function meanScore(contacts: readonly ImportedContact[]): number | null {
  const sum = contacts.reduce((total, { score }) => total + score.score, 0)
  return contacts.length === 0 ? null : sum / contacts.length
}

function channelCount(contacts: readonly ImportedContact[], channel: ImportedContact['channel']) {
  const answered = contacts.filter((contact) => contact.answered).length
  return contacts.length === 0 ? [] : [{ channel, rows: contacts.length, answered }]
}

/** @throws AppError as previewResults, and invalid-input with every problem by line and column; then nothing is saved */
export async function importResults(
  context: Context,
  { editionId, file, mapping }: Upload & { readonly mapping: ResultMapping },
): Promise<{ participants: number; contacts: number }> {
  const table = await readUpload(file)
  return inTransaction(context.db, async (trx) => {
    const edition = await loadOpen(context, trx, editionId)
    const { contacts, issues } = readResults(table, mapping, edition.method)
    if (issues.length > 0) throw new AppError('invalid-input', { count: issues.length }, issues.slice(0, 500))
    if (contacts.length === 0) throw new AppError('invalid-input', {}, [{ code: 'no-rows' }])
    const within = { ...context, db: trx }
    const method = methodForHistory(edition.method, contacts)
    await saveMethod(within, { editionId, revision: edition.revision, method })
    const ids = await participantsFor(within, editionId, contacts)
    const history = contacts.map((contact, index) => ({
      ...contact,
      number: index + 1,
      participantId: ids.get(plain(contact.participant))!,
    }))
    await insertHistory(context.scope, trx, { editionId, method, now: context.now, contacts: history })
    await closeImported(within, editionId, trx)
    const counts = { participants: ids.size, contacts: contacts.length }
    const subject = { kind: 'edition', id: editionId }
    await recordAudit(
      context,
      { action: 'edition.history-imported', subject, detail: { ...counts, file: file.name } },
      trx,
    )
    return counts
  })
}

async function readUpload(file: File) {
  return readTable(new Uint8Array(await file.arrayBuffer()), { filename: file.name })
}

/** An edition in preparation that has no contacts of its own. */
async function loadOpen(context: Context, db: Db, editionId: string): Promise<Edition> {
  const edition = await loadEdition(context, editionId, db)
  if (edition.state !== 'preparing')
    throw new AppError('edition-state', { from: edition.state, to: 'review' })
  const planned = await countContacts(context.scope, db, editionId)
  if (planned > 0) throw new AppError('edition-in-use')
  return edition
}

/** Those that are there already are found by name; the others are added, in the class of the file. */
async function participantsFor(
  { scope, db, now }: Context,
  editionId: string,
  contacts: readonly ImportedContact[],
): Promise<ReadonlyMap<string, string>> {
  const there = await listParticipants(scope, db, { editionId })
  const ids = new Map(there.map(({ name, participantId }) => [plain(name), participantId]))
  const added = new Map<string, ImportedContact>()
  for (const contact of contacts) {
    const key = plain(contact.participant)
    if (!ids.has(key) && !added.has(key)) added.set(key, contact)
  }
  const participants = [...added.values()].map((contact) => ({
    participantId: newId(now.getTime()),
    name: contact.participant,
    class: contact.class,
    website: null,
    variant: 'single' as const,
    relationship: 'own' as const,
    channels: noChannels,
  }))
  await insertParticipants(scope, db, { editionId, now, participants })
  const used = new Set(contacts.map(({ participant }) => plain(participant)))
  const all = new Map([
    ...ids,
    ...participants.map(({ name, participantId }) => [plain(name), participantId] as const),
  ])
  return new Map([...all].filter(([key]) => used.has(key)))
}

const noChannels = { phone: null, email: null, contactForm: null, chat: null, messenger: null }
