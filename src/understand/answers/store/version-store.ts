/** Channel versions, and every text that they have had. */
import type { Language } from '../../../kernel/localized.ts'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { AnswerChannel } from '../rules/answer-words.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

export type VersionKey = {
  readonly answerId: string
  readonly channel: AnswerChannel
  readonly language: Language
}

export type StoredVersion = VersionKey & {
  readonly editNumber: number
  readonly body: string
  readonly approvedBody: string | null
  readonly coreRevision: number | null
  readonly approvedStamp: string | null
  readonly approvedAt: Date | null
  readonly approvedBy: string | null
  readonly changedAt: Date
  readonly changedBy: string | null
}

/** Of these answers, or of all of the organisation's. */
export async function listVersions(
  { organisationId }: Tenant,
  db: Db,
  answerIds?: readonly string[],
): Promise<readonly StoredVersion[]> {
  if (answerIds?.length === 0) return []
  return db
    .selectFrom('answer_version as v')
    .leftJoin('person as approver', (join) =>
      join
        .onRef('approver.organisation_id', '=', 'v.organisation_id')
        .onRef('approver.person_id', '=', 'v.approved_by'),
    )
    .leftJoin('person as changer', (join) =>
      join
        .onRef('changer.organisation_id', '=', 'v.organisation_id')
        .onRef('changer.person_id', '=', 'v.changed_by'),
    )
    .select([
      'v.answer_id as answerId',
      'v.channel',
      'v.language',
      'v.edit_number as editNumber',
      'v.body',
      'v.approved_body as approvedBody',
      'v.core_revision as coreRevision',
      'v.core_stamp as approvedStamp',
      'v.approved_at as approvedAt',
      'approver.name as approvedBy',
      'v.changed_at as changedAt',
      'changer.name as changedBy',
    ])
    .where('v.organisation_id', '=', organisationId)
    .$if(answerIds !== undefined, (query) => query.where('v.answer_id', 'in', [...answerIds!]))
    .execute()
}

export type VersionText = VersionKey & {
  readonly editNumber: number
  readonly body: string
  readonly at: Date
  readonly kind: 'generated' | 'written'
}

export async function saveVersionText(scope: Scope, trx: Db, text: VersionText): Promise<void> {
  const { organisationId, personId } = scope
  const { answerId, channel, language, editNumber, body, at } = text
  const changed = { edit_number: editNumber, body, changed_at: at, changed_by: personId }
  await trx
    .insertInto('answer_version')
    .values({
      organisation_id: organisationId,
      answer_id: answerId,
      channel,
      language,
      ...changed,
      approved_body: null,
      core_revision: null,
      core_stamp: null,
      approved_at: null,
      approved_by: null,
    })
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'answer_id', 'channel', 'language']).doUpdateSet(changed),
    )
    .execute()
  await insertEdit(scope, trx, text)
}

export async function approveVersion(
  scope: Scope,
  trx: Db,
  approval: VersionKey & {
    readonly editNumber: number
    readonly body: string
    readonly coreRevision: number
    readonly coreStamp: string
    readonly at: Date
  },
): Promise<void> {
  const { organisationId, personId } = scope
  await trx
    .updateTable('answer_version')
    .set({
      approved_body: approval.body,
      core_revision: approval.coreRevision,
      core_stamp: approval.coreStamp,
      approved_at: approval.at,
      approved_by: personId,
    })
    .where('organisation_id', '=', organisationId)
    .where('answer_id', '=', approval.answerId)
    .where('channel', '=', approval.channel)
    .where('language', '=', approval.language)
    .execute()
  await insertEdit(scope, trx, { ...approval, kind: 'approved' })
}

type Edit = VersionKey & {
  readonly editNumber: number
  readonly body: string
  readonly at: Date
  readonly kind: 'generated' | 'written' | 'approved'
}

/** The same text approved again is told once, with its last time. */
async function insertEdit({ organisationId, personId }: Scope, trx: Db, edit: Edit): Promise<void> {
  await trx
    .insertInto('answer_version_edit')
    .values({
      organisation_id: organisationId,
      answer_id: edit.answerId,
      channel: edit.channel,
      language: edit.language,
      edit_number: edit.editNumber,
      kind: edit.kind,
      body: edit.body,
      at: edit.at,
      person_id: personId,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'answer_id', 'channel', 'language', 'edit_number', 'kind'])
        .doUpdateSet({ at: edit.at, person_id: personId }),
    )
    .execute()
}

/** Newest first. */
export async function listEdits({ organisationId }: Tenant, db: Db, key: VersionKey) {
  return db
    .selectFrom('answer_version_edit as e')
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'e.organisation_id')
        .onRef('person.person_id', '=', 'e.person_id'),
    )
    .select(['e.edit_number as editNumber', 'e.kind', 'e.body', 'e.at', 'person.name as by'])
    .where('e.organisation_id', '=', organisationId)
    .where('e.answer_id', '=', key.answerId)
    .where('e.channel', '=', key.channel)
    .where('e.language', '=', key.language)
    .orderBy('e.edit_number', 'desc')
    .orderBy('e.at', 'desc')
    .execute()
}
