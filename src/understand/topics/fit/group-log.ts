/**
 * The whole log grouped anew within what people have decided: topics that go on, new ones with a name, what is
 * unsure, what to suggest, and what is needed to assign texts that come later. Runs in a thread of its own.
 */
import { newId } from '../../../kernel/ids.ts'
import type { NearTopic } from '../contract.ts'
import { logSpace } from '../rules/assign/log-space.ts'
import { labelTopics, type TopicLabel } from '../rules/groups/label-topic.ts'
import { type Matched, matchGroups } from '../rules/groups/match-groups.ts'
import { suggestMerges } from '../rules/groups/suggest-merges.ts'
import { suggestSplits } from '../rules/groups/suggest-splits.ts'
import { topicTree } from '../rules/groups/topic-tree.ts'
import type { TopicFit } from '../rules/learn/learn-topics.ts'
import { nearestCount } from '../rules/learn/nearest-groups.ts'
import { zeros } from '../rules/matrix/dense.ts'
import { fitTopics } from './fit-topics.ts'
import { packMemory } from './memory.ts'

/** A topic as the grouping needs to know it. */
export type KnownTopic = {
  readonly topicId: string
  readonly parentId: string | null
  readonly name: string
  /** A person has looked at it: it goes on whatever the grouping says. */
  readonly settled: boolean
}

export type GroupLogInput = {
  /** One for each different text. */
  readonly texts: readonly string[]
  readonly contacts: readonly number[]
  /** The topic that each had before; null for a new one. */
  readonly before: readonly (string | null)[]
  /** How sure it was of it. */
  readonly certainty: readonly number[]
  /** Places of texts that a person has put where they are. */
  readonly placed: readonly number[]
  readonly topics: readonly KnownTopic[]
  /** Where texts without content go. */
  readonly unexplained: string
  /** Topics that several were merged into by a person. */
  readonly together: readonly string[]
  /** Pairs of topics that a person has parted. */
  readonly apart: readonly (readonly [string, string])[]
  /** Texts, by place, and a topic that a person has said they are not about. */
  readonly excluded: readonly (readonly [place: number, topicId: string])[]
  /** Pairs (`one other`, sorted) and topics that are not to be suggested again. */
  readonly dismissed: readonly string[]
  readonly wanted: number | 'auto'
  readonly fineness: number
  readonly seed: number
}

export type GroupedText = {
  readonly topicId: string
  readonly certainty: number
  readonly nearest: readonly NearTopic[]
}

export type NewTopic = { readonly topicId: string; readonly name: string; readonly parentId: string | null }

export type FoundSuggestion = {
  readonly kind: 'merge' | 'split'
  readonly topicId: string
  readonly otherId: string | null
  readonly score: number
  readonly words: readonly string[]
  readonly neighbours: number | null
  /** Places of the texts of the part that would leave, and a name for it. */
  readonly part?: readonly number[]
  readonly partName?: string
}

export type GroupedLog = {
  readonly texts: readonly GroupedText[]
  readonly newTopics: readonly NewTopic[]
  readonly suggestions: readonly FoundSuggestion[]
  readonly changes: Matched['changes']
  readonly sampled: boolean
  readonly memory: Uint8Array
}

/** Of a settled topic so many of its surest texts hold it in its place, beside those that a person put there. */
const seedsOfSettled = 10

export async function groupLog(
  input: GroupLogInput,
  onProgress: (fraction: number, step: string) => void,
): Promise<GroupedLog> {
  const held = heldTexts(input)
  const holders = [...new Set(held.values())].sort()
  const numberOf = new Map(holders.map((topicId, number) => [topicId, number]))
  const fit = await fitTopics(input.texts, {
    topics: input.wanted,
    fineness: input.fineness,
    seed: input.seed,
    confirmed: new Map([...held].map(([place, topicId]) => [place, numberOf.get(topicId)!])),
    onProgress: (fraction, step) => onProgress(0.9 * fraction, step),
  })
  const matched = matchTopics(input, fit, held)
  onProgress(0.92, 'names')
  const texts = groupedTexts(input, fit, matched, held)
  const used = usedTopics(input, fit, texts)
  const labels = labelsOf(input, fit, used)
  const newTopics = namedTopics(input, fit, used, labels)
  onProgress(0.95, 'suggestions')
  const suggestions = suggestionsOf(input, fit, used, labels)
  onProgress(0.98, 'memory')
  const { model, features } = logSpace(fit, input.seed)
  const memory = packMemory({
    space: { model, features },
    keys: Array.from(fit.learned, (key) => fit.keys[key]!),
  })
  return { texts, newTopics, suggestions, changes: matched.changes, sampled: fit.sampled, memory }
}

