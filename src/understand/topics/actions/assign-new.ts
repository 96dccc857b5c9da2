/** Texts that have come in get their topics: from the latest grouping and what people have placed since. */
import type { Context } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import type { Jobs } from '../../../platform/jobs/index.ts'
import type { EnquiriesCame } from '../../intake/index.ts'
import type { ReadText } from '../fit/mind.ts'
import type { ReadTextsInput } from '../fit/read-texts-thread.ts'
import type { Assignment } from '../rules/curation/topic-state.ts'
import { latestFit, listFits, loadModel } from '../store/fit-store.ts'
import {
  countTexts,
  examplesOf,
  replaceAssignments,
  type StoredText,
  saveFamiliarity,
  textsWithoutTopic,
} from '../store/text-store.ts'
import { countTopics, findTopics } from '../store/topic-store.ts'
import type { TopicsPayload } from './learn-later.ts'
import { startFit } from './start-fit.ts'
import { unexplainedTopic } from './unexplained.ts'

export const assignJob = 'topics.assign'

/** Without a delivery everything is counted anew. */
export type AssignPayload = TopicsPayload & { readonly batchId?: string }

export type ReadWork = { readonly read: (input: ReadTextsInput) => Promise<ReadText[] | null> }

/** Examples of each topic beside what people placed: enough to know it, few enough to learn in a second. */
export const examplesOfEach = 30
const mostAtATime = 20_000
/** So many texts are worth a first grouping without being asked. */
const enoughToGroup = 50

type JobContext = Pick<Context, 'scope' | 'db' | 'now' | 'requestId' | 'jobs'>

/** Sent by the house whenever enquiries have come in. */
export async function assignLater({ organisationId, batchId }: EnquiriesCame, jobs: Jobs): Promise<void> {
  const payload: AssignPayload = { organisationId, batchId }
  await jobs.send(assignJob, payload, { organisationId })
}

export async function assignNew(
  context: JobContext,
  { batchId }: AssignPayload,
  { read }: ReadWork,
): Promise<{ assigned: number; grouping: boolean }> {
  const { scope, db } = context
  await countTexts(scope, db, batchId)
  const fitId = await latestFit(scope, db)
  if (fitId === undefined) return { assigned: 0, grouping: await groupFirst(context) }
  const { memory } = await loadModel(scope, db, fitId)
  const examples = await examplesOf(scope, db, examplesOfEach)
  const unexplained = await unexplainedTopic(context)
  let assigned = 0
  for (;;) {
    const texts = await textsWithoutTopic(scope, db, mostAtATime)
    if (texts.length === 0) break
    const found =
      memory && (await read({ fitId, memory, examples, texts: texts.map(({ text }) => text), seed: 1 }))
    await storeRead(context, { texts, found: found ?? [], unexplained: unexplained.topicId })
    assigned += texts.length
  }
  return { assigned, grouping: false }
}

/** The first log is grouped by itself, so that there is something to see; a log with topics at its first new text. */
async function groupFirst({ scope, db, now, requestId, jobs }: JobContext): Promise<boolean> {
  const [latest] = await listFits(scope, db, 1)
  const waiting = await textsWithoutTopic(scope, db, enoughToGroup)
  const hasTopics = (await findTopics(scope, db)).some(
    ({ unexplained, state }) => !unexplained && state !== 'gone',
  )
  const isUnderWay = latest?.state === 'waiting' || latest?.state === 'running'
  if (isUnderWay || waiting.length < (hasTopics ? 1 : enoughToGroup)) return false
  await startFit({ scope, db, now, requestId, jobs }, { fineness: 0.5, topics: null }, { byItself: true })
  return true
}

type Storing = {
  readonly texts: readonly StoredText[]
  readonly found: readonly ReadText[]
  readonly unexplained: string
}

/** A text of which nothing is known lies with the unexplained ones until the next grouping: nothing is dropped. */
async function storeRead(
  { scope, db, now }: JobContext,
  { texts, found, unexplained }: Storing,
): Promise<void> {
  const assigned = texts.flatMap(({ textKey }, place) => assignmentsOf(textKey, found[place], unexplained))
  await inTransaction(db, async (trx) => {
    await replaceAssignments(scope, trx, { now, assigned })
    await saveFamiliarity(scope, trx, familiarityOf(texts, found))
    await countTopics(scope, trx, [...new Set(assigned.map(({ topicId }) => topicId))])
  })
}

export function familiarityOf(
  texts: readonly StoredText[],
  found: readonly ReadText[],
): { textKey: string; familiarity: number }[] {
  return found.map(({ familiarity }, place) => ({ textKey: texts[place]!.textKey, familiarity }))
}

export function assignmentsOf(
  textKey: string,
  read: ReadText | undefined,
  unexplained: string,
): Assignment[] {
  const nearest = read?.nearest ?? []
  if (read === undefined || read.topics.length === 0)
    return [
      { textKey, topicId: unexplained, share: 1, certainty: 1, origin: 'model', unsure: false, nearest },
    ]
  return read.topics.map(({ topicId, share, certainty }) => ({
    textKey,
    topicId,
    share,
    certainty,
    origin: 'model',
    unsure: read.unsure,
    nearest,
  }))
}
