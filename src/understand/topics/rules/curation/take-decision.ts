/**
 * What a person's decision about topics makes of them and of the texts in them. Pure: it is given the topics and
 * the assignments that it touches, and answers them as they are to be. No text is ever left without a topic.
 */
import type { Decision } from '../../contract.ts'
import type { Assignment, TopicRecord } from './topic-state.ts'

export type BeforeDecision = {
  /** Every topic of the organisation, by id. */
  readonly topics: ReadonlyMap<string, TopicRecord>
  /** All rows of every text that the decision touches. */
  readonly assigned: readonly Assignment[]
  /** Given to the topic that the decision makes, if it makes one. */
  readonly newTopicId: string
}

export type AfterDecision =
  | { readonly ok: true; readonly topics: readonly TopicRecord[]; readonly assigned: readonly Assignment[] }
  | {
      readonly ok: false
      readonly why: 'topic-gone' | 'topic-circle' | 'text-not-there' | 'topic-empty' | 'topic-itself'
    }

/**
 * @example takeDecision({ kind: 'merge', topicIds: ['b'], into: 'a' }, before)
 *   // b is gone into a, and everything that was in b is in a
 */
export function takeDecision(decision: Decision, before: BeforeDecision): AfterDecision {
  const live = (topicId: string | null) => topicId === null || isLive(before.topics.get(topicId))
  if (!topicsOf(decision).every(live)) return { ok: false, why: 'topic-gone' }
  switch (decision.kind) {
    case 'place':
      return place(decision.topicIds, decision.textKeys, before)
    case 'refuse':
      return refuse(decision, before)
    case 'merge':
      return merge(decision, before)
    case 'split':
      return split(decision, before)
    case 'create':
      return done([newTopic(before, decision)])
    case 'rename':
      return done([{ ...before.topics.get(decision.topicId)!, name: decision.name, nameGiven: true }])
    case 'move':
      return move(decision, before)
    case 'confirm':
    case 'open':
      return setState(decision.topicIds, 'confirmed', before)
    case 'park':
      return setState(decision.topicIds, 'parked', before)
  }
}

/** The topics that a decision names; all must be live. */
export function topicsOf(decision: Decision): readonly (string | null)[] {
  switch (decision.kind) {
    case 'place':
    case 'confirm':
    case 'park':
    case 'open':
      return decision.topicIds
    case 'merge':
      return [...decision.topicIds, decision.into]
    case 'move':
      return [...decision.topicIds, decision.parentId]
    case 'create':
      return [decision.parentId]
    case 'refuse':
    case 'split':
    case 'rename':
      return [decision.topicId]
  }
}

const isLive = (topic: TopicRecord | undefined) => topic !== undefined && topic.state !== 'gone'

function done(topics: readonly TopicRecord[], assigned: readonly Assignment[] = []): AfterDecision {
  return { ok: true, topics, assigned }
}

/** A person's own: certain, in equal shares. */
function placed(textKey: string, topicIds: readonly string[]): Assignment[] {
  return topicIds.map((topicId) => ({
    textKey,
    topicId,
    share: 1 / topicIds.length,
    certainty: 1,
    origin: 'person',
    unsure: false,
    nearest: [],
  }))
}

function place(
  topicIds: readonly string[],
  textKeys: readonly string[],
  before: BeforeDecision,
): AfterDecision {
  const known = new Set(before.assigned.map(({ textKey }) => textKey))
  if (!textKeys.every((key) => known.has(key))) return { ok: false, why: 'text-not-there' }
  const chosen = [...new Set(topicIds)]
  return done(
    [],
    [...new Set(textKeys)].flatMap((key) => placed(key, chosen)),
  )
}

/** To the nearest of the others, or with those that nobody has explained; it waits in the tray either way. */
function refuse(
  { textKeys, topicId }: Extract<Decision, { kind: 'refuse' }>,
  before: BeforeDecision,
): AfterDecision {
  const unexplained = [...before.topics.values()].find((topic) => topic.unexplained && isLive(topic))
  const assigned: Assignment[] = []
  for (const textKey of new Set(textKeys)) {
    const rows = before.assigned.filter((row) => row.textKey === textKey)
    if (!rows.some((row) => row.topicId === topicId)) return { ok: false, why: 'text-not-there' }
    const nearest = rows.flatMap((row) => row.nearest).filter((near) => near.topicId !== topicId)
    const other = nearest.find((near) => isLive(before.topics.get(near.topicId)))
    const next = other?.topicId ?? unexplained?.topicId
    if (next === undefined) return { ok: false, why: 'topic-gone' }
    const certainty = other?.certainty ?? 0
    assigned.push({ textKey, topicId: next, share: 1, certainty, origin: 'model', unsure: true, nearest })
  }
  return done([], assigned)
}

