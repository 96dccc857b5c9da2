import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import type { IntakeSource, SourceProfile, SourceSummary } from '../contract.ts'
import type { EnquiryChannel } from '../rules/enquiry-words.ts'
import { addsUp } from '../rules/reconcile.ts'
import { type SourceKind, sourceKinds } from '../rules/source-kinds.ts'
import { listMailboxes, type StoredMailbox } from '../store/mailbox-store.ts'
import {
  findSource,
  insertSource,
  isNameTaken,
  listSources,
  lockSource,
  type StoredSource,
  updateSource,
} from '../store/source-store.ts'
import {
  type DeliveryTotals,
  type StoredTotals,
  totalsOfDeliveries,
  totalsOfEnquiries,
} from '../store/summary-store.ts'
import { mailboxView } from './mailbox-view.ts'

type Fields = {
  readonly name: string
  readonly contactDefinition: string
  readonly profile: SourceProfile
  readonly channel: EnquiryChannel | null
  readonly retentionMonths: number | null
}

/** @throws AppError source-name-taken */
export async function createSource(
  context: Context,
  input: Fields & { readonly kind: SourceKind },
): Promise<IntakeSource> {
  const { scope, now } = context
  const { kind, ...fields } = input
  const source: StoredSource = {
    ...fields,
    sourceId: newId(now.getTime()),
    reader: kind,
    createdAt: now,
    retiredAt: null,
  }
  return inTransaction(context.db, async (trx) => {
    await refuseTakenName(context, source, trx)
    await insertSource(scope, trx, source)
    await note(context, { action: 'source.created', source, detail: { name: source.name, kind } }, trx)
    return sourceView(source)
  })
}

/** @throws AppError not-found · source-name-taken */
export async function editSource(
  context: Context,
  input: Fields & { readonly sourceId: string },
): Promise<IntakeSource> {
  const { scope, now } = context
  return inTransaction(context.db, async (trx) => {
    await lockSource(scope, trx, input.sourceId)
    const before = await sourceOf(context, input.sourceId, trx)
    const source = { ...before, ...input }
    await refuseTakenName(context, source, trx)
    await updateSource(scope, trx, source, now)
    const { name, retentionMonths } = source
    await note(context, { action: 'source.edited', source, detail: { name, retentionMonths } }, trx)
    return sourceView(source)
  })
}

/** A retired source takes nothing more in; what came stays. @throws AppError not-found */
export async function retireSource(
  context: Context,
  { sourceId, retired }: { readonly sourceId: string; readonly retired: boolean },
): Promise<IntakeSource> {
  const { scope, now } = context
  return inTransaction(context.db, async (trx) => {
    await lockSource(scope, trx, sourceId)
    const before = await sourceOf(context, sourceId, trx)
    if ((before.retiredAt !== null) === retired) return sourceView(before)
    const source = { ...before, retiredAt: retired ? now : null }
    await updateSource(scope, trx, source, now)
    await note(context, { action: retired ? 'source.retired' : 'source.revived', source, detail: {} }, trx)
    return sourceView(source)
  })
}

async function refuseTakenName({ scope }: Context, source: StoredSource, trx: Db): Promise<void> {
  if (await isNameTaken(scope, trx, source)) throw new AppError('source-name-taken')
}

type Note = {
  readonly action: string
  readonly source: StoredSource
  readonly detail: Readonly<Record<string, unknown>>
}

async function note(context: Context, { action, source, detail }: Note, trx: Db): Promise<void> {
  await recordAudit(context, { action, subject: { kind: 'source', id: source.sourceId }, detail }, trx)
}

/** @throws AppError not-found */
export async function sourceOf(
  { scope, db }: Pick<Context, 'scope' | 'db'>,
  sourceId: string,
  trx: Db = db,
): Promise<StoredSource> {
  const source = await findSource(scope, trx, sourceId)
  if (!source) throw new AppError('not-found')
  return source
}

/** A source that takes in what is brought to it. @throws AppError not-found · source-retired · source-kind */
export async function openSourceOf(
  context: Pick<Context, 'scope' | 'db'>,
  sourceId: string,
  isRight: (kind: string) => boolean,
): Promise<StoredSource> {
  const source = await sourceOf(context, sourceId)
  if (source.retiredAt !== null) throw new AppError('source-retired')
  if (!isRight(source.reader)) throw new AppError('source-kind')
  return source
}

export function sourceView(source: StoredSource): IntakeSource {
  const { reader, createdAt, retiredAt, profile, ...rest } = source
  return {
    ...rest,
    profile: profile as SourceProfile,
    kind: sourceKinds.find((kind) => kind === reader) ?? 'json',
    createdAt: createdAt.toISOString(),
    retiredAt: retiredAt?.toISOString() ?? null,
  }
}

export async function readSummary(context: Context) {
  const { scope, db } = context
  const sources = await listSources(scope, db)
  const delivered = await totalsOfDeliveries(scope, db)
  const stored = await totalsOfEnquiries(scope, db)
  const boxes = await listMailboxes(scope, db)
  return {
    sources: sources.map((source) =>
      summaryOf(source, {
        delivered: delivered.get(source.sourceId),
        stored: stored.filter(({ sourceId }) => sourceId === source.sourceId),
        mailbox: boxes.find(({ sourceId }) => sourceId === source.sourceId),
      }),
    ),
    channels: stored.map(({ channel, sourceId, rows, contacts, countOnly }) => ({
      channel,
      sourceId,
      rows,
      contacts,
      countOnly,
    })),
  }
}

/** @throws AppError not-found */
export async function readSource(context: Context, { sourceId }: { readonly sourceId: string }) {
  await sourceOf(context, sourceId)
  const { sources } = await readSummary(context)
  return sources.find((source) => source.sourceId === sourceId)!
}

type Found = {
  readonly delivered: DeliveryTotals | undefined
  readonly stored: readonly StoredTotals[]
  readonly mailbox: StoredMailbox | undefined
}

function summaryOf(source: StoredSource, { delivered, stored, mailbox }: Found): SourceSummary {
  const { read = 0, landed = 0, known = 0, changed = 0, refused = 0, contacts = 0 } = delivered ?? {}
  const counts = { read, landed, known, changed, refused, contacts }
  const sum = (of: (totals: StoredTotals) => number) => stored.reduce((all, totals) => all + of(totals), 0)
  const totals = {
    rows: sum(({ rows }) => rows),
    contacts: sum((each) => each.contacts),
    withText: sum(({ withText }) => withText),
  }
  const days = stored.flatMap(({ from, to }) => [from, to]).sort()
  return {
    ...sourceView(source),
    counts,
    masked: delivered?.masked ?? {},
    batches: delivered?.batches ?? 0,
    lastBatch: delivered ? { ...delivered.last, at: delivered.last.at.toISOString() } : null,
    stored: totals,
    days: days.length === 0 ? null : { from: days[0]!, to: days.at(-1)! },
    reconciles: addsUp(counts, totals, source.reader),
    mailbox: mailbox ? mailboxView(mailbox) : null,
  }
}
