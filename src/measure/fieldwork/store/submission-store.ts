import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Answers, Comments } from '../contract.ts'

declare module '../../../platform/database/index.ts' {
  interface Tables {
    draft: {
      organisation_id: string
      edition_id: string
      contact_id: string
      answers: Answers
      comments: Comments
      transcript: string | null
      saved_at: Date
    }
    submission: {
      organisation_id: string
      edition_id: string
      contact_id: string
      version: number
      submission_id: string
      answered: boolean
      answers: Answers
      comments: Comments
      transcript: string | null
      submitted_at: Date
      submitted_by: string
      method_version: string
    }
  }
}

type ContactKey = { readonly editionId: string; readonly contactId: string }

export type Draft = {
  readonly answers: Answers
  readonly comments: Comments
  readonly transcript: string | null
  readonly savedAt: Date
}

export async function findDraft(scope: Scope, db: Db, contact: ContactKey): Promise<Draft | undefined> {
  const row = await db
    .selectFrom('draft')
    .select(['answers', 'comments', 'transcript', 'saved_at'])
    .where('organisation_id', '=', scope.organisationId)
    .where('edition_id', '=', contact.editionId)
    .where('contact_id', '=', contact.contactId)
    .executeTakeFirst()
  if (!row) return undefined
  const { answers, comments, transcript, saved_at: savedAt } = row
  return { answers, comments, transcript, savedAt }
}

/** Keeps the draft unless a newer one is there already. */
export async function saveDraft(scope: Scope, db: Db, contact: ContactKey, draft: Draft): Promise<void> {
  const { answers, comments, transcript, savedAt } = draft
  await db
    .insertInto('draft')
    .values({
      organisation_id: scope.organisationId,
      edition_id: contact.editionId,
      contact_id: contact.contactId,
      answers,
      comments,
      transcript,
      saved_at: savedAt,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'edition_id', 'contact_id'])
        .doUpdateSet({ answers, comments, transcript, saved_at: savedAt })
        .where('draft.saved_at', '<', savedAt),
    )
    .execute()
}

export async function deleteDraft(scope: Scope, trx: Db, contact: ContactKey): Promise<void> {
  await trx
    .deleteFrom('draft')
    .where('organisation_id', '=', scope.organisationId)
    .where('edition_id', '=', contact.editionId)
    .where('contact_id', '=', contact.contactId)
    .execute()
}

export type StoredSubmission = {
  readonly contactId: string
  readonly version: number
  readonly submissionId: string
  readonly answered: boolean
  readonly answers: Answers
  readonly comments: Comments
  /** Both sides of what was written, unmasked: never for a participant's eyes as it is. */
  readonly transcript: string | null
  readonly submittedAt: Date
  readonly submittedBy: string
  readonly methodVersion: string
}

function submissions(scope: Scope, db: Db) {
  return db
    .selectFrom('submission')
    .select(['contact_id', 'version', 'submission_id', 'answered', 'answers', 'comments'])
    .select(['transcript', 'submitted_at', 'submitted_by', 'method_version'])
    .where('submission.organisation_id', '=', scope.organisationId)
}

type Row = Awaited<ReturnType<ReturnType<typeof submissions>['execute']>>[number]

function toSubmission(row: Row): StoredSubmission {
  return {
    contactId: row.contact_id,
    version: row.version,
    submissionId: row.submission_id,
    answered: row.answered,
    answers: row.answers,
    comments: row.comments,
    transcript: row.transcript,
    submittedAt: row.submitted_at,
    submittedBy: row.submitted_by,
    methodVersion: row.method_version,
  }
}

/** What was handed in for some contacts, the newest first. */
export async function listSubmissions(
  scope: Scope,
  db: Db,
  { editionId, contactIds }: { readonly editionId: string; readonly contactIds: readonly string[] },
): Promise<readonly StoredSubmission[]> {
  if (contactIds.length === 0) return []
  const rows = await submissions(scope, db)
    .where('edition_id', '=', editionId)
    .where('contact_id', 'in', [...contactIds])
    .orderBy('version', 'desc')
    .execute()
  return rows.map(toSubmission)
}

/** A submission by the id that the observer's page gave it, whatever contact it is for. */
export async function findSubmission(
  scope: Scope,
  db: Db,
  submissionId: string,
): Promise<StoredSubmission | undefined> {
  const row = await submissions(scope, db).where('submission_id', '=', submissionId).executeTakeFirst()
  return row && toSubmission(row)
}

export async function insertSubmission(
  scope: Scope,
  trx: Db,
  contact: ContactKey,
  submission: Omit<StoredSubmission, 'contactId'>,
): Promise<void> {
  await trx
    .insertInto('submission')
    .values({
      organisation_id: scope.organisationId,
      edition_id: contact.editionId,
      contact_id: contact.contactId,
      version: submission.version,
      submission_id: submission.submissionId,
      answered: submission.answered,
      answers: submission.answers,
      comments: submission.comments,
      transcript: submission.transcript,
      submitted_at: submission.submittedAt,
      submitted_by: submission.submittedBy,
      method_version: submission.methodVersion,
    })
    .execute()
}

/** The last forms of some observers in an edition, with the score of those that are approved. */
export async function listFormsOfObservers(
  scope: Scope,
  db: Db,
  { editionId, observerIds }: { readonly editionId: string; readonly observerIds: readonly string[] },
) {
  if (observerIds.length === 0) return []
  return db
    .selectFrom('submission')
    .innerJoin('contact', (join) =>
      join
        .onRef('contact.organisation_id', '=', 'submission.organisation_id')
        .onRef('contact.edition_id', '=', 'submission.edition_id')
        .onRef('contact.contact_id', '=', 'submission.contact_id'),
    )
    .leftJoin('submission_score as score', (join) =>
      join
        .onRef('score.organisation_id', '=', 'submission.organisation_id')
        .onRef('score.edition_id', '=', 'submission.edition_id')
        .onRef('score.contact_id', '=', 'submission.contact_id')
        .on('score.answered', '=', true),
    )
    .distinctOn('submission.contact_id')
    .select(['submission.contact_id', 'submission.submission_id', 'submission.comments'])
    .select(['contact.observer_id', 'contact.number', 'contact.channel', 'score.score'])
    .where('submission.organisation_id', '=', scope.organisationId)
    .where('submission.edition_id', '=', editionId)
    .where('contact.observer_id', 'in', [...observerIds])
    .orderBy('submission.contact_id')
    .orderBy('submission.version', 'desc')
    .execute()
}
