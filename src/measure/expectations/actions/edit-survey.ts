/** The organiser's part of a survey: make it, open it, remind, close. Nobody is told who has answered what. */
import { randomBytes } from 'node:crypto'
import { addDays } from '../../../kernel/calendar.ts'
import { AppError } from '../../../kernel/errors.ts'
import { formatDate } from '../../../kernel/format.ts'
import { toLocal } from '../../../kernel/zone.ts'
import { type Context, recordAudit, type SignInContext } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { type Edition, loadEdition } from '../../edition/index.ts'
import type { SurveyAnswer, SurveyQuestionnaire } from '../contract.ts'
import { checkQuestionnaire } from '../rules/check-questionnaire.ts'
import { choiceSets, usualSets } from '../rules/choice-sets.ts'
import { startingItems } from '../rules/starting-items.ts'
import { type SurveyLetterFacts, surveyLetter } from '../rules/survey-letter.ts'
import {
  countInvitations,
  type Invitee,
  insertInvitations,
  listObservingPeople,
  listUnanswered,
} from '../store/invitation-store.ts'
import { type StoredSurvey, saveQuestionnaire, updateSurvey } from '../store/survey-store.ts'
import { loadSurvey, sealSurvey } from './load-survey.ts'

type InEdition = { readonly editionId: string }
type Writing = Context & Pick<SignInContext, 'mail' | 'publicUrl'>

/** How long a survey is open unless somebody says otherwise, in days. */
const usualDays = 21
const usualDepth = 5

export async function readSurvey(context: Context, { editionId }: InEdition): Promise<SurveyAnswer> {
  const { scope, db } = context
  const edition = await loadEdition(context, editionId)
  const survey = await loadSurvey(context, { editionId })
  const observers = await listObservingPeople(scope, db)
  return {
    edition: edition.name,
    editionId,
    survey: survey ? await shown(context, survey) : null,
    start: startOf(edition, toLocal(context.now).date),
    questions: edition.method.questions.filter(({ scored }) => scored).map(({ id, text }) => ({ id, text })),
    observers: observers.map(({ personId, name }) => ({ personId, name })),
  }
}

async function shown(
  { scope, db }: Context,
  survey: NonNullable<Awaited<ReturnType<typeof loadSurvey>>>,
): Promise<NonNullable<SurveyAnswer['survey']>> {
  const { editionId, mode, depth, sets, items, background, opensOn, closesOn, phase } = survey
  const counts = await countInvitations(scope, db, { editionId })
  const remindedAt = survey.remindedAt?.toISOString() ?? null
  return { mode, depth, sets, items: [...items], background, opensOn, closesOn, phase, ...counts, remindedAt }
}

function startOf({ method }: Edition, today: string): SurveyQuestionnaire {
  const items = startingItems(method)
  return {
    mode: 'rank',
    depth: Math.min(usualDepth, items.length),
    sets: usualSets(items.length),
    items,
    background: { age: true, channel: true },
    opensOn: today,
    closesOn: addDays(today, usualDays),
  }
}

/** @throws AppError not-found · invalid-input · survey-opened once somebody has been asked */
export async function saveSurvey(
  context: Context,
  { editionId, ...survey }: InEdition & SurveyQuestionnaire,
): Promise<SurveyAnswer> {
  await inTransaction(context.db, async (trx) => {
    const { scope, now } = context
    const { method } = await loadEdition(context, editionId, trx)
    const before = await loadSurvey(context, { editionId, lock: true }, trx)
    if (before && before.phase !== 'draft') throw new AppError('survey-opened')
    const questions = new Set(method.questions.filter(({ scored }) => scored).map(({ id }) => id))
    const issues = checkQuestionnaire(survey, questions)
    if (issues.length > 0) throw new AppError('invalid-input', { count: issues.length }, issues)
    await saveQuestionnaire(scope, trx, { editionId, now, ...survey })
    await note(context, trx, {
      editionId,
      action: 'saved',
      detail: { mode: survey.mode, items: survey.items.length },
    })
  })
  return readSurvey(context, { editionId })
}

/** @throws AppError not-found · survey-opened · invalid-input for somebody who does not observe here */
export async function openSurvey(
  context: Writing,
  { editionId, observers }: InEdition & { readonly observers: readonly string[] },
): Promise<SurveyAnswer> {
  const { scope, now } = context
  const edition = await loadEdition(context, editionId)
  const invited = await inTransaction(context.db, async (trx) => {
    const survey = await loadSurvey(context, { editionId, lock: true }, trx)
    if (!survey) throw new AppError('not-found')
    if (survey.phase !== 'draft') throw new AppError('survey-opened')
    if (survey.closesOn < toLocal(now).date)
      throw new AppError('invalid-input', {}, [{ code: 'closes-before-opening', path: 'closesOn' }])
    const wanted = new Set(observers)
    const people = (await listObservingPeople(scope, trx)).filter(({ personId }) => wanted.has(personId))
    if (people.length < wanted.size)
      throw new AppError('invalid-input', {}, [{ code: 'not-an-observer', path: 'observers' }])
    await insertInvitations(scope, trx, { editionId, people: people.map(({ personId }) => personId) })
    const secret = randomBytes(32).toString('base64url')
    const sets = survey.mode === 'bestWorst' ? { choiceSets: drawSets(survey) } : {}
    await updateSurvey(scope, trx, { editionId, now, openedAt: now, secret, ...sets })
    await note(context, trx, { editionId, action: 'opened', detail: { invited: people.length } })
    return { people, closesOn: survey.closesOn }
  })
  await write(context, { kind: 'invitation', edition, ...invited })
  return readSurvey(context, { editionId })
}

