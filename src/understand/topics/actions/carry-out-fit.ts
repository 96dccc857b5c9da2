/** The job of a grouping: everything is read, grouped in a thread, and stored whole or not at all. */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import type { GroupedLog, GroupLogInput } from '../fit/group-log.ts'
import { constraintsOf } from '../rules/curation/constraints.ts'
import type { Assignment, TopicRecord } from '../rules/curation/topic-state.ts'
import { isUnsure } from '../rules/curation/unsure.ts'
import { standingDecisions } from '../store/decision-store.ts'
import { changeFit, insertMoves, type Move, saveModel } from '../store/fit-store.ts'
import { dismissedPairs, insertSuggestions } from '../store/suggestion-store.ts'
import {
  allTexts,
  assignments,
  countTexts,
  replaceAssignments,
  type StoredText,
} from '../store/text-store.ts'
import { countTopics, findTopics, insertTopics, saveTopics } from '../store/topic-store.ts'
import type { FitPayload } from './start-fit.ts'
import { unexplainedTopic } from './unexplained.ts'

type JobContext = Pick<Context, 'scope' | 'db' | 'now' | 'requestId'>

type FitWork = {
  readonly group: (input: GroupLogInput) => Promise<GroupedLog>
  readonly progress: (fraction: number, note?: string) => void
}

const fewestTexts = 10
const modelPart = 'memory'

/** @throws AppError nothing-to-group */
export async function carryOutFit(
  context: JobContext,
  { fitId, settings }: FitPayload,
  { group, progress }: FitWork,
): Promise<{ texts: number; topics: number; moved: number }> {
  const { scope, db, now } = context
  const from = performance.now()
  await changeFit(scope, db, { fitId, state: 'running' })
  await countTexts(scope, db)
  const texts = await allTexts(scope, db)
  if (texts.length < fewestTexts) throw new AppError('nothing-to-group')
  const unexplained = await unexplainedTopic(context)
  const known = await readKnown(context, texts, unexplained.topicId)
  const found = await group({
    ...known.input,
    wanted: settings.topics ?? 'auto',
    fineness: settings.fineness,
  })
  progress(0.97)
  return inTransaction(db, async (trx) => {
    const moved = await store(context, trx, { fitId, texts, found, before: known.assigned })
    const topics = new Set(found.texts.map(({ topicId }) => topicId)).size
    const seconds = (performance.now() - from) / 1000
    const figures = { texts: texts.length, topics, moved, seconds, sampled: found.sampled }
    await changeFit(scope, trx, { fitId, state: 'done', figures, finishedAt: now })
    const subject = { kind: 'topic-fit', id: fitId }
    await recordAudit(context, { action: 'topics.grouped', subject, detail: figures }, trx)
    return { texts: texts.length, topics, moved }
  })
}

export async function failFit(
  { scope, db, now }: JobContext,
  { fitId }: FitPayload,
  error: string,
): Promise<void> {
  const state = error === 'cancelled' ? 'cancelled' : 'failed'
  await changeFit(scope, db, { fitId, state, error, finishedAt: now })
}

type Known = {
  readonly input: Omit<GroupLogInput, 'wanted' | 'fineness'>
  /** All rows of each text, by key. */
  readonly assigned: ReadonlyMap<string, readonly Assignment[]>
}

async function readKnown(
  { scope, db }: JobContext,
  texts: readonly StoredText[],
  unexplained: string,
): Promise<Known> {
  const assigned = Map.groupBy(await assignments(scope, db), ({ textKey }) => textKey)
  const main = texts.map(({ textKey }) => mainOf(assigned.get(textKey)))
  const topics = (await findTopics(scope, db)).filter(({ state }) => state !== 'gone')
  const { together, apart, excluded } = constraintsOf(await standingDecisions(scope, db))
  const placeOf = new Map(texts.map(({ textKey }, place) => [textKey, place]))
  return {
    assigned,
    input: {
      texts: texts.map(({ text }) => text),
      contacts: texts.map(({ contacts }) => contacts),
      before: main.map((row) => row?.topicId ?? null),
      certainty: main.map((row) => row?.certainty ?? 0),
      placed: [...main.keys()].filter((place) => main[place]?.origin === 'person'),
      topics: topics.map(({ topicId, parentId, name, state, nameGiven, unexplained: isBlank }) => ({
        topicId,
        parentId,
        name,
        settled: !isBlank && (state !== 'proposed' || nameGiven),
      })),
      unexplained,
      together,
      apart,
      excluded: excluded.flatMap(([key, topicId]) => {
        const place = placeOf.get(key)
        return place === undefined ? [] : [[place, topicId] as const]
      }),
      dismissed: await dismissedPairs(scope, db),
      seed: 1,
    },
  }
}

/** The topic that most of a text is about. */
function mainOf(rows: readonly Assignment[] | undefined): Assignment | undefined {
  return rows?.reduce((most, row) => (row.share > most.share ? row : most))
}

