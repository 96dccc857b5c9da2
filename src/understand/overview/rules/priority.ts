/**
 * The priority score (U3.4): volume × handling time × (1 + repeat rate) × self-service failure × strategic weight.
 * With all weights 1 it reads as minutes a week that go to customers who first tried to help themselves.
 */

export const priorityFactors = ['volume', 'handling', 'repeat', 'selfService', 'strategic'] as const
export type PriorityFactor = (typeof priorityFactors)[number]

/** How much each factor counts: 0 not at all, 1 as it is, 2 squared. */
export type PriorityWeights = Readonly<Record<PriorityFactor, number>>
export const plainWeights: PriorityWeights = {
  volume: 1,
  handling: 1,
  repeat: 1,
  selfService: 1,
  strategic: 1,
}

export type PriorityFacts = {
  readonly topicId: string
  /** Contacts a week. */
  readonly weekly: number
  /** Minutes of handling; null when no channel records it. */
  readonly minutes: number | null
  /** Contacts beyond the first for each case; null when customers are not known. */
  readonly repeat: number | null
  readonly tried: number
  readonly asked: number
  readonly strategic: number
  readonly isParked: boolean
  /** A place that a person has set, from 1. */
  readonly place: number | null
}

/** What stands in for a topic's own figure where it is not known: that of all topics together. */
export type PriorityUsual = {
  readonly minutes: number
  readonly repeat: number
  readonly selfService: number
}

/** So many answers of the usual share are added to a topic's own, so that one answer of one is not 100 percent. */
const priorAnswers = 10

export type PriorityScore = {
  readonly topicId: string
  readonly factors: Readonly<Record<PriorityFactor, number>>
  /** Factors that are not the topic's own but the usual ones. */
  readonly assumed: readonly PriorityFactor[]
  readonly score: number
}

/**
 * The score with every factor as it went in.
 *
 * @example 40 contacts a week × 6 minutes × (1 + 0.5) × 0.5 × 1 = 180 (asked nobody: the usual 0.5)
 */
export function priorityScore(
  facts: PriorityFacts,
  usual: PriorityUsual,
  weights: PriorityWeights,
): PriorityScore {
  const factors = {
    volume: facts.weekly,
    handling: facts.minutes ?? usual.minutes,
    repeat: 1 + (facts.repeat ?? usual.repeat),
    selfService: (facts.tried + priorAnswers * usual.selfService) / (facts.asked + priorAnswers),
    strategic: facts.strategic,
  }
  const assumed: PriorityFactor[] = []
  if (facts.minutes === null) assumed.push('handling')
  if (facts.repeat === null) assumed.push('repeat')
  if (facts.asked === 0) assumed.push('selfService')
  const score = priorityFactors.reduce((product, factor) => product * factors[factor] ** weights[factor], 1)
  return { topicId: facts.topicId, factors, assumed, score }
}

export type Ranked = PriorityScore & {
  /** From 1; null in the parked tail. */
  readonly rank: number | null
  /** The place that the score alone would give. */
  readonly byScore: number | null
  readonly place: number | null
  readonly isParked: boolean
}

/**
 * Topics in the order in which they should be done: by score, but those with a place of their own stand there (the
 * better score first where two want one place), and the parked ones come last. The order of the input is of no
 * matter.
 */
export function rankTopics(
  topics: readonly PriorityFacts[],
  usual: PriorityUsual,
  weights: PriorityWeights,
): readonly Ranked[] {
  const scored = topics
    .map((facts) => ({ facts, ...priorityScore(facts, usual, weights) }))
    .sort((a, b) => b.score - a.score || (a.topicId < b.topicId ? -1 : 1))
  const live = scored.filter(({ facts }) => !facts.isParked)
  const byScore = new Map(live.map(({ topicId }, at) => [topicId, at + 1]))
  const order = live.filter(({ facts }) => facts.place === null)
  // Of two that want one place the worse goes in first and is moved on by the better.
  const placed = live
    .filter(({ facts }) => facts.place !== null)
    .sort((a, b) => a.facts.place! - b.facts.place! || a.score - b.score)
  for (const topic of placed) order.splice(Math.min(topic.facts.place! - 1, order.length), 0, topic)
  const parked = scored.filter(({ facts }) => facts.isParked)
  return [...order, ...parked].map(({ facts, ...score }, at) => ({
    ...score,
    rank: facts.isParked ? null : at + 1,
    byScore: byScore.get(score.topicId) ?? null,
    place: facts.place,
    isParked: facts.isParked,
  }))
}
