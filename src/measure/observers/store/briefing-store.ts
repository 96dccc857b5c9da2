/** Briefing tests and the attempts at them; all of it is only ever added to. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { BriefingQuestion } from '../contract.ts'
import '../tables.ts'

export type StoredTest = {
  readonly revision: number
  /** Null: the built-in ones. */
  readonly questions: readonly BriefingQuestion[] | null
  readonly passMark: number
  readonly required: boolean
  readonly savedAt: Date
}

/** The test in force of each edition that has settings of its own, or all its versions, the newest first. */
export async function listTests(
  { organisationId }: Scope,
  db: Db,
  editionId: string,
): Promise<readonly StoredTest[]> {
  const rows = await db
    .selectFrom('briefing_test')
    .select(['revision', 'questions', 'pass_mark', 'required', 'saved_at'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .orderBy('revision', 'desc')
    .execute()
  return rows.map((row) => ({
    revision: row.revision,
    questions: row.questions,
    passMark: row.pass_mark,
    required: row.required,
    savedAt: row.saved_at,
  }))
}

export async function insertTest(
  { organisationId, personId }: Scope,
  trx: Db,
  { editionId, ...test }: StoredTest & { readonly editionId: string },
): Promise<void> {
  await trx
    .insertInto('briefing_test')
    .values({
      organisation_id: organisationId,
      edition_id: editionId,
      revision: test.revision,
      questions: test.questions && (JSON.stringify(test.questions) as never),
      pass_mark: test.passMark,
      required: test.required,
      saved_at: test.savedAt,
      saved_by: personId,
    })
    .execute()
}

export type StoredAttempt = {
  readonly attemptId: string
  readonly editionId: string
  readonly observerId: string
  readonly questions: readonly BriefingQuestion[]
  readonly passMark: number
  readonly startedAt: Date
  readonly answers: readonly {
    readonly questionId: string
    readonly optionId: string
    readonly isRight: boolean
  }[]
}

type Wanted = { readonly editionId?: string; readonly observerId?: string; readonly attemptId?: string }

/** Attempts with their answers, the newest first. */
export async function listAttempts(
  { organisationId }: Scope,
  db: Db,
  { editionId, observerId, attemptId }: Wanted,
): Promise<readonly StoredAttempt[]> {
  const rows = await db
    .selectFrom('briefing_attempt')
    .select(['attempt_id', 'edition_id', 'observer_id', 'questions', 'pass_mark', 'started_at'])
    .select(
      sql<StoredAttempt['answers']>`coalesce((
        select jsonb_agg(jsonb_build_object('questionId', given.question_id, 'optionId', given.option_id,
          'isRight', given.is_right) order by given.answered_at)
        from briefing_answer given
        where given.organisation_id = briefing_attempt.organisation_id
          and given.edition_id = briefing_attempt.edition_id
          and given.attempt_id = briefing_attempt.attempt_id), '[]'::jsonb)`.as('answers'),
    )
    .where('organisation_id', '=', organisationId)
    .$if(editionId !== undefined, (query) => query.where('edition_id', '=', editionId!))
    .$if(observerId !== undefined, (query) => query.where('observer_id', '=', observerId!))
    .$if(attemptId !== undefined, (query) => query.where('attempt_id', '=', attemptId!))
    .orderBy('started_at', 'desc')
    .execute()
  return rows.map((row) => ({
    attemptId: row.attempt_id,
    editionId: row.edition_id,
    observerId: row.observer_id,
    questions: row.questions,
    passMark: row.pass_mark,
    startedAt: row.started_at,
    answers: row.answers,
  }))
}

/** Whether the attempt was new: another one with its id, in whatever edition or by whomever, is left alone. */
export async function insertAttempt(
  { organisationId }: Scope,
  trx: Db,
  attempt: Omit<StoredAttempt, 'answers'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('briefing_attempt')
    .values({
      organisation_id: organisationId,
      edition_id: attempt.editionId,
      attempt_id: attempt.attemptId,
      observer_id: attempt.observerId,
      questions: JSON.stringify(attempt.questions) as never,
      pass_mark: attempt.passMark,
      started_at: attempt.startedAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return Number(numInsertedOrUpdatedRows) > 0
}

type NewAnswer = {
  readonly editionId: string
  readonly attemptId: string
  readonly questionId: string
  readonly optionId: string
  readonly isRight: boolean
  readonly at: Date
}

/** An answer stands: a second one to the same question is left out. */
export async function insertAnswer({ organisationId }: Scope, trx: Db, answer: NewAnswer): Promise<void> {
  await trx
    .insertInto('briefing_answer')
    .values({
      organisation_id: organisationId,
      edition_id: answer.editionId,
      attempt_id: answer.attemptId,
      question_id: answer.questionId,
      option_id: answer.optionId,
      is_right: answer.isRight,
      answered_at: answer.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