type Storing = {
  readonly fitId: string
  readonly texts: readonly StoredText[]
  readonly found: GroupedLog
  readonly before: ReadonlyMap<string, readonly Assignment[]>
}

/** Answers how many texts changed their topic. */
async function store(
  { scope, now }: JobContext,
  trx: Db,
  { fitId, texts, found, before }: Storing,
): Promise<number> {
  const made = found.newTopics.map(
    ({ topicId, name, parentId }): TopicRecord => ({
      topicId,
      parentId,
      name,
      nameGiven: false,
      state: 'proposed',
      goneInto: null,
      unexplained: false,
    }),
  )
  await insertTopics(scope, trx, { topics: headingsFirst(made), now, by: null })
  const assigned = texts.flatMap(({ textKey }, place) => {
    const rows = before.get(textKey)
    // What a person has placed stays as it is, also when it is about several topics.
    if (rows?.some(({ origin }) => origin === 'person')) return []
    const { topicId, certainty, nearest } = found.texts[place]!
    const unsure = isUnsure(certainty)
    return [{ textKey, topicId, share: 1, certainty, origin: 'group' as const, unsure, nearest }]
  })
  await replaceAssignments(scope, trx, { now, assigned })
  const moves = movesOf(texts, found, before)
  await insertMoves(scope, trx, { fitId, moves })
  await letGo({ scope, now }, trx, found)
  await insertSuggestions(scope, trx, { fitId, suggestions: suggestionsOf(texts, found) })
  await saveModel(scope, trx, { fitId, parts: { [modelPart]: found.memory } })
  await countTopics(scope, trx)
  return moves.filter(({ fromTopicId }) => fromTopicId !== null).reduce((sum, move) => sum + move.texts, 0)
}

/** A topic that stands below another needs that one first. */
function headingsFirst(topics: readonly TopicRecord[]): readonly TopicRecord[] {
  return [
    ...topics.filter(({ parentId }) => parentId === null),
    ...topics.filter(({ parentId }) => parentId !== null),
  ]
}

function movesOf(
  texts: readonly StoredText[],
  found: GroupedLog,
  before: ReadonlyMap<string, readonly Assignment[]>,
): Move[] {
  const moves = new Map<
    string,
    { fromTopicId: string | null; toTopicId: string; texts: number; contacts: number }
  >()
  for (const [place, { textKey, contacts }] of texts.entries()) {
    const rows = before.get(textKey)
    if (rows?.some(({ origin }) => origin === 'person')) continue
    const fromTopicId = mainOf(rows)?.topicId ?? null
    const toTopicId = found.texts[place]!.topicId
    if (fromTopicId === toTopicId) continue
    const key = `${fromTopicId} ${toTopicId}`
    const move = moves.get(key) ?? { fromTopicId, toTopicId, texts: 0, contacts: 0 }
    moves.set(key, { ...move, texts: move.texts + 1, contacts: move.contacts + contacts })
  }
  return [...moves.values()].sort((a, b) => b.contacts - a.contacts || b.texts - a.texts)
}

/** Proposed topics that nothing is in any more and nobody has looked at are gone; headings stay while they head. */
async function letGo(
  { scope, now }: Pick<JobContext, 'scope' | 'now'>,
  trx: Db,
  found: GroupedLog,
): Promise<void> {
  const used = new Set(found.texts.map(({ topicId }) => topicId))
  const live = (await findTopics(scope, trx)).filter(({ state }) => state !== 'gone')
  const placed = new Set((await assignments(scope, trx)).map(({ topicId }) => topicId))
  const isUsed = (topicId: string) => used.has(topicId) || placed.has(topicId)
  const heads = new Set(live.filter(({ topicId }) => isUsed(topicId)).map(({ parentId }) => parentId))
  const intoOf = new Map(
    found.changes.flatMap((change) =>
      change.kind === 'merged' ? change.of.map((topicId) => [topicId, change.topic] as const) : [],
    ),
  )
  const gone = live.filter(
    ({ topicId, state, nameGiven, unexplained }) =>
      state === 'proposed' && !nameGiven && !unexplained && !isUsed(topicId) && !heads.has(topicId),
  )
  const into = (topicId: string) => {
    const target = intoOf.get(topicId)
    return target !== undefined && isUsed(target) ? target : null
  }
  await saveTopics(scope, trx, {
    topics: gone.map((topic) => ({ ...topic, state: 'gone' as const, goneInto: into(topic.topicId) })),
    now,
  })
}

function suggestionsOf(texts: readonly StoredText[], found: GroupedLog) {
  return found.suggestions.map(({ kind, topicId, otherId, score, words, neighbours, part, partName }) => ({
    suggestionId: newId(),
    kind,
    topicId,
    otherId,
    score,
    reason: {
      words: [...words],
      neighbours,
      ...(part && { part: part.map((place) => texts[place]!.textKey) }),
      ...(partName !== undefined && { partName }),
    },
  }))
}
