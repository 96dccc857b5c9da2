/** A person decides about every submission; the rules only say where to look (M6.3). */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { bandOf } from '../../results/rules/band-of.ts'
import { compileMethod } from '../../results/rules/compiled-form.ts'
import type { ContactState, HistoryEvent, QueueItem, ReviewDetail } from '../contract.ts'
import { askedForm } from '../rules/asked-form.ts'
import { waitedMs } from '../rules/clock-status.ts'
import type { FindingKind } from '../rules/finding-kinds.ts'
import { findingsOf } from '../rules/findings.ts'
import { listContacts } from '../store/contact-store.ts'
import type { FieldEdition } from '../store/edition-store.ts'
import type { StoredEvent } from '../store/event-store.ts'
import { namesOf } from '../store/person-name-store.ts'
import { deleteScore, saveScore } from '../store/score-store.ts'
import { listSubmissions, type StoredSubmission } from '../store/submission-store.ts'
import { filledOf } from './observe.ts'
import { appendToLife, findEdition, openContact, plainEvent, scenarioOf } from './open-contact.ts'
import { type Reviewed, reviewsOf, scoreOf } from './review-picture.ts'

const waiting = ['submitted', 'resubmitted'] as const
/** One reviewer's day; the rest comes when these are decided. */
const queueLength = 300

/** What waits for review, handed in longest ago first. @throws AppError not-found */
export async function readQueue(context: Context, { editionId }: { readonly editionId: string }) {
  const { scope, db } = context
  const edition = await findEdition(scope, db, editionId)
  const contacts = await listContacts(scope, db, { states: waiting, editionIds: [editionId] })
  const reviews = (await reviewsOf(context, edition, contacts.slice(0, queueLength))).toSorted(
    (one, other) => one.last.submittedAt.getTime() - other.last.submittedAt.getTime(),
  )
  return {
    edition: edition.name,
    items: reviews.map((review) => toQueueItem(review, edition)),
    bands: edition.method.bands.map(({ id, name }) => ({ id, name })),
    more: Math.max(0, contacts.length - queueLength),
  }
}

function toQueueItem(review: Reviewed, { method }: Pick<FieldEdition, 'method'>): QueueItem {
  const { contact, last, picture, score } = review
  const findings = kindsOf(review)
  return {
    contactId: contact.contactId,
    number: contact.number,
    participant: contact.participant,
    participantId: contact.participantId,
    channel: contact.channel,
    observer: contact.observer ?? '',
    observerId: contact.observerId ?? contact.contactId,
    state: contact.state,
    answered: last.answered,
    version: last.version,
    submittedAt: last.submittedAt.toISOString(),
    findings,
    comments: findings.length > 0 ? [] : Object.values(picture.comments).filter((text) => text.trim() !== ''),
    ...(score.kind === 'scored' ? { score: score.score, band: bandOf(method.bands, score.score) } : {}),
  }
}

function kindsOf({ picture }: Reviewed): FindingKind[] {
  return [...new Set(findingsOf(picture).map(({ kind }) => kind))]
}

type OneContact = { readonly editionId: string; readonly contactId: string }

/** One submission as a reviewer reads it, whatever its state. @throws AppError not-found, also without a form */
export async function readReview(context: Context, where: OneContact): Promise<ReviewDetail> {
  const { scope, db } = context
  const { contact, edition } = await openContact(context, db, where)
  const [review] = await reviewsOf(context, edition, [contact])
  if (!review) throw new AppError('not-found')
  const { last, earlier, log, life, score } = review
  const { findings: _kinds, score: _score, band: _band, ...item } = toQueueItem(review, edition)
  const waited = waitedMs(life.clock)
  return {
    ...item,
    class: contact.class,
    date: contact.date,
    from: contact.from,
    to: contact.to,
    scenario: scenarioOf(edition, contact),
    form: askedForm(edition.method, contact.channel),
    ...filledOf(last),
    earlier: earlier.map(toVersion),
    ...(score.kind === 'scored' ? { score: { score: score.score, areas: areasOf(score.areas) } } : {}),
    ...(waited > 0 ? { waitedSeconds: waited / 1000 } : {}),
    findings: findingsOf(review.picture).map(({ kind, where: place, params }) => ({
      kind,
      ...(place === undefined ? {} : { where: place }),
      ...(params === undefined ? {} : { params }),
    })),
    history: await historyOf(scope, db, log),
  }
}

function areasOf(areas: Readonly<Record<string, { readonly score: number }>>) {
  return Object.entries(areas).map(([area, { score }]) => ({ area, score }))
}

function toVersion(submission: StoredSubmission) {
  const { version, submittedAt } = submission
  return { version, submittedAt: submittedAt.toISOString(), ...filledOf(submission) }
}

