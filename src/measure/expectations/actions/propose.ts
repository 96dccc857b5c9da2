/** Points that the expectations suggest for an edition in preparation, looked at first and then accepted. */
import { AppError } from '../../../kernel/errors.ts'
import { seededRandom } from '../../../kernel/random.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { type Edition, listEditions, loadEdition, saveMethod } from '../../edition/index.ts'
import { brokenInvariants } from '../../edition/rules/check-method.ts'
import { bestPoints } from '../../edition/rules/form.ts'
import { listParticipantNames, listScored } from '../../results/index.ts'
import {
  fewestAnswers,
  type PointsEffect,
  type PointsLine,
  type PointsProposal,
  type ProposalInput,
} from '../contract.ts'
import { pointsEffect } from '../rules/points-effect.ts'
import { type Expectation, proposePoints, withPoints } from '../rules/propose-points.ts'
import { importances } from '../rules/survey-results.ts'
import { listAnswers } from '../store/answer-store.ts'
import { closedSurvey } from './read-results.ts'

/** @throws AppError not-found · survey-running · survey-few-answers · edition-frozen for one that has begun */
export async function readProposal(context: Context, input: ProposalInput): Promise<PointsProposal> {
  const { into, lines } = await propose(context, input)
  const { editionId, name, revision, method } = into
  return {
    into: { editionId, name, revision },
    areas: method.areas.map(({ id, name: words, weight }) => ({ id, name: words, weight })),
    lines,
    effect: await effectOnLast(context, { editionId: input.editionId, lines }),
  }
}

type Proposed = { readonly into: Edition; readonly lines: PointsLine[] }

async function propose(context: Context, input: ProposalInput): Promise<Proposed> {
  const { scope, db } = context
  const { editionId, limit, questions } = input
  const surveyed = await loadEdition(context, editionId)
  const survey = await closedSurvey(context, { editionId })
  const answers = await listAnswers(scope, db, { editionId })
  if (answers.length < fewestAnswers) throw new AppError('survey-few-answers')
  const into = await loadEdition(context, input.into)
  if (into.frozenAt) throw new AppError('edition-frozen', { since: into.frozenAt.toISOString() })
  // Means do not hang on the draws, so one is enough here.
  const figures = importances(survey, answers, { random: seededRandom(editionId), draws: 1 })
  const expectations = survey.items.map(
    (item, at): Expectation => ({ questions: item.questions, importance: figures[at]!.value }),
  )
  const before = new Map(surveyed.method.questions.map((question) => [question.id, bestPoints(question)]))
  return { into, lines: proposePoints(into.method, expectations, { limit, questions, before }) }
}

/** The surveyed edition if it has scores, else the newest one that has. */
async function effectOnLast(
  context: Context,
  { editionId, lines }: { readonly editionId: string; readonly lines: readonly PointsLine[] },
): Promise<PointsEffect | null> {
  const { scope, db } = context
  const editions = (await listEditions(scope, db)).filter(({ state }) => state !== 'preparing')
  const inTurn = editions.toSorted(
    (a, b) => Number(b.editionId === editionId) - Number(a.editionId === editionId),
  )
  for (const edition of inTurn) {
    const contacts = await listScored(scope, db, { editionId: edition.editionId })
    if (contacts.length > 0) return named(context, edition, pointsEffect(edition.method, contacts, lines))
  }
  return null
}

async function named(
  { scope, db }: Context,
  { editionId, name }: Edition,
  effect: ReturnType<typeof pointsEffect>,
): Promise<PointsEffect> {
  const names = await listParticipantNames(scope, db, editionId)
  const ids = new Map(names.map((each) => [each.name, each.participantId]))
  const participants = effect.participants.flatMap((move) => {
    const participantId = ids.get(move.participant)
    return participantId === undefined ? [] : [{ ...move, participantId }]
  })
  return { ...effect, editionId, edition: name, participants }
}

/**
 * Saves the proposed points as the next revision of the edition in preparation. The season that the effect was shown
 * on is not touched.
 *
 * @throws AppError as reading · nothing-to-change · edition-changed when somebody else saved · method-broken when
 * an invariant that held would not hold any more
 */
export async function acceptProposal(
  context: Context,
  { revision, ...input }: ProposalInput & { readonly revision: number },
): Promise<{ revision: number; changed: number }> {
  return inTransaction(context.db, async (trx) => {
    const within = { ...context, db: trx }
    const { into, lines } = await propose(within, input)
    if (into.revision !== revision) throw new AppError('edition-changed', { revision: into.revision })
    const changed = lines.filter(({ today, proposed }) => today !== proposed)
    if (changed.length === 0) throw new AppError('nothing-to-change')
    const method = withPoints(into.method, lines)
    refuseNewIssues(into.method, method)
    const { editionId } = into
    const saved = await saveMethod(within, { editionId, revision, method })
    const points = Object.fromEntries(changed.map((line) => [line.question, [line.today, line.proposed]]))
    const detail = { from: input.editionId, limit: input.limit, revision: saved.revision, points }
    const subject = { kind: 'edition', id: editionId }
    await recordAudit(context, { action: 'expectations.points-accepted', subject, detail }, trx)
    return { revision: saved.revision, changed: changed.length }
  })
}

function refuseNewIssues(before: Edition['method'], after: Edition['method']): void {
  const known = new Set(brokenInvariants(before).map((issue) => JSON.stringify(issue)))
  const fresh = brokenInvariants(after).filter((issue) => !known.has(JSON.stringify(issue)))
  if (fresh.length > 0) throw new AppError('method-broken', { count: fresh.length }, fresh)
}
