/** What people have placed teaches the tray: the texts that wait are read anew, and those that are clear now leave. */
import type { Context } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import { latestStanding } from '../store/decision-store.ts'
import { latestFit, loadModel } from '../store/fit-store.ts'
import {
  assignments,
  examplesOf,
  replaceAssignments,
  saveFamiliarity,
  unsureTexts,
} from '../store/text-store.ts'
import { countTopics } from '../store/topic-store.ts'
import { assignmentsOf, examplesOfEach, familiarityOf, type ReadWork } from './assign-new.ts'
import { unexplainedTopic } from './unexplained.ts'

type JobContext = Pick<Context, 'scope' | 'db' | 'now' | 'requestId'>

const mostRead = 5000

/** The last decision that each organisation's tray has learned from, in this process: several asks are one work. */
const learnedFrom = new Map<string, number>()

export async function learnFromPlaced(context: JobContext, { read }: ReadWork): Promise<{ read: number }> {
  const { scope, db, now } = context
  const { organisationId } = scope
  const latest = (await latestStanding(scope, db))?.decision ?? 0
  if (learnedFrom.get(organisationId) === latest) return { read: 0 }
  const fitId = await latestFit(scope, db)
  const texts = await unsureTexts(scope, db, mostRead)
  if (fitId === undefined || texts.length === 0) return { read: 0 }
  const { memory } = await loadModel(scope, db, fitId)
  if (memory === undefined) return { read: 0 }
  const examples = await examplesOf(scope, db, examplesOfEach)
  const found = await read({ fitId, memory, examples, texts: texts.map(({ text }) => text), seed: 1 })
  if (found === null) return { read: 0 }
  const unexplained = await unexplainedTopic(context)
  await inTransaction(db, async (trx) => {
    // Somebody may have placed some of them meanwhile: a person's word stands.
    const before = await assignments(
      scope,
      trx,
      texts.map(({ textKey }) => textKey),
    )
    const placed = new Set(before.filter(({ origin }) => origin === 'person').map(({ textKey }) => textKey))
    const assigned = texts.flatMap(({ textKey }, place) =>
      placed.has(textKey) ? [] : assignmentsOf(textKey, found[place], unexplained.topicId),
    )
    await replaceAssignments(scope, trx, { now, assigned })
    await saveFamiliarity(scope, trx, familiarityOf(texts, found))
    await countTopics(scope, trx, [...new Set([...before, ...assigned].map(({ topicId }) => topicId))])
  })
  learnedFrom.set(organisationId, latest)
  return { read: texts.length }
}
