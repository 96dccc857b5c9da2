/**
 * The agreed answers of an organisation in memory, with their search. Any number of servers may hold one: each asks the
 * database for the stamp before it answers, and reads only what has changed since its own.
 */
import { setImmediate } from 'node:timers/promises'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import { type CoreContent, languagesOf, textIn } from '../rules/core-content.ts'
import type { SharedFacts } from '../rules/text/fact-mark.ts'
import { plainOf } from '../rules/text/rich-text.ts'
import { listAnswers, type StoredAnswer } from '../store/answer-store.ts'
import { listTopicNames } from '../store/enquiry-store.ts'
import { loadShared } from '../store/fact-store.ts'
import { publishedState } from '../store/published-store.ts'
import { listVersions, type StoredVersion } from '../store/version-store.ts'
import { type AnswerIndex, createAnswerIndex, type IndexedAnswer } from './answer-index.ts'

export type Published = StoredAnswer & {
  readonly agreed: CoreContent
  readonly agreedAt: Date
  readonly versions: readonly StoredVersion[]
}

export type PublishedAnswers = {
  readonly answers: ReadonlyMap<string, Published>
  /** Written and handed in, but not yet agreed: nobody gives them, but whoever asks may know that they are on their way. */
  readonly inReview: ReadonlyMap<string, StoredAnswer>
  readonly reviewIndex: AnswerIndex
  readonly shared: SharedFacts
  readonly index: AnswerIndex
  /** Names the state: the same on every server that has read as far. */
  readonly state: string
}

type Kept = {
  answers: Map<string, Published>
  readonly inReview: Map<string, StoredAnswer>
  readonly reviewIndex: AnswerIndex
  shared: SharedFacts
  readonly index: AnswerIndex
  state: string
  stamp: number
}

/** Answers kept in memory in all; the organisation that was asked for longest ago goes first. */
const mostAnswers = 60_000
const kept = new Map<string, Promise<Kept>>()

type Tenant = Pick<Scope, 'organisationId'>

/** As they are now. Whoever asks while they are being read waits for the same reading. */
export async function publishedOf(scope: Tenant, db: Db): Promise<PublishedAnswers> {
  const { organisationId } = scope
  const state = await publishedState(scope, db)
  const before = kept.get(organisationId)
  const current = await before?.catch(() => undefined)
  const last = kept.get(organisationId)
  // Somebody else has begun to read while this one waited.
  if (last !== before && last) return publishedOf(scope, db)
  if (current?.state === state.name) return current
  const reading = read(scope, db, { current, ...state })
  kept.delete(organisationId)
  kept.set(organisationId, reading)
  reading.catch(() => kept.delete(organisationId))
  const done = await reading
  await forgetOldest()
  return done
}

type Reading = { readonly current: Kept | undefined; readonly name: string; readonly stamp: number }

async function read(scope: Tenant, db: Db, { current, name, stamp }: Reading): Promise<Kept> {
  const entry = current ?? {
    answers: new Map(),
    inReview: new Map(),
    reviewIndex: createAnswerIndex(),
    shared: new Map(),
    index: createAnswerIndex(),
    state: '',
    stamp: -1,
  }
  const changed = await listAnswers(scope, db, { after: entry.stamp })
  const ids = entry.stamp < 0 ? undefined : changed.map(({ answerId }) => answerId)
  const versions = Map.groupBy(await listVersions(scope, db, ids), ({ answerId }) => answerId)
  entry.shared = await loadShared(scope, db)
  const names = await topicNames(scope, db)
  const renamed = [...entry.answers.values()]
    .filter((answer) => answer.topicId !== null && names.get(answer.topicId) !== answer.topic)
    .map((answer) => ({ ...answer, topic: names.get(answer.topicId ?? '') ?? null }))
  const put: Published[] = renamed.filter(
    ({ answerId }) => !changed.some((each) => each.answerId === answerId),
  )
  for (const answer of changed) {
    const { agreed, agreedAt, state } = answer
    if (agreed && agreedAt && state !== 'retired')
      put.push({ ...answer, agreed, agreedAt, versions: versions.get(answer.answerId) ?? [] })
    else if (entry.answers.delete(answer.answerId)) entry.index.remove(answer.answerId)
  }
  for (const answer of put) entry.answers.set(answer.answerId, answer)
  await putIn(entry, put)
  for (const answer of changed) reviewed(entry, answer)
  return Object.assign(entry, { state: name, stamp })
}

/** An answer that others read already has nothing to wait for. */
function reviewed({ inReview, reviewIndex, shared }: Kept, answer: StoredAnswer): void {
  const { answerId, state, agreed, content, topic } = answer
  if (state === 'inReview' && !agreed) {
    inReview.set(answerId, answer)
    reviewIndex.put([toIndexed({ answerId, agreed: content, topic }, shared)])
  } else if (inReview.delete(answerId)) reviewIndex.remove(answerId)
}

/** Others are served between the pieces. */
async function putIn({ index, shared }: Kept, answers: readonly Published[]): Promise<void> {
  const made = answers.map((answer) => toIndexed(answer, shared))
  index.learn(made)
  for (let from = 0; from < made.length; from += pieceSize) {
    index.put(made.slice(from, from + pieceSize))
    await setImmediate()
  }
}

const pieceSize = 50

async function topicNames(scope: Tenant, db: Db): Promise<ReadonlyMap<string, string>> {
  return new Map((await listTopicNames(scope, db)).map(({ topicId, name }) => [topicId, name]))
}

function toIndexed(
  { answerId, agreed, topic }: Pick<Published, 'answerId' | 'agreed' | 'topic'>,
  shared: SharedFacts,
): IndexedAnswer {
  const texts = languagesOf(agreed).map((language) => textIn(agreed, language))
  return {
    id: answerId,
    title: texts.map(({ title }) => title).join(' \n'),
    questions: agreed.questions.join(' \n'),
    topic: topic ?? '',
    body: texts.map(({ body }) => plainOf(body, shared)).join(' \n'),
  }
}

async function forgetOldest(): Promise<void> {
  let total = 0
  for (const [organisationId, entry] of [...kept].toReversed()) {
    total += (await entry.catch(() => undefined))?.answers.size ?? 0
    if (total > mostAnswers && kept.size > 1) kept.delete(organisationId)
  }
}
