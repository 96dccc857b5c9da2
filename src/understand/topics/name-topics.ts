/** Topics with a number and a name, for people and files. */
import { labelTopics } from './rules/groups/label-topic.ts'
import type { TopicFit } from './rules/learn/learn-topics.ts'

export type NamedTopic = {
  /** 1 is the topic with the most texts; 0 holds those without content. */
  readonly topic: number
  readonly label: string
  /** How many texts, copies counted. */
  readonly texts: number
}

export type NamedTopics = {
  /** The largest first, then the one of texts without content. */
  readonly topics: readonly NamedTopic[]
  /** Of the text with this number among those that were given. */
  ofText(place: number): { readonly topic: number; readonly label: string; readonly certainty: number }
}

const labelOfBlank = 'no text'

/** `texts` are those that the fit was made from, in the same order. */
export function nameTopics(texts: readonly string[], fit: TopicFit): NamedTopics {
  const counts = new Uint32Array(fit.groups)
  for (const key of fit.keyOf) counts[fit.group[key]!]! += 1
  const labels = labelsOf(texts, fit)
  const order = Array.from(counts.keys())
    .filter((group) => counts[group]! > 0 && group !== fit.blankGroup)
    .sort((a, b) => counts[b]! - counts[a]! || a - b)
  const named = new Map<number, NamedTopic>(
    order.map((group, at) => [group, { topic: at + 1, label: labels[group]!, texts: counts[group]! }]),
  )
  if (fit.blankGroup !== undefined)
    named.set(fit.blankGroup, { topic: 0, label: labelOfBlank, texts: counts[fit.blankGroup]! })
  return {
    topics: [...named.values()],
    ofText: (place) => {
      const key = fit.keyOf[place]!
      return { ...named.get(fit.group[key]!)!, certainty: fit.certainty[key]! }
    },
  }
}

/** A phrase for each group, from the texts that were learned from as they were first written. */
function labelsOf(
  texts: readonly string[],
  { keyOf, keys, learned, group, groups, ...fit }: TopicFit,
): string[] {
  const written = new Map<number, string>()
  for (const [place, key] of keyOf.entries()) if (!written.has(key)) written.set(key, texts[place]!.trim())
  const own = Array.from(learned, (key) => group[key]!)
  const labels = labelTopics({
    texts: Array.from(learned, (key) => written.get(key)!),
    wordTerms: fit.features.wordTerms,
    words: fit.features.words,
    vectors: fit.vectors.diffused,
    group: own,
    groups,
  })
  // A group that only texts outside the sample have ended in is called by the first of them.
  const first = new Map<number, string>()
  for (const [key, of] of group.entries()) if (!first.has(of)) first.set(of, written.get(key) ?? keys[key]!)
  return labels.map(({ label }, of) => (label === '' ? (first.get(of) ?? '') : label))
}
