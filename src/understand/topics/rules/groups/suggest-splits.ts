/**
 * Topics that fall apart: each is cut in two where its texts part best, and ranked by how few of the texts' nearest
 * neighbours lie across the cut. Always a question to a person, never done by itself.
 */
import { seededRandom } from '../../../../kernel/random.ts'
import { type Dense, normaliseRows, pickRows, rowOf, zeros } from '../matrix/dense.ts'
import { selectRows } from '../matrix/sparse-rows.ts'
import { classWords, type Grouped, topWords } from './class-words.ts'
import type { TextNeighbours } from './suggest-merges.ts'

export type SplitInput = Grouped & {
  /** Of each text; rows of length 1. */
  readonly vectors: Dense
  readonly neighbours: TextNeighbours
  readonly wordTerms: readonly string[]
  readonly seed: number
  /** A topic that a person has said is one. */
  readonly isRefused?: (group: number) => boolean
}

export type SplitSuggestion = {
  readonly group: number
  /** 0–1: how clearly it falls apart; 1 when no text has a near neighbour across the cut. */
  readonly strength: number
  readonly parts: readonly [SplitPart, SplitPart]
}

export type SplitPart = {
  readonly texts: readonly number[]
  /** Words that set this part apart from the other. */
  readonly words: readonly string[]
  /** The text at its middle. */
  readonly typical: number
}

/** A part smaller than this, or than this share of the topic, is an odd text and no topic. */
const [fewestTexts, leastShare] = [5, 0.15]
const [rounds, starts, wordCount] = [20, 4, 5]

/** The `count` topics that fall apart most clearly, clearest first. */
export function suggestSplits(input: SplitInput, count: number): SplitSuggestion[] {
  const members: number[][] = Array.from({ length: input.groups }, () => [])
  for (let text = 0; text < input.vectors.rows; text++) members[input.group[text]!]?.push(text)
  return members
    .flatMap((texts, group) => {
      if (texts.length < 2 * fewestTexts || input.isRefused?.(group)) return []
      const found = cutInTwo(input, texts)
      return found ? [{ group, ...found }] : []
    })
    .sort((a, b) => b.strength - a.strength || a.group - b.group)
    .slice(0, count)
    .map(({ group, strength, sides, texts }) => ({ group, strength, parts: partsOf(input, texts, sides) }))
}

function cutInTwo(input: SplitInput, texts: readonly number[]) {
  const points = pickRows(input.vectors, texts)
  const random = seededRandom(`${input.seed}/${texts[0]}`)
  let best: { strength: number; sides: Uint8Array } | undefined
  for (let start = 0; start < starts; start++) {
    const first = Math.floor(random() * points.rows)
    const sides = twoMeans(points, first)
    const second = sides.reduce((sum, side) => sum + side, 0)
    const smaller = Math.min(second, sides.length - second)
    if (smaller < Math.max(fewestTexts, leastShare * sides.length)) continue
    const strength = 1 - conductance(input, texts, sides)
    if (!best || strength > best.strength) best = { strength, sides }
  }
  return best ? { ...best, texts } : undefined
}

/** Which of two middles each point is nearer to; the first two are one point and the one most unlike it. */
function twoMeans(points: Dense, first: number): Uint8Array {
  let middles = pickRows(points, [first, mostUnlike(points, rowOf(points, first))])
  let sides = new Uint8Array(points.rows)
  for (let round = 0; round < rounds; round++) {
    const next = sides.map((_, at) => {
      const point = rowOf(points, at)
      return dot(point, rowOf(middles, 1)) > dot(point, rowOf(middles, 0)) ? 1 : 0
    })
    if (round > 0 && next.every((side, at) => side === sides[at])) break
    sides = next
    middles = meansOf(points, sides)
  }
  return sides
}

function meansOf(points: Dense, sides: Uint8Array): Dense {
  const sums = zeros(2, points.columns)
  for (let at = 0; at < points.rows; at++) {
    const [sum, point] = [rowOf(sums, sides[at]!), rowOf(points, at)]
    for (let column = 0; column < sum.length; column++) sum[column]! += point[column]!
  }
  return normaliseRows(sums)
}

function mostUnlike(points: Dense, from: Float32Array): number {
  let [farthest, least] = [0, Number.POSITIVE_INFINITY]
  for (let at = 0; at < points.rows; at++) {
    const alike = dot(rowOf(points, at), from)
    if (alike < least) [farthest, least] = [at, alike]
  }
  return farthest
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!
  return sum
}

/** Weight of the edges across the cut beside that of all edges of the side with fewer (Kannan, Vempala & Vetta 2004). */
function conductance({ neighbours }: SplitInput, texts: readonly number[], sides: Uint8Array): number {
  const sideOf = new Map(texts.map((text, at) => [text, sides[at]!]))
  const within = [0, 0]
  let across = 0
  for (const [text, side] of sideOf) {
    for (let place = text * neighbours.count; place < (text + 1) * neighbours.count; place++) {
      const other = sideOf.get(neighbours.row[place]!)
      const alike = neighbours.similarity[place]!
      if (other === undefined || alike <= 0) continue
      within[side]! += alike ** 3
      if (other !== side) across += alike ** 3
    }
  }
  const smaller = Math.min(within[0]!, within[1]!)
  return smaller > 0 ? Math.min(1, across / 2 / smaller) : 1
}

function partsOf(input: SplitInput, texts: readonly number[], sides: Uint8Array): [SplitPart, SplitPart] {
  const words = selectRows(input.words, texts)
  const { weights } = classWords({ words, group: sides, groups: 2 })
  const middles = meansOf(pickRows(input.vectors, texts), sides)
  const part = (side: 0 | 1): SplitPart => {
    const own = texts.filter((_, at) => sides[at] === side)
    const other = weights[1 - side]!
    const apart = new Map(
      [...weights[side]!].map(([word, weight]) => [word, weight - (other.get(word) ?? 0)]),
    )
    const near = (text: number) => dot(rowOf(input.vectors, text), rowOf(middles, side))
    return {
      texts: own,
      words: topWords(apart, wordCount).map((word) => input.wordTerms[word]!),
      typical: own.reduce((best, text) => (near(text) > near(best) ? text : best)),
    }
  }
  return [part(0), part(1)]
}
