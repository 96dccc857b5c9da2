/**
 * Topics that stay the same topics over a re-fit: new groups take over the ids of the topics whose texts they hold,
 * so that the texts that stay put are as many as possible. What a person has decided stands: a confirmed text keeps
 * its topic, topics that were merged stay one and topics that were split stay apart. What moved is told.
 */
import { bestMatching } from './best-matching.ts'

export type Refit = {
  /** Per text: the topic that it had, or undefined when it is new. */
  readonly before: readonly (string | undefined)[]
  /** Per text: the number of its new group. */
  readonly groups: ArrayLike<number>
  /** Per text: how many enquiries have it; 1 where nothing is given. */
  readonly counts?: ArrayLike<number>
  /** Texts that a person has placed, with their topic. */
  readonly confirmed?: ReadonlyMap<number, string>
  /** Topics that are several merged by a person: a group that mainly holds such a topic's texts belongs to it. */
  readonly keptTogether?: ReadonlySet<string>
  /** Whether a person has said that these are two topics. */
  readonly keptApart?: (one: string, other: string) => boolean
  /** The id of a topic that nothing old became; called once for each, in the order of the groups. */
  readonly newTopic: (group: number) => string
}

export type Matched = {
  /** Per group. */
  readonly topicOfGroup: ReadonlyMap<number, string>
  /** Per text. */
  readonly topics: readonly string[]
  readonly changes: readonly TopicChange[]
}

/** `count` is in enquiries, and so is `of`. */
export type TopicChange =
  | { readonly kind: 'new'; readonly topic: string; readonly count: number }
  | { readonly kind: 'gone'; readonly topic: string; readonly count: number }
  | { readonly kind: 'moved'; readonly from: string; readonly to: string; readonly count: number }
  | { readonly kind: 'split'; readonly topic: string; readonly into: readonly string[] }
  | { readonly kind: 'merged'; readonly topic: string; readonly of: readonly string[] }

/** A part of a topic that is smaller than this is told as moved, not as a split or a merge. */
const tellingShare = 0.25

/** A group takes over a topic only when it holds at least this share of the smaller of the two. */
const leastShared = 0.1

export function matchGroups(refit: Refit): Matched {
  const topicOfGroup = topicsOfGroups(refit)
  const topics = Array.from(refit.groups, (group, text) => topicOfText(refit, text, topicOfGroup.get(group)!))
  return { topicOfGroup, topics, changes: changesOf(refit, topics) }
}

function topicOfText({ before, confirmed, keptApart }: Refit, text: number, ofGroup: string): string {
  const placed = confirmed?.get(text)
  if (placed !== undefined) return placed
  const earlier = before[text]
  return earlier !== undefined && earlier !== ofGroup && keptApart?.(earlier, ofGroup) ? earlier : ofGroup
}

function topicsOfGroups(refit: Refit): Map<number, string> {
  const groups = [...new Set(Array.from(refit.groups))].sort((a, b) => a - b)
  const placeOf = new Map(groups.map((group, place) => [group, place]))
  const { overlap, groupSize, topicSize, held } = overlaps(refit, placeOf)
  const topics = [...topicSize.keys()].sort()
  // A confirmed text outweighs any number of others: its group must be its topic.
  const heavy = groupSize.reduce((sum, size) => sum + size, 1)
  const matched = bestMatching(
    groups.map((_, place) =>
      topics.map((topic) => {
        const shared = overlap[place]!.get(topic) ?? 0
        const enough = shared >= leastShared * Math.min(groupSize[place]!, topicSize.get(topic)!)
        return heavy * (held[place]!.get(topic) ?? 0) + (enough ? shared : 0)
      }),
    ),
  )
  return new Map(
    groups.map((group, place) => {
      const main = mainTopic(overlap[place]!, groupSize[place]!)
      const free = held[place]!.size === 0
      if (free && main !== undefined && refit.keptTogether?.has(main)) return [group, main]
      const at = matched[place] ?? -1
      return [group, at < 0 ? refit.newTopic(group) : topics[at]!]
    }),
  )
}

