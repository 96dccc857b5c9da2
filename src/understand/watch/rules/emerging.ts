/**
 * Questions that no topic is about and that come again and again: texts that the learner does not recognise are put
 * beside one another by the words they share, rare words counting more (tf-idf, cosine, single pass with a moving
 * centre: Yang, Pierce & Carbonell 1998, "retrospective and on-line event detection"). A group is new when it is
 * hardly to be found in what was written before.
 */
import { textKey } from '../../topics/rules/text/text-key.ts'
import { wordsOf } from '../../topics/rules/text/words.ts'

export type NewText = { readonly key: string; readonly text: string }

export type EmergingGroup = {
  readonly keys: readonly string[]
  /** The words that hold it together, the strongest first. */
  readonly words: readonly string[]
  /** As it was put the first times. */
  readonly examples: readonly string[]
  /** Earlier texts that are as like it. */
  readonly before: number
}

/** Different texts that make a question; and how like they must be. */
export const fewestTexts = 4
const likeness = 0.3
const stemLength = 6
const shownWords = 3

type Vector = ReadonlyMap<string, number>

/**
 * @param texts that the learner did not recognise, in order of time
 * @param earlier a fair sample of what was written before them
 */
export function findEmerging(texts: readonly NewText[], earlier: readonly string[]): EmergingGroup[] {
  const weigh = weigher(
    texts.map(({ text }) => stemsOf(text)),
    earlier.map(stemsOf),
  )
  const known = earlier.map((text) => weigh(stemsOf(text)))
  const groups: { centre: Map<string, number>; members: NewText[] }[] = []
  for (const text of texts) {
    const vector = weigh(stemsOf(text.text))
    if (vector.size === 0) continue
    let [best, most] = [undefined as (typeof groups)[number] | undefined, likeness]
    for (const group of groups) {
      const like = cosine(vector, group.centre)
      if (like >= most) [best, most] = [group, like]
    }
    if (best === undefined) groups.push({ centre: new Map(vector), members: [text] })
    else {
      for (const [stem, value] of vector) best.centre.set(stem, (best.centre.get(stem) ?? 0) + value)
      best.members.push(text)
    }
  }
  return groups
    .filter(({ members }) => members.length >= fewestTexts)
    .map(({ centre, members }) => ({
      keys: members.map(({ key }) => key),
      words: wordsBehind(centre, members),
      examples: members.slice(0, 3).map(({ text }) => text),
      before: known.filter((vector) => cosine(vector, centre) >= likeness).length,
    }))
    .filter(({ keys, before }) => isNew(keys.length, before, texts.length, earlier.length))
    .sort((a, b) => b.keys.length - a.keys.length || (a.keys[0]! < b.keys[0]! ? -1 : 1))
}

/** Five times as common among the unrecognised as in a sample of what came before, at least. */
function isNew(now: number, before: number, texts: number, earlier: number): boolean {
  return earlier === 0 || now / texts >= (5 * before) / earlier
}

/** What inflection leaves alone, roughly: the beginnings of words of more than three letters. */
function stemsOf(text: string): string[] {
  return wordsOf(textKey(text))
    .filter((word) => word.length > 3 && !word.startsWith('['))
    .map((word) => word.slice(0, stemLength))
}

/** A word of more than one in fifty earlier texts tells no question from another. */
const mostCommon = 0.02

/** Weighs only words that two of the unrecognised texts share: a word of one alone joins nothing. */
function weigher(
  texts: readonly (readonly string[])[],
  earlier: readonly (readonly string[])[],
): (stems: readonly string[]) => Vector {
  const [now, before] = [documentsWith(texts), documentsWith(earlier)]
  const most = Math.max(1, mostCommon * earlier.length)
  return (stems) => {
    const vector = new Map<string, number>()
    for (const stem of new Set(stems)) {
      const seen = before.get(stem) ?? 0
      if ((now.get(stem) ?? 0) < 2 || seen > most) continue
      vector.set(stem, Math.log((2 + earlier.length) / (1 + seen)))
    }
    return vector
  }
}

function documentsWith(documents: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const stems of documents)
    for (const stem of new Set(stems)) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return counts
}

function cosine(one: Vector, other: Vector): number {
  let [product, own, others] = [0, 0, 0]
  for (const [stem, value] of one) {
    product += value * (other.get(stem) ?? 0)
    own += value ** 2
  }
  if (product === 0) return 0
  for (const value of other.values()) others += value ** 2
  return product / Math.sqrt(own * others)
}

/** Stems as somebody wrote them. */
function wordsBehind(centre: Vector, members: readonly NewText[]): string[] {
  const stems = [...centre].sort(([, a], [, b]) => b - a).slice(0, shownWords)
  const words = members.flatMap(({ text }) => wordsOf(textKey(text)))
  return stems.flatMap(([stem]) => words.find((word) => word.startsWith(stem)) ?? [])
}
