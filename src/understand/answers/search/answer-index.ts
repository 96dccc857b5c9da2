/**
 * The search over answers: by words, their stems and the parts of compounds, in three languages at once, with typing
 * errors forgiven, and ready to be asked after every key. Kept in memory; a change puts one answer in anew.
 */
import MiniSearch from 'minisearch'
import { isSmallWord } from '../rules/words/content-words.ts'
import { plainWord, stemOf, wordsIn } from '../rules/words/normal-word.ts'
import { CompoundParts } from './compound-parts.ts'

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
  /** Puts it in, in place of the one with the same id. */
  readonly put: (answers: readonly IndexedAnswer[]) => void
  readonly remove: (id: string) => void
  readonly search: (query: string, limit: number) => readonly Hit[]
  readonly size: () => number
}

const fields = ['title', 'questions', 'topic', 'body'] as const
const boost = { title: 5, questions: 4, topic: 2, body: 1 }

export function createAnswerIndex(): AnswerIndex {
  const compounds = new CompoundParts()
  const terms = (word: string): string[] => {
    const [plain, stem] = [plainWord(word), stemOf(word)]
    return [...new Set([plain, stem, ...compounds.of(plain)])]
  }
  const index = new MiniSearch<IndexedAnswer>({
    fields: [...fields],
    tokenize: (text) => [...wordsIn(text)],
    processTerm: terms,
  })
  return {
    put(answers) {
      for (const answer of answers) compounds.learn(fields.map((field) => answer[field]).join(' '))
      for (const answer of answers) {
        if (index.has(answer.id)) index.discard(answer.id)
        index.add(answer)
      }
    },
    remove: (id) => {
      if (index.has(id)) index.discard(id)
    },
    search: (query, limit) => search(index, compounds, { query, limit }),
    size: () => index.documentCount,
  }
}

type Asking = { readonly query: string; readonly limit: number }

/** The last word may be unfinished; the others are whole, and may be spelt wrongly. */
function search(
  index: MiniSearch<IndexedAnswer>,
  compounds: CompoundParts,
  { query, limit }: Asking,
): readonly Hit[] {
  const words = wordsIn(query)
  const telling = words.filter((word) => !isSmallWord(word))
  const asked = telling.length > 0 ? telling : words
  const results = index.search(asked.join(' '), {
    boost,
    tokenize: (text) => [...wordsIn(text)],
    processTerm: (word) => queryTerms(word, compounds),
    prefix: (term, at, all) => term.length >= 2 && (at === all.length - 1 || term.length >= 4),
    fuzzy: (term) => (/\d/.test(term) || term.length < 4 ? false : term.length < 8 ? 1 : 2),
    maxFuzzy: 2,
    weights: { prefix: 0.5, fuzzy: 0.35 },
  })
  return results.slice(0, limit).map(({ id, score }) => ({ id: id as string, score }))
}

function queryTerms(word: string, compounds: CompoundParts): string[] {
  const [plain, stem] = [plainWord(word), stemOf(word)]
  return [...new Set([plain, stem, ...compounds.of(plain)])]
}