function drawSets({ editionId, items, sets }: StoredSurvey): StoredSurvey['choiceSets'] {
  const drawn = choiceSets({ items: items.length, ...sets, seed: editionId })
  return drawn.map((version) => version.map((set) => set.map((at) => items[at]!.id)))
}

const reminderPause = 20 * 60 * 60 * 1000

/** @throws AppError not-found · survey-not-open · reminded-lately within the last 20 hours */
export async function remindObservers(
  context: Writing,
  { editionId }: InEdition,
): Promise<{ letters: number }> {
  const { scope, now } = context
  const edition = await loadEdition(context, editionId)
  const reminded = await inTransaction(context.db, async (trx) => {
    const survey = await loadSurvey(context, { editionId, lock: true }, trx)
    if (!survey) throw new AppError('not-found')
    if (survey.phase !== 'open') throw new AppError('survey-not-open')
    if (survey.remindedAt && now.getTime() - survey.remindedAt.getTime() < reminderPause)
      throw new AppError('reminded-lately')
    const people = await listUnanswered(scope, trx, { editionId })
    await updateSurvey(scope, trx, { editionId, now, remindedAt: now })
    await note(context, trx, { editionId, action: 'reminded', detail: { letters: people.length } })
    return { people, closesOn: survey.closesOn }
  })
  await write(context, { kind: 'reminder', edition, ...reminded })
  return { letters: reminded.people.length }
}

/** @throws AppError not-found · survey-not-open · invalid-input for a day that is over */
export async function extendSurvey(
  context: Context,
  { editionId, closesOn }: InEdition & { readonly closesOn: string },
): Promise<SurveyAnswer> {
  await inTransaction(context.db, async (trx) => {
    const { scope, now } = context
    await loadEdition(context, editionId, trx)
    const survey = await loadSurvey(context, { editionId, lock: true }, trx)
    if (!survey) throw new AppError('not-found')
    if (survey.phase !== 'open' && survey.phase !== 'waiting') throw new AppError('survey-not-open')
    if (closesOn < toLocal(now).date || closesOn < survey.opensOn)
      throw new AppError('invalid-input', {}, [{ code: 'closes-before-opening', path: 'closesOn' }])
    await updateSurvey(scope, trx, { editionId, now, closesOn })
    await note(context, trx, {
      editionId,
      action: 'extended',
      detail: { closesOn: [survey.closesOn, closesOn] },
    })
  })
  return readSurvey(context, { editionId })
}

/** @throws AppError not-found · survey-not-open when it was never opened, or is closed already */
export async function closeSurvey(context: Context, { editionId }: InEdition): Promise<SurveyAnswer> {
  await inTransaction(context.db, async (trx) => {
    await loadEdition(context, editionId, trx)
    const survey = await loadSurvey(context, { editionId, lock: true }, trx)
    if (!survey) throw new AppError('not-found')
    if (survey.phase !== 'open' && survey.phase !== 'waiting') throw new AppError('survey-not-open')
    await sealSurvey({ ...context, db: trx }, editionId)
    await note(context, trx, { editionId, action: 'closed', detail: {} })
  })
  return readSurvey(context, { editionId })
}

type Note = { readonly editionId: string; readonly action: string; readonly detail: object }

function note(context: Context, trx: Db, { editionId, action, detail }: Note): Promise<void> {
  const subject = { kind: 'edition', id: editionId }
  return recordAudit(context, { action: `expectations.${action}`, subject, detail: { ...detail } }, trx)
}

type Letters = Pick<SurveyLetterFacts, 'kind'> & {
  readonly edition: Edition
  readonly people: readonly Invitee[]
  readonly closesOn: string
}

async function write(
  { mail, publicUrl }: Writing,
  { kind, edition, people, closesOn }: Letters,
): Promise<void> {
  const link = `${publicUrl}/observe/survey/${edition.editionId}`
  for (const { name, email, language } of people) {
    const until = formatDate(closesOn, language)
    await mail.sendMail({
      to: email,
      ...surveyLetter(language, { kind, name, edition: edition.name, link, until }),
    })
  }
}
