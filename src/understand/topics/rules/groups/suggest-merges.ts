/**
 * Topics that may be one: ranked pairs with a reason that a person can check. Four views of the likeness are ranked,
 * and a pair's strength is the geometric mean of its ranks: the cosine of the topics' middles, how many of the texts'
 * nearest neighbours lie in the other topic, the words they share, and what joining them would cost (Ward). Always a
 * question to a person, never done by itself. Figures: docs/methods/assignment.md.
 */
import { type Dense, normaliseRows, zeros } from '../matrix/dense.ts'
import { timesTransposed } from '../matrix/product.ts'
import { type ClassWords, classWords, type Grouped, topWords } from './class-words.ts'

export type TextNeighbours = {
  readonly count: number
  /** texts × count, nearest first. */
  readonly row: Uint32Array
  /** Cosine; 0 where there is no neighbour. */
  readonly similarity: Float32Array
}

export type MergeInput = Grouped & {
  /** Of each text, drawn together along the graph; rows of length 1. */
  readonly diffused: Dense
  readonly neighbours: TextNeighbours
  readonly wordTerms: readonly string[]
  /** Pairs that are not to be suggested: parted by a person, or refused before. */
  readonly isRefused?: (one: number, other: number) => boolean
}

export type MergeSuggestion = {
  readonly one: number
  readonly other: number
  /** 1 for a pair that is first by every view, towards 0: how the geometric mean of its ranks stands to all pairs. */
  readonly strength: number
  readonly cosine: number
  /** Of the texts in the smaller topic, how many have a near neighbour in the other one. */
  readonly neighbourShare: number
  /** Words that are typical of both. */
  readonly sharedWords: readonly string[]
  /** A text of each that are most like each other, when any are neighbours. */
  readonly closest: readonly [number, number] | undefined
}

const [sharedWordCount, toldWords] = [5, 100]

type Pair = {
  readonly one: number
  readonly other: number
  edges: number
  readonly linked: Set<number>
  readonly linkedOther: Set<number>
  closest: readonly [number, number] | undefined
  likest: number
}

/** The `count` likeliest pairs, likeliest first. */
export function suggestMerges(input: MergeInput, count: number): MergeSuggestion[] {
  const { groups, group } = input
  const { pairs, degree } = edgesBetween(input)
  const middles = middlesOf(input)
  const cosines = timesTransposed(middles, middles).value
  const sizes = new Float64Array(groups)
  for (let text = 0; text < input.words.rows; text++) if (group[text]! < groups) sizes[group[text]!]! += 1
  const open = allPairs(groups).filter(
    ([one, other]) => sizes[one]! > 0 && sizes[other]! > 0 && !input.isRefused?.(one, other),
  )
  const classes = strongestWords(input)
  const costs = joiningCosts(input, sizes)
  const views = [
    ranks(open.map(([one, other]) => cosines[one * groups + other]!)),
    ranks(
      open.map(([one, other]) => {
        const edges = pairs.get(one * groups + other)?.edges ?? 0
        return edges === 0 ? 0 : edges / Math.sqrt(degree[one]! * degree[other]!)
      }),
    ),
    ranks(open.map(([one, other]) => wordsInCommon(classes, one, other))),
    ranks(open.map(([one, other]) => -costs(one, other))),
  ]
  const worst = Math.log(1 + open.length)
  return open
    .map(([one, other], at) => {
      const mean = views.reduce((sum, view) => sum + Math.log(1 + view[at]!), 0) / views.length
      return { one, other, strength: 1 - mean / worst }
    })
    .sort((a, b) => b.strength - a.strength || a.one - b.one || a.other - b.other)
    .slice(0, count)
    .map(({ one, other, strength }) => {
      const pair = pairs.get(one * groups + other)
      const [small, linked] =
        sizes[one]! <= sizes[other]! ? [sizes[one]!, pair?.linked] : [sizes[other]!, pair?.linkedOther]
      return {
        one,
        other,
        strength,
        cosine: cosines[one * groups + other]!,
        neighbourShare: (linked?.size ?? 0) / small,
        sharedWords: sharedWords(classes, one, other).map((word) => input.wordTerms[word]!),
        closest: pair?.closest,
      }
    })
}

