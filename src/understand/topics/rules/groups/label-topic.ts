/**
 * A readable name for each topic: not a bag of words but a short question or phrase that people have written, one
 * that holds the words which set the topic apart, from a text at the middle of it, in the standard written language
 * where there is a choice. Two topics never have the same name. Method: docs/methods/assignment.md.
 */
import { type Dense, rowOf } from '../matrix/dense.ts'
import { joinForms } from '../text/equivalents.ts'
import { textKey } from '../text/text-key.ts'
import { wordsOf } from '../text/words.ts'
import { type ClassWords, classWords, type Grouped, topWords } from './class-words.ts'
import { asHeading, phrasesOf } from './readable-phrase.ts'

export type LabelInput = Grouped & {
  /** As people wrote them, one for each text. */
  readonly texts: readonly string[]
  readonly wordTerms: readonly string[]
  /** Of each text; rows of length 1. */
  readonly vectors: Dense
}

export type TopicLabel = {
  readonly label: string
  /** The words that set it apart, heaviest first. */
  readonly words: readonly string[]
  /** Texts at the middle of the topic, the most typical first. */
  readonly typical: readonly number[]
  /** Texts that hardly belong, the oddest first. */
  readonly odd: readonly number[]
}

const [typicalCount, oddCount, wordCount] = [5, 5, 6]
/** Headings are looked for among so many of a topic's texts, those at its middle. */
const lookedAt = 80

type Phrase = { readonly heading: string; readonly score: number }

/** One label per group; a group without texts has an empty one. */
export function labelTopics(input: LabelInput): TopicLabel[] {
  const weights = classWords(input)
  const members = membersOf(input)
  const closeness = closenessOf(input, members)
  const numbers = new Map(input.wordTerms.map((term, number) => [term, number]))
  const score = phraseScore(weights, numbers)
  const ordered = members.map((own) => own.toSorted((a, b) => closeness[b]! - closeness[a]! || a - b))
  const phrases = ordered.map((own, group) => {
    const middle = own.slice(0, lookedAt)
    const ranked = rankedPhrases(
      middle,
      input.texts,
      (phrase, text) => score(phrase, group) * (0.5 + 0.5 * Math.max(0, closeness[text]!)),
    )
    return ranked.length > 0 ? ranked : plainPhrases(middle, input.texts)
  })
  const words = weights.weights.map((own) => topWords(own, wordCount).map((word) => input.wordTerms[word]!))
  const labels = distinctLabels(
    phrases,
    words,
    members.map(({ length }) => length),
  )
  return ordered.map((own, group) => ({
    label: labels[group]!,
    words: words[group]!,
    typical: own.slice(0, typicalCount),
    odd: own.length > typicalCount ? own.slice(-Math.min(oddCount, own.length - typicalCount)).reverse() : [],
  }))
}

function membersOf({ group, groups, texts }: LabelInput): number[][] {
  const members: number[][] = Array.from({ length: groups }, () => [])
  for (let text = 0; text < texts.length; text++) members[group[text]!]?.push(text)
  return members
}

/** The cosine of each text with the middle of its topic. */
function closenessOf({ vectors, groups }: LabelInput, members: readonly (readonly number[])[]): Float64Array {
  const closeness = new Float64Array(vectors.rows)
  for (let group = 0; group < groups; group++) {
    const middle = new Float64Array(vectors.columns)
    for (const text of members[group]!) {
      const row = rowOf(vectors, text)
      for (let at = 0; at < row.length; at++) middle[at]! += row[at]!
    }
    const length = Math.sqrt(middle.reduce((sum, value) => sum + value ** 2, 0)) || 1
    for (const text of members[group]!)
      closeness[text] = rowOf(vectors, text).reduce((sum, value, at) => sum + value * middle[at]!, 0) / length
  }
  return closeness
}

/**
 * How well a phrase names a group: the cosine of its words with the words of the group, times how readable it is
 * (three to eight words, no masked word and no number, standard spelling, words that others use too).
 */
function phraseScore({ weights }: ClassWords, numbers: ReadonlyMap<string, number>) {
  const join = joinForms((word) => numbers.has(word))
  return (phrase: string, group: number): number => {
    const written = wordsOf(textKey(phrase))
    const joined = written.map(join)
    const distinct = new Set(joined)
    if (distinct.size === 0) return 0
    let [sum, known] = [0, 0]
    for (const word of distinct) {
      const number = numbers.get(word)
      if (number === undefined) continue
      known++
      sum += weights[group]!.get(number) ?? 0
    }
    const standard = written.filter((word, at) => word === joined[at]).length / written.length
    const shape = lengthFactor(written.length) * (/\[|\p{N}/u.test(phrase) ? 0.5 : 1)
    const question = /\?\s*$/.test(phrase) ? 1.1 : 1
    return (
      (sum / Math.sqrt(distinct.size)) * (known / distinct.size) * (0.6 + 0.4 * standard) * shape * question
    )
  }
}

function lengthFactor(words: number): number {
  if (words < 2) return 0.5
  if (words < 3) return 0.85
  return words <= 8 ? 1 : Math.max(0.1, 1 - 0.12 * (words - 8))
}

function rankedPhrases(
  texts: readonly number[],
  written: readonly string[],
  score: (phrase: string, text: number) => number,
): Phrase[] {
  const best = new Map<string, Phrase>()
  for (const text of texts) {
    for (const phrase of phrasesOf(written[text]!)) {
      const [key, found] = [textKey(asHeading(phrase)), score(phrase, text)]
      if (found > (best.get(key)?.score ?? 0)) best.set(key, { heading: asHeading(phrase), score: found })
    }
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.heading < b.heading ? -1 : 1))
}

const longestPlain = 80

/** With too few texts for any word to set a topic apart, it is called by what its most typical text says first. */
function plainPhrases(texts: readonly number[], written: readonly string[]): Phrase[] {
  return texts
    .map((text) => asHeading(phrasesOf(written[text]!)[0] ?? written[text]!).slice(0, longestPlain))
    .filter((heading) => heading !== '')
    .map((heading) => ({ heading, score: 0 }))
}

/** The largest topic chooses first; one whose phrases are all taken gets the word that sets it apart besides. */
function distinctLabels(
  phrases: readonly (readonly Phrase[])[],
  words: readonly (readonly string[])[],
  sizes: readonly number[],
): string[] {
  const taken = new Set<string>()
  const labels = new Array<string>(phrases.length).fill('')
  const order = [...sizes.keys()].filter((group) => sizes[group]! > 0)
  for (const group of order.sort((a, b) => sizes[b]! - sizes[a]! || a - b)) {
    const free = phrases[group]!.find(({ heading }) => !taken.has(textKey(heading)))
    const fallback = phrases[group]![0]?.heading ?? asHeading(words[group]!.slice(0, 3).join(', '))
    labels[group] = free?.heading ?? numbered(fallback, words[group]!, taken)
    taken.add(textKey(labels[group]!))
  }
  return labels
}

function numbered(heading: string, words: readonly string[], taken: ReadonlySet<string>): string {
  const named = words.map((word) => `${heading} (${word})`).find((label) => !taken.has(textKey(label)))
  if (named !== undefined && heading !== '') return named
  let number = 2
  while (taken.has(textKey(`${heading} ${number}`))) number++
  return `${heading} ${number}`.trim()
}
