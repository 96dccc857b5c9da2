/** How alike two people code the same written contact, question by question, area by area and in the total. */
import { type Random, seededRandom } from '../../../kernel/random.ts'
import type { EditionMethod, QuestionMethod } from '../../edition/contract.ts'
import type { Agreement } from '../contract.ts'
import type { CodedTwice } from './contact.ts'
import { alphaInterval, krippendorffAlpha, type Metric } from './krippendorff.ts'

type Pair = readonly [first: number, second: number]
type QuestionMetric = 'nominal' | 'ordinal' | 'interval'

const settings = { draws: 400, level: 0.95 }

export function agreementOf(method: EditionMethod, pairs: readonly CodedTwice[], seed: string): Agreement {
  const random = seededRandom(`${seed}\u0000agreement`)
  const scored = method.questions.filter((question) => question.scored)
  const areas = method.areas.filter(({ id }) => scored.some(({ area }) => area === id))
  const total = coefficient(shares(pairs, scored), 'interval', random)
  return {
    pairs: pairs.length,
    total: total ?? null,
    areas: areas.flatMap(({ id }) => {
      const inArea = scored.filter(({ area }) => area === id)
      const found = coefficient(shares(pairs, inArea), 'interval', random)
      return found ? [{ area: id, ...found }] : []
    }),
    questions: method.questions.flatMap((question) => {
      if (question.clock) return []
      const metric = metricOf(question)
      const found = coefficient(codings(pairs, question, metric), metric, random)
      return found ? [{ question: question.id, metric, ...found }] : []
    }),
  }
}

/** Yes/no and lists have no order; degrees have; scales have distances too. */
function metricOf({ kind }: QuestionMethod): QuestionMetric {
  return kind === 'degree' ? 'ordinal' : kind === 'scale' ? 'interval' : 'nominal'
}

/** "Not applicable" is a value among unordered ones, and no coding among ordered ones. */
function codings(pairs: readonly CodedTwice[], question: QuestionMethod, metric: QuestionMetric): Pair[] {
  const { id, options } = question
  const value = (answer: string | undefined): number | undefined => {
    if (answer === 'na') return metric === 'nominal' ? options.length : undefined
    const place = options.findIndex((option) => option.id === answer)
    if (place < 0) return undefined
    return metric === 'interval' ? Number(options[place]!.id) : place
  }
  return pairs.flatMap(({ first, second }) => {
    const [one, other] = [value(first[id]), value(second[id])]
    return one === undefined || other === undefined ? [] : [[one, other] as const]
  })
}

/** Scores of 100 over the questions that both answered, so that a question only one was asked is not held against them. */
function shares(pairs: readonly CodedTwice[], questions: readonly QuestionMethod[]): Pair[] {
  return pairs.flatMap(({ first, second }) => {
    const sums = { one: 0, other: 0, possible: 0 }
    for (const { id, options } of questions) {
      const [one, other] = [first[id], second[id]].map(
        (answer) => options.find((option) => option.id === answer)?.points,
      )
      if (one === undefined || other === undefined) continue
      sums.one += one
      sums.other += other
      sums.possible += Math.max(...options.map(({ points }) => points))
    }
    const { one, other, possible } = sums
    return possible === 0 ? [] : [[(one * 100) / possible, (other * 100) / possible] as const]
  })
}

function coefficient(pairs: readonly Pair[], metric: Metric, random: Random) {
  if (pairs.length < 2) return undefined
  const { units, alpha } = krippendorffAlpha(pairs, metric)
  return {
    units,
    alpha,
    interval: alphaInterval(pairs, metric, { ...settings, random }),
    agreed: pairs.filter(([one, other]) => one === other).length / pairs.length,
  }
}