/** Texts that keep their topic: those that a person placed, and the surest ones of topics a person has looked at. */
function heldTexts({ before, certainty, contacts, placed, topics }: GroupLogInput): Map<number, string> {
  const held = new Map<number, string>()
  for (const place of placed) if (before[place] !== null) held.set(place, before[place]!)
  const settled = new Map(
    topics.filter((topic) => topic.settled).map(({ topicId }) => [topicId, [] as number[]]),
  )
  for (const [place, topicId] of before.entries()) settled.get(topicId ?? '')?.push(place)
  for (const [topicId, places] of settled) {
    const surest = places.toSorted(
      (a, b) => certainty[b]! - certainty[a]! || contacts[b]! - contacts[a]! || a - b,
    )
    for (const place of surest.slice(0, seedsOfSettled)) held.set(place, held.get(place) ?? topicId)
  }
  return held
}

function matchTopics(input: GroupLogInput, fit: TopicFit, held: ReadonlyMap<number, string>): Matched {
  const { before, contacts, together, apart, unexplained } = input
  const parted = new Set(apart.map(([one, other]) => pair(one, other)))
  const groups = Uint32Array.from(fit.keyOf, (key) => fit.group[key]!)
  const confirmed = new Map(held)
  for (const [place, group] of groups.entries())
    if (group === fit.blankGroup) confirmed.set(place, unexplained)
  return matchGroups({
    before: before.map((topicId) => topicId ?? undefined),
    groups,
    counts: contacts,
    confirmed,
    keptTogether: new Set(together),
    keptApart: (one, other) => parted.has(pair(one, other)),
    newTopic: () => newId(),
  })
}

const pair = (one: string, other: string) => [one, other].sort().join(' ')

function groupedTexts(
  { texts, excluded }: GroupLogInput,
  fit: TopicFit,
  { topicOfGroup, topics }: Matched,
  held: ReadonlyMap<number, string>,
): GroupedText[] {
  const refused = new Map<number, Set<string>>()
  for (const [place, topicId] of excluded) refused.set(place, (refused.get(place) ?? new Set()).add(topicId))
  return texts.map((_, place) => {
    const not = refused.get(place)
    const nearest = nearestTopics(fit, fit.keyOf[place]!, topicOfGroup).filter(
      ({ topicId }) => !not?.has(topicId),
    )
    const own = topics[place]!
    const topicId = not?.has(own) && !held.has(place) ? (nearest[0]?.topicId ?? own) : own
    const certainty = held.has(place) ? 1 : (nearest.find((near) => near.topicId === topicId)?.certainty ?? 0)
    return { topicId, certainty, nearest }
  })
}

/** The three nearest; groups that are one topic count together. */
function nearestTopics(
  { nearest }: TopicFit,
  key: number,
  topicOfGroup: ReadonlyMap<number, string>,
): NearTopic[] {
  const sums = new Map<string, number>()
  for (let place = key * nearestCount; place < (key + 1) * nearestCount; place++) {
    const topicId = topicOfGroup.get(nearest.group[place]!)
    if (topicId !== undefined) sums.set(topicId, (sums.get(topicId) ?? 0) + nearest.certainty[place]!)
  }
  return [...sums]
    .filter(([, certainty]) => certainty > 0)
    .map(([topicId, certainty]) => ({ topicId, certainty: Math.min(1, certainty) }))
    .sort((a, b) => b.certainty - a.certainty)
}

/** Topics as numbers over the learned texts, for what is worked out topic by topic. */
type UsedTopics = {
  readonly ids: readonly string[]
  /** Of each learned text. */
  readonly group: Uint32Array
  readonly contacts: Float64Array
  /** The place among the given texts of each learned one. */
  readonly placeOf: Uint32Array
}

function usedTopics(input: GroupLogInput, fit: TopicFit, texts: readonly GroupedText[]): UsedTopics {
  const ids = [...new Set(texts.map(({ topicId }) => topicId))]
    .filter((id) => id !== input.unexplained)
    .sort()
  const numberOf = new Map(ids.map((topicId, number) => [topicId, number]))
  const placeOfKey = new Uint32Array(fit.keys.length)
  for (const [place, key] of fit.keyOf.entries()) placeOfKey[key] = place
  const placeOf = Uint32Array.from(fit.learned, (key) => placeOfKey[key]!)
  const contacts = new Float64Array(ids.length)
  for (const [place, { topicId }] of texts.entries()) {
    const number = numberOf.get(topicId)
    if (number !== undefined) contacts[number]! += input.contacts[place]!
  }
  // A text with content that lies with the unexplained ones is in no topic: a number past the last.
  const group = Uint32Array.from(placeOf, (place) => numberOf.get(texts[place]!.topicId) ?? ids.length)
  return { ids, group, contacts, placeOf }
}

function labelsOf(
  { texts }: GroupLogInput,
  fit: TopicFit,
  { ids, group, placeOf }: UsedTopics,
): TopicLabel[] {
  const { words, wordTerms } = fit.features
  return labelTopics({
    words,
    wordTerms,
    group,
    groups: ids.length,
    texts: Array.from(placeOf, (place) => texts[place]!),
    vectors: fit.vectors.joint,
  })
}

