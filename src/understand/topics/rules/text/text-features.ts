/**
 * The sparse features of texts, learned from a log and the same for a text that comes later: words, words with
 * their neighbours, and character n-grams, over forms in which bokmål and nynorsk are joined.
 */
import { besideEachOther, type SparseRows } from '../matrix/sparse-rows.ts'
import { joinForms } from './equivalents.ts'
import { countKnown, countTerms, present, type Vocabulary } from './term-counts.ts'
import { listNgrams, listTerms, ngramsOf, termsOfWords } from './terms-of.ts'
import { inverseDocumentFrequency, tfIdf } from './tf-idf.ts'
import { piecesOf, wordsOf } from './words.ts'

/** Everything needed to read a new text as those of the log were read. */
export type FeatureModel = {
  /** The words that occur in the log, before bokmål and nynorsk are joined. */
  readonly known: ReadonlySet<string>
  readonly pairs: Vocabulary
  readonly pairsIdf: Float32Array
  readonly ngrams: Vocabulary
  readonly ngramsIdf: Float32Array
}

export type TextFeatures = {
  readonly model: FeatureModel
  /** The words of each text, bokmål and nynorsk joined. */
  readonly texts: readonly (readonly string[])[]
  /** 1 where a word is in a text. */
  readonly words: SparseRows
  readonly wordTerms: readonly string[]
  /** 1 where a word, or a word with the one after it, is in a text. */
  readonly pairs: SparseRows
  /** TF-IDF of character n-grams; rows of length 1. */
  readonly ngrams: SparseRows
  /** TF-IDF of words and pairs beside that of n-grams: what the linear classifier reads. */
  readonly all: SparseRows
}

const leastTexts = 2
const [mostWords, mostPairs, mostNgrams] = [40_000, 80_000, 200_000]

/** Reads the texts (keys, see `textKey`) of a log. Terms that occur in one text only are left out. */
export function learnFeatures(keys: readonly string[]): TextFeatures {
  const [found, parts] = [keys.map(wordsOf), keys.map(piecesOf)]
  const known = new Set([...found.flat(), ...parts.flat()])
  const join = joinForms((word) => known.has(word))
  const texts = found.map((words) => words.map(join))
  const words = countTerms(
    listTerms(texts, (list) => list),
    { leastTexts, mostTerms: mostWords },
  )
  const pairs = countTerms(
    listTerms(texts, (list) => termsOfWords(list, true)),
    { leastTexts, mostTerms: mostPairs },
  )
  const ngrams = countTerms(listNgrams(parts.map((pieces) => pieces.map(join))), {
    leastTexts,
    mostTerms: mostNgrams,
  })
  const [pairsIdf, ngramsIdf] = [
    inverseDocumentFrequency(pairs.counts),
    inverseDocumentFrequency(ngrams.counts),
  ]
  const weighed = tfIdf(ngrams.counts, ngramsIdf)
  return {
    model: { known, pairs: pairs.vocabulary, pairsIdf, ngrams: ngrams.vocabulary, ngramsIdf },
    texts,
    words: present(words.counts),
    wordTerms: words.vocabulary.terms,
    pairs: present(pairs.counts),
    ngrams: weighed,
    all: besideEachOther(tfIdf(pairs.counts, pairsIdf), weighed),
  }
}

/** The features `all` of texts that come later; what the log did not have is not seen. */
export function featuresOf(keys: readonly string[], model: FeatureModel): SparseRows {
  const join = joinForms((word) => model.known.has(word))
  const pairs = keys.map((key) => termsOfWords(wordsOf(key).map(join), true))
  const ngrams = keys.map((key) => piecesOf(key).flatMap((piece) => ngramsOf(join(piece))))
  return besideEachOther(
    tfIdf(countKnown(pairs, model.pairs), model.pairsIdf),
    tfIdf(countKnown(ngrams, model.ngrams), model.ngramsIdf),
  )
}
