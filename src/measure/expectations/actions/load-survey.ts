/** How every action gets at a survey: one whose last day is over is closed and sealed before anybody sees it. */
import { randomBytes } from 'node:crypto'
import { toLocal } from '../../../kernel/zone.ts'
import type { Context } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import type { SurveyPhase } from '../contract.ts'
import { surveyPhase } from '../rules/survey-phase.ts'
import { replaceAnswers } from '../store/answer-store.ts'
import { findSurvey, type StoredSurvey, updateSurvey } from '../store/survey-store.ts'

export type Asking = Pick<Context, 'scope' | 'db' | 'now'>
export type SurveyInPhase = StoredSurvey & { readonly phase: SurveyPhase }

type InEdition = { readonly editionId: string; readonly lock?: boolean }

export async function loadSurvey(
  { scope, db, now }: Asking,
  { editionId, lock = false }: InEdition,
  trx: Db = db,
): Promise<SurveyInPhase | undefined> {
  const survey = await findSurvey(scope, trx, { editionId, lock })
  if (!survey) return undefined
  const phase = surveyPhase(survey, toLocal(now).date)
  if (phase === 'closed' && survey.closedAt === null) {
    await sealSurvey({ scope, db: trx, now }, editionId)
    return { ...survey, closedAt: now, secret: null, phase }
  }
  return { ...survey, phase }
}

/**
 * Cuts the last tie between people and answers: the secret that an answer's key was made with is removed, and every
 * answer is written anew under a random key in another order.
 */
export async function sealSurvey({ scope, db, now }: Asking, editionId: string): Promise<void> {
  await inTransaction(db, async (trx) => {
    const survey = await findSurvey(scope, trx, { editionId, lock: true })
    if (!survey || survey.closedAt !== null) return
    await replaceAnswers(scope, trx, { editionId, keys: randomKeys })
    await updateSurvey(scope, trx, { editionId, now, closedAt: now, secret: null })
  })
}

function randomKeys(count: number): readonly string[] {
  return Array.from({ length: count }, () => randomBytes(24).toString('base64url'))
}