/**
 * New topics with a name of their own and a place in the tree. The first time the tree's headings are made too;
 * later a new topic stands where most of those near it stand.
 */
function namedTopics(
  { topics, unexplained }: GroupLogInput,
  fit: TopicFit,
  { ids, group, contacts }: UsedTopics,
  labels: readonly TopicLabel[],
): NewTopic[] {
  const known = new Map(topics.map((topic) => [topic.topicId, topic]))
  const isFirst = topics.every(({ topicId }) => topicId === unexplained)
  const taken = new Set(topics.map(({ name }) => name.toLowerCase()))
  const made: NewTopic[] = []
  const add = (topicId: string, name: string, parentId: string | null): string => {
    made.push({ topicId, name: freeName(name, taken), parentId })
    return topicId
  }
  const { words, wordTerms } = fit.features
  const branches = topicTree({
    words,
    wordTerms,
    group,
    groups: ids.length,
    middles: middlesOf(fit, group, ids.length),
    sizes: contacts,
    labels: labels.map(({ label }) => label),
  })
  for (const branch of branches) {
    const fresh = branch.groups.filter((number) => !known.has(ids[number]!))
    if (fresh.length === 0) continue
    const heading =
      isFirst && branch.groups.length > 1
        ? add(newId(), branch.name, null)
        : mostCommon(branch.groups.map((number) => known.get(ids[number]!)?.parentId))
    for (const number of fresh) add(ids[number]!, labels[number]!.label || branch.name, heading ?? null)
  }
  return made
}

function freeName(name: string, taken: Set<string>): string {
  const short = name.slice(0, 110)
  let free = short
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${short} (${number})`
  taken.add(free.toLowerCase())
  return free
}

function mostCommon(values: readonly (string | null | undefined)[]): string | null | undefined {
  const counts = new Map<string, number>()
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0]
}

function middlesOf({ vectors: { diffused } }: TopicFit, group: Uint32Array, groups: number) {
  const sums = zeros(groups, diffused.columns)
  for (let row = 0; row < diffused.rows; row++) {
    if (group[row]! >= groups) continue
    const [from, to] = [row * diffused.columns, group[row]! * diffused.columns]
    for (let at = 0; at < diffused.columns; at++) sums.value[to + at]! += diffused.value[from + at]!
  }
  const sizes = new Float64Array(groups)
  for (const number of group) if (number < groups) sizes[number]! += 1
  for (let number = 0; number < groups; number++)
    for (let at = 0; at < diffused.columns; at++)
      sums.value[number * diffused.columns + at]! /= Math.max(1, sizes[number]!)
  return sums
}

const [mostMerges, mostSplits] = [40, 20]
/** A topic that falls apart less clearly than this is not worth a question. */
const leastStrength = 0.7

function suggestionsOf(
  input: GroupLogInput,
  fit: TopicFit,
  { ids, group, placeOf }: UsedTopics,
  labels: readonly TopicLabel[],
): FoundSuggestion[] {
  const { words, wordTerms } = fit.features
  const dismissed = new Set(input.dismissed)
  const parted = new Set(input.apart.map(([one, other]) => pair(one, other)))
  const grouped = { words, wordTerms, group, groups: ids.length, neighbours: fit.neighbours }
  const merges = suggestMerges(
    {
      ...grouped,
      diffused: fit.vectors.diffused,
      isRefused: (one, other) => {
        const key = pair(ids[one]!, ids[other]!)
        return dismissed.has(key) || parted.has(key)
      },
    },
    Math.min(mostMerges, ids.length),
  )
  const splits = suggestSplits(
    {
      ...grouped,
      vectors: fit.vectors.joint,
      seed: input.seed,
      isRefused: (number) => dismissed.has(ids[number]!),
    },
    mostSplits,
  ).filter(({ strength }) => strength >= leastStrength)
  return [
    ...merges.map(
      ({ one, other, strength, sharedWords, neighbourShare }): FoundSuggestion => ({
        kind: 'merge',
        topicId: ids[one]!,
        otherId: ids[other]!,
        score: strength,
        words: sharedWords,
        neighbours: neighbourShare,
      }),
    ),
    ...splits.map(({ group: number, strength, parts }): FoundSuggestion => {
      const part = parts[0].texts.length <= parts[1].texts.length ? parts[0] : parts[1]
      return {
        kind: 'split',
        topicId: ids[number]!,
        otherId: null,
        score: strength,
        words: part.words,
        neighbours: null,
        part: part.texts.map((row) => placeOf[row]!),
        partName: partName(input.texts[placeOf[part.typical]!]!, labels[number]!.label),
      }
    }),
  ]
}

/** The typical text of a part as a name, when it is short and not the name of the whole. */
function partName(typical: string, whole: string): string {
  const name = typical.trim().replace(/\s+/g, ' ').slice(0, 100)
  return name.toLowerCase() === whole.toLowerCase() ? `${name} (2)` : name
}
