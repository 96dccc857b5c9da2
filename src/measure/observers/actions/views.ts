/** Stored rows as everybody reads them. */
import type { Context } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import { loadEdition } from '../../edition/index.ts'
import type { BriefingAttempt, BriefingQuestion, Conflict, Qualification } from '../contract.ts'
import { attemptResult } from '../rules/briefing-result.ts'
import { builtInQuestions } from '../rules/builtin-questions.ts'
import { type DecidedContact, gradeOf, shareInOrder } from '../rules/grade.ts'
import { wasLate } from '../rules/lateness.ts'
import { listTests, type StoredAttempt } from '../store/briefing-store.ts'
import type { StoredConflict, StoredQualification } from '../store/conflict-store.ts'
import { listDecided } from '../store/record-store.ts'

type Names = ReadonlyMap<string, string>
export type Reading = Pick<Context, 'scope' | 'db' | 'now'>

export function toConflict(stored: StoredConflict, names: Names): Conflict {
  const { conflictId, participant, kind, note, declaredAt, declaredBy, byObserver, endedAt } = stored
  return {
    conflictId,
    participant,
    kind,
    note,
    declaredAt: declaredAt.toISOString(),
    declaredBy: names.get(declaredBy ?? '') ?? '',
    byObserver,
    ...(endedAt ? { endedAt: endedAt.toISOString() } : {}),
  }
}

export function toQualification(stored: StoredQualification, names: Names): Qualification {
  const { status, since, note, setAt, setBy } = stored
  return { status, since, note, setAt: setAt.toISOString(), setBy: names.get(setBy) ?? '' }
}

export function toAttempt(stored: StoredAttempt): BriefingAttempt {
  const { attemptId, startedAt, questions, passMark, answers } = stored
  return attemptResult({
    attemptId,
    startedAt: startedAt.toISOString(),
    questions: questions.length,
    passMark,
    answers: answers.map(({ isRight }) => isRight),
  })
}

const usualPassMark = 80

export type BriefingTest = {
  readonly questions: readonly BriefingQuestion[]
  readonly isBuiltIn: boolean
  readonly passMark: number
  readonly required: boolean
  /** 0: nobody has changed it. */
  readonly revision: number
  readonly savedAt: Date | undefined
}

/** The briefing test in force: the organiser's own, or the built-in one. @throws AppError not-found */
export async function briefingTestOf(
  { scope, db }: Pick<Context, 'scope' | 'db'>,
  editionId: string,
  trx: Db = db,
): Promise<BriefingTest> {
  const { method } = await loadEdition({ scope, db: trx }, editionId, trx)
  const [saved] = await listTests(scope, trx, editionId)
  return {
    questions: saved?.questions ?? builtInQuestions(method),
    isBuiltIn: !saved?.questions,
    passMark: saved?.passMark ?? usualPassMark,
    required: saved?.required ?? false,
    revision: saved?.revision ?? 0,
    savedAt: saved?.savedAt,
  }
}

/** The grades of an edition, asked for one observer at a time. */
export async function gradesOf({ scope, db }: Reading, editionId: string) {
  const decided = (await listDecided(scope, db, editionId)).map(
    (row): DecidedContact => ({
      observerId: row.observerId,
      returned: row.returns > 0,
      late: wasLate(row),
      noticed: row.decisionsWithFindings > 0,
      upheld: row.returns > 0 && row.returnsWithFindings > 0,
    }),
  )
  const all = shareInOrder(decided)
  const byObserver = Map.groupBy(decided, ({ observerId }) => observerId)
  return (observerId: string) => {
    const { inOrder, returned, late, upheld, standing } = gradeOf(byObserver.get(observerId) ?? [], all)
    return { inOrder, returned, late, upheld, all, standing }
  }
}
