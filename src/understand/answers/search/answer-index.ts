/**
 * The search over answers: by words, their stems and the parts of compounds, in three languages at once, with typing
 * errors forgiven, and ready to be asked after every key. Kept in memory; a change puts one answer in anew.
 */
import MiniSearch from 'minisearch'
import { isSmallWord } from '../rules/words/content-words.ts'
import { lemmaOf, plainWord, stemOf, wordsIn } from '../rules/words/normal-word.ts'
import { CompoundParts } from './compound-parts.ts'
import { meantBy, Vocabulary } from './spelling.ts'

export type IndexedAnswer = {
  readonly id: string
  /** In every language that it has. */
  readonly title: string
  readonly questions: string
  readonly topic: string
  readonly body: string
}

export type Hit = { readonly id: string; readonly score: number }

export type AnswerIndex = {
  /** Reads the words that compounds are made of; of all answers first, where many are put in piece by piece. */
  readonly learn: (answers: readonly IndexedAnswer[]) => void
  /** Puts them in, in place of those with the same id. */
  readonly put: (answers: readonly IndexedAnswer[]) => void
  readonly remove: (id: string) => void
  readonly search: (query: string, limit: number) => readonly Hit[]
  readonly size: () => number
}

const fields = ['title', 'questions', 'topic', 'body'] as const
const boost = { title: 5, questions: 4, topic: 2, body: 1 }

export function createAnswerIndex(): AnswerIndex {
  const compounds = new CompoundParts()
  /** Every term that any answer holds, so that only what nobody wrote is looked for in its neighbourhood. */
  const known = new Vocabulary()
  const index = new MiniSearch<IndexedAnswer>({
    fields: [...fields],
    tokenize: (text) => [...wordsIn(text)],
    processTerm: (word) => {
      const terms = termsOf(word, compounds)
      for (const term of terms) known.add(term)
      return terms
    },
  })
  const learn = (answers: readonly IndexedAnswer[]) => {
    for (const answer of answers) compounds.learn(fields.map((field) => answer[field]).join(' '))
  }
  return {
    learn,
    put(answers) {
      learn(answers)
      for (const answer of answers) {
        if (index.has(answer.id)) index.discard(answer.id)
        index.add(answer)
      }
    },
    remove: (id) => {
      if (index.has(id)) index.discard(id)
    },
    search: (query, limit) => search({ index, compounds, known }, query, limit),
    size: () => index.documentCount,
  }
}

/** As it is written, without its ending, its stem, and the parts that it is made of. */
function termsOf(word: string, compounds: CompoundParts): string[] {
  const plain = plainWord(word)
  return [...new Set([plain, lemmaOf(plain), stemOf(word), ...compounds.of(plain)])]
}

type Parts = {
  readonly index: MiniSearch<IndexedAnswer>
  readonly compounds: CompoundParts
  readonly known: Vocabulary
}

/** What scores less than this share of the best hit only shares a word with the question by chance. */
const leastShare = 0.12
/** With fewer hits than these the question is asked again, with more forgiven. */
const fewHits = 3

/**
 * Words that somebody has written are taken as they are; only the others, and the last one while it is unfinished, are
 * looked for among their neighbours. That is what keeps it fast: most words of most questions are spelt rightly.
 */
function search(parts: Parts, query: string, limit: number): readonly Hit[] {
  const words = wordsIn(query)
  const telling = words.filter((word) => !isSmallWord(word))
  const asked = (telling.length > 0 ? telling : words).join(' ')
  const strict = run(parts, asked, (word) => strictTerms(word, parts))
  const results =
    strict.length >= fewHits ? strict : run(parts, asked, (word) => looseTerms(word, parts), true)
  const least = (results[0]?.score ?? 0) * leastShare
  return results
    .filter(({ score }) => score >= least)
    .slice(0, limit)
    .map(({ id, score }) => ({ id: id as string, score }))
}

/** A word that is known is asked for by its stem alone, which everything that holds it holds too. */
function strictTerms(word: string, parts: Parts): string[] {
  const { known, compounds } = parts
  const plain = plainWord(word)
  const stem = stemOf(word)
  if (known.has(plain) || known.has(lemmaOf(plain))) return [stem]
  return [...new Set([stem, ...compounds.of(plain), lemmaOf(plain), plain, ...meantTerms(plain, parts)])]
}

function looseTerms(word: string, parts: Parts): string[] {
  return [...new Set([...termsOf(word, parts.compounds), ...strictTerms(word, parts)])]
}

/** For a word that nobody has written, and that none begins with: the terms of those that it may have been meant as. */
function meantTerms(plain: string, { known, compounds }: Parts): string[] {
  if (compounds.of(plain).length > 0 || known.begins(plain)) return []
  const meant = meantBy(plain, { vocabulary: known, isPart: (text) => compounds.isPart(text) })
  return meant.flatMap((word) => (known.has(word) ? [word] : [...compounds.of(word), word]))
}

/** So many letters of a word tell which word it is, wherever in the question it stands. */
const tellingStart = 8

function run({ index, known }: Parts, asked: string, processTerm: (word: string) => string[], loose = false) {
  const distance = (term: string) => (/\d/.test(term) || term.length < 4 ? false : term.length < 6 ? 1 : 2)
  return index.search(asked, {
    boost,
    tokenize: (text) => [...wordsIn(text)],
    processTerm,
    prefix: (term, at, all) =>
      (term.length >= 2 && at === all.length - 1 && (loose || !known.has(term) || term.length < 4)) ||
      (term.length >= tellingStart && !known.has(term)),
    fuzzy: (term) => (loose || !known.has(term) ? distance(term) : false),
    maxFuzzy: 2,
    weights: { prefix: 0.5, fuzzy: 0.35 },
  })
}
