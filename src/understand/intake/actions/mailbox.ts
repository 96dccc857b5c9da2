/** A folder of a mailbox as a source: kept with a sealed password, fetched by a job, now or when its turn comes. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import type { Job, Jobs } from '../../../platform/jobs/index.ts'
import type { IntakeContext } from '../context.ts'
import type { IntakeMailbox, SourceProfile } from '../contract.ts'
import { tell } from '../listeners.ts'
import { addressOfHost } from '../mail/mail-host.ts'
import { type Message, readFolder } from '../mail/read-folder.ts'
import type { ReadItem } from '../rules/record.ts'
import { changeBatch, ensureBatch } from '../store/batch-store.ts'
import {
  type Fetched,
  findMailbox,
  type Mailbox,
  noteFetch,
  type StoredMailbox,
  saveMailbox,
  takeDueMailboxes,
} from '../store/mailbox-store.ts'
import type { StoredSource } from '../store/source-store.ts'
import { doorOf, prepareInBreaths } from './import-file.ts'
import { land } from './land.ts'
import { mailboxView } from './mailbox-view.ts'
import { readMessage } from './open-reader.ts'
import { openSourceOf } from './sources.ts'

export const fetchJob = 'intake.fetch'
export type FetchPayload = {
  readonly organisationId: string
  /** Who asked; null when its turn had come. */
  readonly personId: string | null
  readonly sourceId: string
}

type OfSource = { readonly sourceId: string }
type Given = OfSource & Omit<Mailbox, 'password'> & { readonly password?: string | undefined }

const isMailbox = (kind: string) => kind === 'imap'
const purposeOf = (organisationId: string, sourceId: string): string =>
  `intake mailbox ${organisationId} ${sourceId}`

/**
 * @throws AppError not-found · source-kind · mailbox-private · mailbox-unreachable for a host nobody knows ·
 *   mailbox-open for a password that would cross the internet in the clear
 */
export async function saveMailboxOf(context: IntakeContext, given: Given): Promise<IntakeMailbox> {
  const { scope, db, now, seals, mailHosts } = context
  const { sourceId, password, ...rest } = given
  await openSourceOf(context, sourceId, isMailbox)
  if (rest.security === 'none' && !mailHosts.includes(rest.host.toLowerCase()))
    throw new AppError('mailbox-open')
  await addressOfHost(rest.host, mailHosts)
  const before = await findMailbox(scope, db, sourceId)
  // A password goes to nobody but whom it was given for.
  const isSame = before?.host === rest.host && before.user === rest.user
  if (password === undefined && !isSame)
    throw new AppError('invalid-input', {}, [{ code: 'password-missing', path: 'password' }])
  const sealed =
    password === undefined
      ? before!.password
      : seals.seal(Buffer.from(password), purposeOf(scope.organisationId, sourceId))
  return inTransaction(db, async (trx) => {
    await saveMailbox(scope, trx, { sourceId, box: { ...rest, password: sealed }, now })
    const detail = { host: rest.host, folder: rest.folder }
    await recordAudit(
      context,
      { action: 'mailbox.saved', subject: { kind: 'source', id: sourceId }, detail },
      trx,
    )
    return mailboxView((await findMailbox(scope, trx, sourceId))!)
  })
}

/** @throws AppError not-found · source-retired · source-kind · mailbox-missing */
export async function startFetch(context: IntakeContext, { sourceId }: OfSource): Promise<{ jobId: string }> {
  const { scope, db, jobs } = context
  await openSourceOf(context, sourceId, isMailbox)
  if (!(await findMailbox(scope, db, sourceId))) throw new AppError('mailbox-missing')
  const { organisationId, personId } = scope
  const payload: FetchPayload = { organisationId, personId, sourceId }
  return { jobId: await jobs.send(fetchJob, payload, { organisationId }) }
}

/** Sends a job for every mailbox whose turn has come. */
export async function sendDueFetches(db: Db, jobs: Jobs, now: Date): Promise<number> {
  const due = await takeDueMailboxes(db, now)
  for (const { organisationId, sourceId } of due) {
    const payload: FetchPayload = { organisationId, personId: null, sourceId }
    await jobs.send(fetchJob, payload, { organisationId })
  }
  return due.length
}

type Doing = Pick<Job<object>, 'signal' | 'progress'>

const stepSize = 50

/** Fetches what is new, step by step; how far it came is noted after each, so that a step done twice changes nothing. */
export async function carryOutFetch(
  context: IntakeContext,
  { sourceId }: OfSource,
  job: Doing,
): Promise<{ messages: number }> {
  const { scope, db, now } = context
  const source = await openSourceOf(context, sourceId, isMailbox)
  const box = await findMailbox(scope, db, sourceId)
  if (!box) throw new AppError('mailbox-missing')
  try {
    const messages = await fetchNew(context, source, box, job)
    await noteFetch(scope, db, { sourceId, at: now, error: null })
    return { messages }
  } catch (error) {
    const code = error instanceof AppError ? error.code : 'internal'
    await noteFetch(scope, db, { sourceId, at: now, error: code })
    if (error instanceof AppError) return { messages: 0 }
    throw error
  }
}

async function fetchNew(
  context: IntakeContext,
  source: StoredSource,
  box: StoredMailbox,
  job: Doing,
): Promise<number> {
  const { scope, seals, mailHosts } = context
  const password = seals.open(box.password, purposeOf(scope.organisationId, source.sourceId)).toString()
  const store = stepStorer(context, source, box)
  let read = 0
  let step: Message[] = []
  for await (const message of readFolder({ ...box, password }, { mailHosts, signal: job.signal })) {
    step.push(message)
    read += 1
    if (step.length < stepSize) continue
    await store(step)
    step = []
    job.progress(0.5, String(read))
  }
  if (step.length > 0) await store(step)
  await store.end()
  return read
}

/** Stores steps of messages in one delivery, which is made when the first of them comes. */
function stepStorer(context: IntakeContext, source: StoredSource, box: StoredMailbox) {
  const { scope, db, now, jobs, log } = context
  const { sourceId } = source
  const batchId = newId(now.getTime())
  const door = doorOf(context, source)
  let begun = false
  const store = async (messages: readonly Message[]): Promise<void> => {
    if (!begun)
      await ensureBatch(scope, db, {
        batchId,
        sourceId,
        fileName: box.folder,
        state: 'running',
        receivedAt: now,
      })
    begun = true
    const items: ReadItem[] = []
    for (const message of messages) items.push(await readMessage(message, source.profile as SourceProfile))
    const opened = await door
    const before = opened.masked()
    const step = await prepareInBreaths(opened, items)
    const masked = Object.fromEntries(
      Object.entries(opened.masked()).map(([kind, count]) => [kind, count - (before[kind] ?? 0)]),
    )
    const added = await land(scope, db, { sourceId, batchId, masked }, step)
    const last = messages.at(-1)!
    const fetched: Fetched = {
      sourceId,
      at: now,
      uidValidity: last.uidValidity,
      lastUid: last.uid,
      error: null,
    }
    await noteFetch(scope, db, fetched)
    if (!added) return
    const { landed, changed } = added
    const came = { organisationId: scope.organisationId, sourceId, batchId, landed, changed }
    await tell(context.intakeListeners, came, {
      jobs,
      onError: (error) => log.error({ err: error }, 'told of enquiries'),
    })
  }
  const end = async (): Promise<void> => {
    if (begun) await changeBatch(scope, db, batchId, { state: 'done', finishedAt: now })
  }
  return Object.assign(store, { end })
}