function merge(
  { topicIds, into }: Extract<Decision, { kind: 'merge' }>,
  before: BeforeDecision,
): AfterDecision {
  const from = new Set(topicIds)
  if (from.has(into)) return { ok: false, why: 'topic-itself' }
  const target = before.topics.get(into)!
  const gone = [...from].map((topicId) => ({
    ...before.topics.get(topicId)!,
    state: 'gone' as const,
    goneInto: into,
  }))
  // A topic below one that goes comes to the top; what else lay below those that go lies where the target lies.
  const parentId = target.parentId !== null && from.has(target.parentId) ? null : target.parentId
  const moved = [...before.topics.values()]
    .filter((topic) => topic.parentId !== null && from.has(topic.parentId))
    .filter(({ topicId }) => topicId !== into && !from.has(topicId))
    .map((topic) => ({ ...topic, parentId: parentId ?? into }))
  const kept = { ...target, parentId, state: stateAfter(target) }
  const assigned = joined(before.assigned.map((row) => redirected(row, from, into)))
  return done([kept, ...gone, ...moved], assigned)
}

/** What a person has worked on is confirmed; what was parked stays parked. */
const stateAfter = ({ state }: TopicRecord) => (state === 'proposed' ? 'confirmed' : state)

function redirected(row: Assignment, from: ReadonlySet<string>, into: string): Assignment {
  const nearest: { topicId: string; certainty: number }[] = []
  for (const near of row.nearest) {
    const topicId = from.has(near.topicId) ? into : near.topicId
    const same = nearest.find((other) => other.topicId === topicId)
    if (same) same.certainty = Math.min(1, same.certainty + near.certainty)
    else nearest.push({ topicId, certainty: near.certainty })
  }
  nearest.sort((a, b) => b.certainty - a.certainty)
  return { ...row, topicId: from.has(row.topicId) ? into : row.topicId, nearest }
}

/** A text that was about both of two merged topics is about one, with both shares. */
function joined(rows: readonly Assignment[]): Assignment[] {
  const byTextAndTopic = new Map<string, Assignment>()
  for (const row of rows) {
    const key = `${row.textKey} ${row.topicId}`
    const same = byTextAndTopic.get(key)
    byTextAndTopic.set(key, same === undefined ? row : both(same, row))
  }
  return [...byTextAndTopic.values()]
}

function both(one: Assignment, other: Assignment): Assignment {
  const byPerson = one.origin === 'person' || other.origin === 'person'
  return {
    ...one,
    share: Math.min(1, one.share + other.share),
    certainty: Math.max(one.certainty, other.certainty),
    origin: byPerson ? 'person' : one.origin,
    unsure: one.unsure && other.unsure,
  }
}

function newTopic(
  { newTopicId }: BeforeDecision,
  { name, parentId }: { readonly name: string; readonly parentId: string | null },
): TopicRecord {
  const state = 'confirmed'
  return { topicId: newTopicId, parentId, name, nameGiven: true, state, goneInto: null, unexplained: false }
}

/** The texts leave for a topic of their own; something must stay behind. */
function split(
  { topicId, textKeys, name }: Extract<Decision, { kind: 'split' }>,
  before: BeforeDecision,
): AfterDecision {
  const leaving = new Set(textKeys)
  const own = before.assigned.filter((row) => row.topicId === topicId)
  if (![...leaving].every((key) => own.some((row) => row.textKey === key)))
    return { ok: false, why: 'text-not-there' }
  if (own.length === leaving.size) return { ok: false, why: 'topic-empty' }
  const source = before.topics.get(topicId)!
  const made = newTopic(before, { name, parentId: source.parentId })
  const assigned = before.assigned
    .filter((row) => leaving.has(row.textKey))
    .map((row): Assignment => {
      if (row.topicId !== topicId) return row
      return { ...row, topicId: made.topicId, certainty: 1, origin: 'person', unsure: false, nearest: [] }
    })
  return done([{ ...source, state: stateAfter(source) }, made], assigned)
}

/** Below another topic or to the top. A topic with topics below it stays at the top: the tree has two levels. */
function move(
  { topicIds, parentId }: Extract<Decision, { kind: 'move' }>,
  before: BeforeDecision,
): AfterDecision {
  const parents = new Set([...before.topics.values()].filter(isLive).map((topic) => topic.parentId))
  if (parentId !== null) {
    if (topicIds.includes(parentId) || before.topics.get(parentId)!.parentId !== null)
      return { ok: false, why: 'topic-circle' }
    if (topicIds.some((topicId) => parents.has(topicId))) return { ok: false, why: 'topic-circle' }
  }
  return done(topicIds.map((topicId) => ({ ...before.topics.get(topicId)!, parentId })))
}

function setState(
  topicIds: readonly string[],
  state: 'confirmed' | 'parked',
  before: BeforeDecision,
): AfterDecision {
  return done(topicIds.map((topicId) => ({ ...before.topics.get(topicId)!, state })))
}