/** What joining two topics would add to the sum of squares within topics (Ward 1963). */
function joiningCosts({ diffused, group, groups }: MergeInput, sizes: Float64Array) {
  const { rows, columns, value } = diffused
  const means = new Float64Array(groups * columns)
  for (let text = 0; text < rows; text++) {
    if (group[text]! >= groups) continue
    const [from, to] = [text * columns, group[text]! * columns]
    for (let at = 0; at < columns; at++) means[to + at]! += value[from + at]! / sizes[group[text]!]!
  }
  return (one: number, other: number) => {
    let squares = 0
    for (let at = 0; at < columns; at++)
      squares += (means[one * columns + at]! - means[other * columns + at]!) ** 2
    return (squares * sizes[one]! * sizes[other]!) / (sizes[one]! + sizes[other]!)
  }
}

/** The words that tell; beyond these, weights are next to nothing. */
function strongestWords(input: MergeInput): ClassWords {
  const weights = classWords(input).weights.map(
    (own) => new Map(topWords(own, toldWords).map((word) => [word, own.get(word)!])),
  )
  return { weights }
}

/** The cosine of the words of two topics. */
function wordsInCommon({ weights }: ClassWords, one: number, other: number): number {
  const [few, many] = [weights[one]!, weights[other]!].sort((a, b) => a.size - b.size)
  let sum = 0
  for (const [word, weight] of few!) sum += weight * (many!.get(word) ?? 0)
  return sum
}

function allPairs(groups: number): [number, number][] {
  const pairs: [number, number][] = []
  for (let one = 0; one < groups; one++)
    for (let other = one + 1; other < groups; other++) pairs.push([one, other])
  return pairs
}

/** 0 for the largest; equal values share the mean of their places. */
function ranks(values: readonly number[]): Float64Array {
  const order = [...values.keys()].sort((a, b) => values[b]! - values[a]!)
  const made = new Float64Array(values.length)
  for (let first = 0; first < order.length; ) {
    let end = first + 1
    while (end < order.length && values[order[end]!] === values[order[first]!]) end++
    for (let place = first; place < end; place++) made[order[place]!] = (first + end - 1) / 2
    first = end
  }
  return made
}

/** Edges of the graph of neighbours between topics, weighed by the third power of the similarity. */
function edgesBetween({ group, groups, neighbours }: MergeInput) {
  const pairs = new Map<number, Pair>()
  const degree = new Float64Array(groups)
  const { count, row, similarity } = neighbours
  for (let place = 0; place < row.length; place++) {
    const text = Math.floor(place / count)
    const [here, there] = [group[text]!, group[row[place]!]!]
    const alike = similarity[place]!
    if (alike <= 0 || here >= groups || there >= groups) continue
    const weight = alike ** 3
    degree[here]! += weight
    degree[there]! += weight
    if (here === there) continue
    const [one, other] = here < there ? [here, there] : [there, here]
    const known = pairs.get(one * groups + other) ?? emptyPair(one, other)
    pairs.set(one * groups + other, known)
    known.edges += weight
    const linked = here === one ? known.linked : known.linkedOther
    linked.add(text)
    if (alike > known.likest) {
      known.likest = alike
      known.closest = here === one ? [text, row[place]!] : [row[place]!, text]
    }
  }
  return { pairs, degree }
}

const emptyPair = (one: number, other: number): Pair => ({
  one,
  other,
  edges: 0,
  linked: new Set(),
  linkedOther: new Set(),
  closest: undefined,
  likest: 0,
})

function middlesOf({ diffused, group, groups }: MergeInput): Dense {
  const middles = zeros(groups, diffused.columns)
  for (let text = 0; text < diffused.rows; text++) {
    if (group[text]! >= groups) continue
    const [from, to] = [text * diffused.columns, group[text]! * diffused.columns]
    for (let at = 0; at < diffused.columns; at++) middles.value[to + at]! += diffused.value[from + at]!
  }
  return normaliseRows(middles)
}

function sharedWords({ weights }: ClassWords, one: number, other: number): number[] {
  const shared: [number, number][] = []
  for (const [word, weight] of weights[one]!) {
    const there = weights[other]!.get(word)
    if (there !== undefined) shared.push([word, Math.min(weight, there)])
  }
  return shared
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, sharedWordCount)
    .map(([word]) => word)
}
