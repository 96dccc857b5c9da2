/** Topics with a number and a name, for people and files. */
import type { TopicFit } from './rules/learn/learn-topics.ts'
import { rowOf } from './rules/matrix/dense.ts'

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
  const labels = typicalTexts(texts, fit)
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

/** Of each group the text nearest to its middle, as it was written first. */
function typicalTexts(
  texts: readonly string[],
  { keyOf, learned, group, groups, vectors }: TopicFit,
): string[] {
  const { diffused } = vectors
  const middles = new Float64Array(groups * diffused.columns)
  for (const [row, key] of learned.entries())
    for (const [at, value] of rowOf(diffused, row).entries())
      middles[group[key]! * diffused.columns + at]! += value
  const best = new Float64Array(groups).fill(Number.NEGATIVE_INFINITY)
  const bestKey = new Int32Array(groups).fill(-1)
  for (const [row, key] of learned.entries()) {
    const own = group[key]!
    let closeness = 0
    for (const [at, value] of rowOf(diffused, row).entries())
      closeness += value * middles[own * diffused.columns + at]!
    if (closeness > best[own]!) {
      best[own] = closeness
      bestKey[own] = key
    }
  }
  const firstText = new Map<number, string>()
  for (const [place, key] of keyOf.entries())
    if (!firstText.has(key)) firstText.set(key, texts[place]!.trim())
  return Array.from(bestKey, (key) => firstText.get(key) ?? '')
}
