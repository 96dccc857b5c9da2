/** What people say about a topic, and which ones they take on. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import type { ProfileView } from '../contract.ts'
import {
  insertDecision,
  listOwners,
  listTopics,
  lockTopic,
  type ProfileChange,
  saveProfile,
  type TopicProfile,
} from '../store/topic-store.ts'
import type { PriorityKind } from '../tables.ts'

type OfTopic = { readonly topicId: string }
type Fields = Pick<TopicProfile, 'need' | 'task' | 'goal' | 'ownerId' | 'strategicWeight' | 'mustStay'>

/** @throws AppError not-found · owner-first when the owner of a prioritised topic would be taken away */
export async function editProfile(
  context: Context,
  { topicId, ...fields }: OfTopic & Fields,
): Promise<ProfileView> {
  return inTransaction(context.db, async (trx) => {
    const profile = await take(context, trx, topicId)
    if (fields.ownerId === null && profile.prioritised) throw new AppError('owner-first')
    if (fields.ownerId !== null && fields.ownerId !== profile.ownerId)
      await checkOwner(context, trx, fields.ownerId)
    return change(context, trx, { topicId, action: 'topic.described', change: fields })
  })
}

async function checkOwner({ scope }: Context, trx: Db, ownerId: string): Promise<void> {
  const owners = await listOwners(scope, trx)
  if (!owners.some(({ personId }) => personId === ownerId)) throw new AppError('not-found')
}

/** @throws AppError not-found · owner-first: nobody takes on what nobody answers for */
export async function prioritise(
  context: Context,
  { topicId, prioritised, reason }: OfTopic & { readonly prioritised: boolean; readonly reason: string },
): Promise<ProfileView> {
  return inTransaction(context.db, async (trx) => {
    const profile = await take(context, trx, topicId)
    if (prioritised && profile.ownerId === null) throw new AppError('owner-first')
    if (prioritised !== profile.prioritised) {
      await note(context, trx, {
        topicId,
        kind: prioritised ? 'prioritised' : 'released',
        place: null,
        reason,
      })
    }
    return change(context, trx, { topicId, action: 'topic.prioritised', change: { prioritised } })
  })
}

/** Sets a place in spite of the score, or takes it back. @throws AppError not-found */
export async function place(
  context: Context,
  { topicId, place: wanted, reason }: OfTopic & { readonly place: number | null; readonly reason: string },
): Promise<ProfileView> {
  return inTransaction(context.db, async (trx) => {
    await take(context, trx, topicId)
    await note(context, trx, {
      topicId,
      kind: wanted === null ? 'unplaced' : 'placed',
      place: wanted,
      reason,
    })
    const placeReason = wanted === null ? '' : reason
    return change(context, trx, { topicId, action: 'topic.placed', change: { place: wanted, placeReason } })
  })
}

async function take({ scope }: Context, trx: Db, topicId: string): Promise<TopicProfile> {
  if (!(await lockTopic(scope, trx, topicId))) throw new AppError('not-found')
  const [topic] = await listTopics(scope, trx, topicId)
  if (!topic || topic.state === 'gone') throw new AppError('not-found')
  return topic.profile
}

type Noted = OfTopic & { readonly kind: PriorityKind; readonly place: number | null; readonly reason: string }

async function note({ scope, now }: Context, trx: Db, noted: Noted): Promise<void> {
  await insertDecision(scope, trx, { ...noted, decisionId: newId(now.getTime()), at: now })
}

type Changing = OfTopic & { readonly action: string; readonly change: ProfileChange }

async function change(
  context: Context,
  trx: Db,
  { topicId, action, change: changed }: Changing,
): Promise<ProfileView> {
  const { scope, now } = context
  await saveProfile(scope, trx, { topicId, now, change: changed })
  await recordAudit(context, { action, subject: { kind: 'topic', id: topicId }, detail: { ...changed } }, trx)
  const [topic] = await listTopics(scope, trx, topicId)
  return topic!.profile
}
