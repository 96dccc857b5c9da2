/** The observer's part of a survey. No audit entry is written for an answer: it would say who answered when. */
import { createHmac } from 'node:crypto'
import { AppError } from '../../../kernel/errors.ts'
import type { Context } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { loadEdition } from '../../edition/index.ts'
import type { Background, MySurvey, SurveyReply } from '../contract.ts'
import { isWhole } from '../rules/check-questionnaire.ts'
import { itemOrder } from '../rules/item-order.ts'
import { findAnswer, saveAnswer } from '../store/answer-store.ts'
import { listInvited, markAnswered, myInvitations } from '../store/invitation-store.ts'
import type { StoredSurvey } from '../store/survey-store.ts'
import { loadSurvey, type SurveyInPhase } from './load-survey.ts'

type InEdition = { readonly editionId: string }

/** Open ones that this person is invited to, the one that closes first at the top. */
export async function mySurveys(context: Context) {
  const { scope, db } = context
  const invitations = await myInvitations(scope, db)
  const items: { editionId: string; edition: string; closesOn: string; answered: boolean }[] = []
  for (const [editionId, answered] of invitations) {
    const survey = await loadSurvey(context, { editionId })
    if (survey?.phase !== 'open') continue
    const { name } = await loadEdition(context, editionId)
    items.push({ editionId, edition: name, closesOn: survey.closesOn, answered })
  }
  return { items: items.toSorted((a, b) => (a.closesOn < b.closesOn ? -1 : 1)) }
}

/** @throws AppError not-found unless invited · survey-not-open */
export async function readMySurvey(context: Context, { editionId }: InEdition): Promise<MySurvey> {
  const { scope, db } = context
  const { survey, answered } = await openTo(context, editionId)
  const edition = await loadEdition(context, editionId)
  const given = answered
    ? await findAnswer(scope, db, { editionId, key: keyOf(survey, scope.personId) })
    : undefined
  const seed = keyOf(survey, `${scope.personId} order`)
  const sets = await setsOf(context, survey)
  return {
    editionId,
    edition: edition.name,
    mode: survey.mode,
    depth: survey.depth,
    items: itemOrder(survey.items, seed).map(({ id, text }) => ({ id, text })),
    sets: sets.map((set) => [...set]),
    background: survey.background,
    closesOn: survey.closesOn,
    answered,
    answer: given ? (given.answer as SurveyReply) : null,
    said: given?.background ?? {},
  }
}

type Given = InEdition & {
  readonly answer: SurveyReply
  readonly background: Background
}

/**
 * Keeps the one answer of this person; sending it again changes it.
 *
 * @throws AppError not-found unless invited · survey-not-open · answer-incomplete
 */
export async function answerSurvey(
  context: Context,
  { editionId, answer, background }: Given,
): Promise<Record<string, never>> {
  await inTransaction(context.db, async (trx) => {
    const { scope } = context
    const { survey } = await openTo({ ...context, db: trx }, editionId)
    const sets = await setsOf({ ...context, db: trx }, survey)
    if (!isWhole({ ...survey, sets }, answer)) throw new AppError('answer-incomplete')
    const asked = {
      ...(survey.background.age && background.age ? { age: background.age } : {}),
      ...(survey.background.channel && background.channel ? { channel: background.channel } : {}),
    }
    const key = keyOf(survey, scope.personId)
    await saveAnswer(scope, trx, { editionId, key, answer, background: asked })
    await markAnswered(scope, trx, { editionId })
  })
  return {}
}

type Open = { readonly survey: SurveyInPhase; readonly answered: boolean }

/** Locked while it is answered, so that nothing is written after the survey has been sealed. */
async function openTo(context: Context, editionId: string): Promise<Open> {
  const answered = (await myInvitations(context.scope, context.db)).get(editionId)
  const survey = answered === undefined ? undefined : await loadSurvey(context, { editionId, lock: true })
  if (!survey || answered === undefined) throw new AppError('not-found')
  if (survey.phase !== 'open' || survey.secret === null) throw new AppError('survey-not-open')
  return { survey, answered }
}

/**
 * The version of the questionnaire that this person has: the invited take the versions in turn, so that each is
 * answered about as often, in an order that only the survey's secret gives. When it is gone, nothing says whose
 * version an answer belongs to.
 */
async function setsOf(
  { scope, db }: Context,
  survey: SurveyInPhase,
): Promise<StoredSurvey['choiceSets'][number]> {
  if (survey.choiceSets.length === 0) return []
  const invited = await listInvited(scope, db, survey)
  const own = keyOf(survey, `${scope.personId} sets`)
  const turn = invited.filter((personId) => keyOf(survey, `${personId} sets`) < own).length
  return survey.choiceSets[turn % survey.choiceSets.length]!
}

/** Under which key a person's answer lies, as long as the survey's secret is there. */
function keyOf({ secret, editionId }: SurveyInPhase, name: string): string {
  return createHmac('sha256', secret ?? '')
    .update(`${editionId} ${name}`)
    .digest('base64url')
}
