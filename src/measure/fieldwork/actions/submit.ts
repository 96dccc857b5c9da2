/** Handing in a form: once, whatever the network does, and only whole. */
import { AppError, type InputIssue } from '../../../kernel/errors.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import type { ContactState, FilledForm } from '../contract.ts'
import { askedForm, isWritten } from '../rules/asked-form.ts'
import { checkSubmission, completeAnswers, type SubmissionIssue } from '../rules/submission-check.ts'
import {
  deleteDraft,
  findSubmission,
  insertSubmission,
  listSubmissions,
  type StoredSubmission,
} from '../store/submission-store.ts'
import { refuseFuture } from './observe.ts'
import { appendToLife, type OpenContact, openOwnContact } from './open-contact.ts'

type HandIn = FilledForm & {
  readonly contactId: string
  /** Made by the observer's page: the same id twice is the same submission. */
  readonly submissionId: string
  readonly submittedAt: string
}

type Receipt = { submissionId: string; version: number; state: ContactState }

/**
 * Stores the form as a new version and moves the contact on, in one transaction: answered only after it is
 * committed.
 *
 * @throws AppError not-found · time-in-future · fieldwork-closed · event-refused · submission-id-reused ·
 *   submission-incomplete with each blank question by its id
 */
export async function handIn(context: Context, given: HandIn): Promise<Receipt> {
  return inTransaction(context.db, async (trx) =>
    handInOn(context, trx, await openOwnContact(context, trx, { contactId: given.contactId, lock: true }), {
      ...given,
      personId: context.scope.personId,
    }),
  )
}

type HandInBy = Omit<HandIn, 'contactId'> & { readonly personId: string }

/** As `handIn`, on a contact that is locked; `personId` is who filled in the form. */
export async function handInOn(
  context: Context,
  trx: Db,
  open: OpenContact,
  given: HandInBy,
): Promise<Receipt> {
  refuseFuture(given.submittedAt, context.now)
  const known = await findSubmission(context.scope, trx, given.submissionId)
  if (known) return receiptOf(known, open)
  if (open.edition.state === 'preparing' || open.edition.state === 'published')
    throw new AppError('fieldwork-closed')
  return store(context, trx, open, given)
}

/** The same answer as the first time, also when the contact has moved on since. */
function receiptOf(known: StoredSubmission, { contact }: OpenContact): Receipt {
  if (known.contactId !== contact.contactId) throw new AppError('submission-id-reused')
  const { submissionId, version } = known
  return { submissionId, version, state: version === 1 ? 'submitted' : 'resubmitted' }
}

async function store(context: Context, trx: Db, open: OpenContact, given: HandInBy): Promise<Receipt> {
  const { contact, edition, life } = open
  const { submissionId, submittedAt } = given
  const kind = life.state === 'returned' ? 'resubmitted' : 'submitted'
  const [last] = await listSubmissions(context.scope, trx, {
    editionId: contact.editionId,
    contactIds: [contact.contactId],
  })
  const version = (last?.version ?? 0) + 1
  const { life: after } = await appendToLife(context, trx, open, {
    events: [{ eventId: submissionId, kind, at: submittedAt, detail: { version } }],
    personId: given.personId,
  })
  const filled = {
    form: askedForm(edition.method, contact.channel),
    channel: contact.channel,
    clock: life.clock,
    answers: given.answers,
    comments: given.comments,
  }
  const issues = checkSubmission(filled)
  if (issues.length > 0) throw new AppError('submission-incomplete', {}, issues.map(toIssue))
  const transcript = given.transcript?.trim() || null
  if (transcript !== null && !isWritten(contact.channel))
    throw new AppError('submission-incomplete', {}, [{ code: 'not-on-this-form', path: 'transcript' }])
  await insertSubmission(context.scope, trx, contact, {
    version,
    submissionId,
    answered: life.clock.answer !== undefined,
    answers: completeAnswers(filled),
    comments: given.comments,
    transcript,
    submittedAt: new Date(submittedAt),
    submittedBy: given.personId,
    methodVersion: edition.methodVersion,
  })
  await deleteDraft(context.scope, trx, contact)
  const subject = { kind: 'contact', id: contact.contactId }
  await recordAudit(context, { action: `contact.${kind}`, subject, detail: { submissionId, version } }, trx)
  return { submissionId, version, state: after.state }
}

function toIssue(issue: SubmissionIssue): InputIssue {
  if ('comment' in issue) return { code: issue.code, path: `comments.${issue.comment}` }
  const path = `answers.${issue.question}`
  return issue.value === undefined
    ? { code: issue.code, path }
    : { code: issue.code, path, value: issue.value }
}