/** The topic that more than half of a group had. */
function mainTopic(shares: ReadonlyMap<string, number>, size: number): string | undefined {
  for (const [topic, shared] of shares) if (shared > size / 2) return topic
  return undefined
}

function overlaps(refit: Refit, placeOf: ReadonlyMap<number, number>) {
  const overlap = Array.from(placeOf, () => new Map<string, number>())
  const held = Array.from(placeOf, () => new Map<string, number>())
  const groupSize = new Array<number>(placeOf.size).fill(0)
  const topicSize = new Map<string, number>()
  const add = (sums: Map<string, number>, topic: string, count: number) =>
    sums.set(topic, (sums.get(topic) ?? 0) + count)
  for (let text = 0; text < refit.groups.length; text++) {
    const place = placeOf.get(refit.groups[text]!)!
    const count = refit.counts?.[text] ?? 1
    groupSize[place]! += count
    const placed = refit.confirmed?.get(text)
    if (placed !== undefined) add(held[place]!, placed, count)
    const earlier = placed ?? refit.before[text]
    if (earlier === undefined) continue
    add(overlap[place]!, earlier, count)
    add(topicSize, earlier, count)
  }
  return { overlap, held, groupSize, topicSize }
}

function changesOf({ before, counts }: Refit, topics: readonly string[]): TopicChange[] {
  const flow = new Map<string, Map<string, number>>()
  const sizeBefore = new Map<string, number>()
  const sizeAfter = new Map<string, number>()
  const add = (sums: Map<string, number>, topic: string, count: number) =>
    sums.set(topic, (sums.get(topic) ?? 0) + count)
  for (const [text, topic] of topics.entries()) {
    const count = counts?.[text] ?? 1
    add(sizeAfter, topic, count)
    const earlier = before[text]
    if (earlier === undefined) continue
    add(sizeBefore, earlier, count)
    if (!flow.has(earlier)) flow.set(earlier, new Map())
    add(flow.get(earlier)!, topic, count)
  }
  return [
    ...[...sizeAfter]
      .filter(([topic]) => !sizeBefore.has(topic))
      .map(([topic, count]) => ({ kind: 'new', topic, count }) as const),
    ...[...sizeBefore]
      .filter(([topic]) => !sizeAfter.has(topic))
      .map(([topic, count]) => ({ kind: 'gone', topic, count }) as const),
    ...splits(flow, sizeBefore),
    ...merges(flow, sizeBefore, sizeAfter),
    ...[...flow].flatMap(([from, to]) =>
      [...to]
        .filter(([topic]) => topic !== from)
        .map(([topic, count]) => ({ kind: 'moved', from, to: topic, count }) as const),
    ),
  ]
}

type Flow = ReadonlyMap<string, ReadonlyMap<string, number>>
type Sizes = ReadonlyMap<string, number>

/** A topic of which two or more parts are large. */
function splits(flow: Flow, sizeBefore: Sizes): TopicChange[] {
  return [...flow].flatMap(([topic, parts]) => {
    const into = [...parts]
      .filter(([, count]) => count >= tellingShare * sizeBefore.get(topic)!)
      .map(([to]) => to)
    return into.length > 1 ? [{ kind: 'split', topic, into } as const] : []
  })
}

/** A topic that took in most of two or more earlier ones, each a telling part of it. */
function merges(flow: Flow, sizeBefore: Sizes, sizeAfter: Sizes): TopicChange[] {
  return [...sizeAfter].flatMap(([topic, size]) => {
    const of = [...flow]
      .filter(([from, to]) => {
        const count = to.get(topic) ?? 0
        return count > sizeBefore.get(from)! / 2 && count >= (tellingShare * size) / 2
      })
      .map(([from]) => from)
    return of.length > 1 ? [{ kind: 'merged', topic, of } as const] : []
  })
}
