/** A message that asks about several things has several topics, each with its share of the message. */
import type { Candidate } from './topic-assigner.ts'

export type TopicShare = { readonly topic: number; readonly share: number; readonly certainty: number }

/** A part counts for itself only when its topic is this certain; else it is explanation and follows the message. */
const sureOfPart = 0.6
const leastShare = 0.2

/**
 * The topics of a message from what its parts (see `splitMessage`) and the whole of it are about, likeliest first; the
 * shares sum to 1. Two parts about two topics, both sure, make two topics; everything else is the topic of the whole.
 */
export function topicsOfMessage(
  whole: readonly Candidate[],
  parts: readonly (readonly Candidate[])[],
): TopicShare[] {
  const main = whole[0]
  if (!main) return []
  const sums = new Map<number, { weight: number; certainty: number }>()
  for (const [first] of parts) {
    if (!first || first.certainty < sureOfPart) continue
    const known = sums.get(first.topic) ?? { weight: 0, certainty: 0 }
    sums.set(first.topic, {
      weight: known.weight + 1,
      certainty: Math.max(known.certainty, first.certainty),
    })
  }
  const total = [...sums.values()].reduce((sum, { weight }) => sum + weight, 0)
  const kept = [...sums].filter(([, { weight }]) => weight / total >= leastShare)
  if (kept.length < 2) return [{ topic: main.topic, share: 1, certainty: main.certainty }]
  const weights = kept.reduce((sum, [, { weight }]) => sum + weight, 0)
  return kept
    .map(([topic, { weight, certainty }]) => ({ topic, share: weight / weights, certainty }))
    .sort((a, b) => b.share - a.share || b.certainty - a.certainty)
}