async function historyOf(
  scope: Context['scope'],
  db: Db,
  log: readonly StoredEvent[],
): Promise<HistoryEvent[]> {
  const names = await namesOf(scope, db, [...new Set(log.flatMap(({ personId }) => personId ?? []))])
  return log.map((event) => {
    const person = names.get(event.personId ?? '')
    const { note } = event.detail
    return {
      ...plainEvent(event),
      recordedAt: event.recordedAt.toISOString(),
      ...(person === undefined ? {} : { person }),
      ...(note === undefined ? {} : { note }),
    }
  })
}

type Decision = OneContact & { readonly version: number }

/**
 * Approves the version that the reviewer read, and stores its score with the method's version.
 *
 * @throws AppError not-found · conflict when another version was handed in meanwhile · event-refused ·
 *   submission-incomplete when a scored question is blank
 */
export async function approve(context: Context, given: Decision, onlyClean = false) {
  return decide(context, given, { kind: 'approved', onlyClean }, async (trx, { edition, contact }, last) => {
    const score = scoreOf(compileMethod(edition.method), contact.channel, last)
    if (score.kind === 'refused')
      throw new AppError(
        'submission-incomplete',
        {},
        score.problems.map(({ code, question }) => ({ code, path: `answers.${question}` })),
      )
    if (score.kind === 'noScore') return { score: null }
    const { methodVersion } = edition
    await saveScore(context.scope, trx, contact, { score, methodVersion, at: context.now })
    return { score: score.score, methodVersion }
  })
}

/** Sends the form back with a note. @throws AppError as `approve` */
export async function returnToObserver(context: Context, given: Decision & { readonly note: string }) {
  return decide(context, given, { kind: 'returned', note: given.note }, async () => ({ note: given.note }))
}

type Opened = Awaited<ReturnType<typeof openContact>>

type Verdict = {
  readonly kind: 'approved' | 'returned'
  readonly note?: string
  /** Refused when a rule has found something. */
  readonly onlyClean?: boolean
}

async function decide(
  context: Context,
  { editionId, contactId, version }: Decision,
  { kind, note, onlyClean }: Verdict,
  follow: (trx: Db, open: Opened, last: StoredSubmission) => Promise<Readonly<Record<string, unknown>>>,
): Promise<{ contactId: string; state: ContactState }> {
  return inTransaction(context.db, async (trx) => {
    const open = await openContact(context, trx, { contactId, editionId, lock: true })
    const [last] = await listSubmissions(context.scope, trx, { editionId, contactIds: [contactId] })
    if (!last) throw new AppError('event-refused', refusalOf(kind, open))
    if (last.version !== version) throw new AppError('conflict', { version: last.version })
    // What the rules said is kept with the decision: whether they were right is counted later.
    const [review] = await reviewsOf({ scope: context.scope, db: trx }, open.edition, [open.contact])
    const findings = review ? kindsOf(review) : []
    if (onlyClean && findings.length > 0) throw new AppError('has-findings')
    const detail = { version, findings, ...(note === undefined ? {} : { note }) }
    const eventId = newId(context.now.getTime())
    const { life } = await appendToLife(context, trx, open, {
      events: [{ eventId, kind, at: context.now.toISOString(), detail }],
    })
    const more = await follow(trx, open, last)
    const subject = { kind: 'contact', id: contactId }
    await recordAudit(context, { action: `contact.${kind}`, subject, detail: { version, ...more } }, trx)
    return { contactId, state: life.state }
  })
}

type CleanOnes = {
  readonly editionId: string
  readonly items: readonly { readonly contactId: string; readonly version: number }[]
}

/** Each is decided by itself: what is refused, such as one with findings, does not stop the others. */
export async function approveClean(context: Context, { editionId, items }: CleanOnes) {
  const approved: string[] = []
  const refused: { contactId: string; code: string }[] = []
  for (const item of items) {
    try {
      await approve(context, { editionId, ...item }, true)
      approved.push(item.contactId)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refused.push({ contactId: item.contactId, code: error.code })
    }
  }
  return { approved, refused }
}

/**
 * Takes the last decision back: the log keeps both. Only while nothing else has happened to the contact, and the
 * results are not published.
 *
 * @throws AppError not-found · decision-final
 */
export async function reopen(context: Context, { editionId, contactId, version }: Decision) {
  return inTransaction(context.db, async (trx) => {
    const open = await openContact(context, trx, { contactId, editionId, lock: true })
    const last = open.log.at(-1)
    const isDecision = last?.kind === 'approved' || last?.kind === 'returned'
    if (!last || !isDecision || last.detail.version !== version || open.edition.state === 'published')
      throw new AppError('decision-final')
    const detail = { version, of: last.kind }
    const event = { eventId: newId(context.now.getTime()), at: context.now.toISOString(), detail }
    const { life } = await appendToLife(context, trx, open, { events: [{ ...event, kind: 'reopened' }] })
    await deleteScore(context.scope, trx, open.contact)
    const subject = { kind: 'contact', id: contactId }
    await recordAudit(context, { action: 'contact.reopened', subject, detail }, trx)
    return { contactId, state: life.state }
  })
}

function refusalOf(kind: string, { life }: Opened) {
  return { kind, refusal: 'not-in-this-state', state: life.state }
}
