/** Proposing, changing and moving an improvement, with its log. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { toLocal } from '../../../kernel/zone.ts'
import { type Context, findPerson, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import type { ImprovementFields } from '../contract.ts'
import { type ImprovementState, mayMove } from '../rules/words.ts'
import {
  insertEvent,
  insertImprovement,
  listImprovements,
  listTopicChoices,
  lockImprovement,
  type NewEvent,
  setState,
  updateImprovement,
} from '../store/improvement-store.ts'

type Of = { readonly improvementId: string }

/** @throws AppError not-found when it names a topic or a person that is not there */
export async function createImprovement(context: Context, fields: ImprovementFields): Promise<Of> {
  return inTransaction(context.db, (trx) => createIn(context, trx, fields))
}

export async function createIn(context: Context, trx: Db, fields: ImprovementFields): Promise<Of> {
  const { scope, now } = context
  await checkNamed(context, trx, fields)
  const improvementId = newId(now.getTime())
  await insertImprovement(scope, trx, { ...fields, improvementId, now })
  await log(context, trx, { improvementId, kind: 'created', state: 'proposed', text: '' })
  return { improvementId }
}

/** @throws AppError not-found · improvement-step when one in effect would be left without topics */
export async function saveImprovement(
  context: Context,
  { improvementId, ...fields }: Of & ImprovementFields,
) {
  const { scope, db, now } = context
  return inTransaction(db, async (trx) => {
    const before = await take(context, trx, improvementId)
    await checkNamed(context, trx, fields)
    if (before.state === 'inEffect' && fields.topicIds.length === 0)
      throw new AppError('improvement-step', { reason: 'topics' })
    await updateImprovement(scope, trx, { ...fields, improvementId, now })
    await log(context, trx, { improvementId, kind: 'changed', state: null, text: '' })
    return { improvementId }
  })
}

type Moving = Of & {
  readonly state: ImprovementState
  readonly inEffectFrom: string | null
  readonly note: string
}

/** @throws AppError not-found · improvement-step with the reason · invalid-input for a day that has not come */
export async function moveImprovement(
  context: Context,
  { improvementId, state, inEffectFrom, note }: Moving,
) {
  const { scope, db, now } = context
  return inTransaction(db, async (trx) => {
    const one = await take(context, trx, improvementId)
    const refused = mayMove(one.state, state, { day: inEffectFrom !== null, topics: one.topics.length })
    if (refused) throw new AppError('improvement-step', { reason: refused })
    if (state === 'inEffect' && inEffectFrom! > toLocal(now).date)
      throw new AppError('invalid-input', {}, [{ code: 'future', path: 'inEffectFrom' }])
    // The day of one that was in effect before it was dropped stays in the log only.
    const day = state === 'inEffect' ? inEffectFrom : null
    await setState(scope, trx, { improvementId, state, inEffectFrom: day, now })
    await log(context, trx, { improvementId, kind: 'moved', state, text: note })
    return { improvementId }
  })
}

/** @throws AppError not-found */
export async function noteImprovement(
  context: Context,
  { improvementId, text }: Of & { readonly text: string },
) {
  return inTransaction(context.db, async (trx) => {
    await take(context, trx, improvementId)
    await log(context, trx, { improvementId, kind: 'noted', state: null, text })
    return { improvementId }
  })
}

async function take({ scope }: Context, trx: Db, improvementId: string) {
  if (!(await lockImprovement(scope, trx, improvementId))) throw new AppError('not-found')
  const [one] = await listImprovements(scope, trx, improvementId)
  return one!
}

async function checkNamed(
  { scope }: Context,
  trx: Db,
  { ownerId, topicIds }: ImprovementFields,
): Promise<void> {
  if (ownerId !== null && !(await findPerson(scope, trx, ownerId))?.active) throw new AppError('not-found')
  if (topicIds.length === 0) return
  const known = new Set((await listTopicChoices(scope, trx)).map(({ id }) => id))
  if (topicIds.some((id) => !known.has(id))) throw new AppError('not-found')
}

async function log(context: Context, trx: Db, event: Omit<NewEvent, 'eventId' | 'at'>): Promise<void> {
  const { scope, now } = context
  await insertEvent(scope, trx, { ...event, eventId: newId(now.getTime()), at: now })
  await recordAudit(
    context,
    {
      action: `improvement.${event.kind}`,
      subject: { kind: 'improvement', id: event.improvementId },
      detail: event.state === null ? {} : { state: event.state },
    },
    trx,
  )
}
