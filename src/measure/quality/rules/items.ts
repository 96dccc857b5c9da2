/**
 * Whether each question does its work: does it vary, does it go with the rest of the form, does another one say the
 * same, and do the questions of an area hang together (Cronbach 1951, McDonald 1999).
 */
import { type Random, randomInteger } from '../../../kernel/random.ts'
import { middleOf } from '../../../kernel/statistics.ts'
import type { EditionMethod } from '../../edition/contract.ts'
import type { Consistency, ItemPair, ItemQuality } from '../contract.ts'
import type { QualityContact } from './contact.ts'
import { pearson, spearman, spearmanInterval } from './correlation.ts'
import { omegaOf } from './omega.ts'

export type ItemTable = {
  /** Scored questions, in the method's order. */
  readonly questions: readonly {
    readonly id: string
    readonly area: string
    readonly best: number
    readonly clock: boolean
  }[]
  /** By contact and question: 0–1 of the best points, `na`, or undefined where it was not asked. */
  readonly rows: readonly (readonly (number | 'na' | undefined)[])[]
}

/** Prepares answered contacts' forms. */
export function itemTable(
  method: EditionMethod,
  answered: readonly Pick<QualityContact, 'answers'>[],
): ItemTable {
  const scored = method.questions.filter((question) => question.scored)
  const questions = scored.map(({ id, area, options, clock }) => ({
    id,
    area,
    clock: clock !== undefined,
    best: Math.max(...options.map(({ points }) => points)),
    points: new Map(options.map((option) => [option.id, option.points])),
  }))
  const rows = answered.map(({ answers }) =>
    questions.map(({ id, best, points }) => {
      const answer = answers[id]
      if (answer === 'na') return 'na'
      const got = answer === undefined ? undefined : points.get(answer)
      return got === undefined || best === 0 ? undefined : got / best
    }),
  )
  return { questions: questions.map(({ points: _, ...question }) => question), rows }
}

const fewest = 20

/** Floor, ceiling, "not applicable" and the correlation with everything else, question by question. */
export function itemsOf(table: ItemTable): ItemQuality[] {
  return table.questions.flatMap(({ id, best, clock }, question) => {
    const asked = table.rows.map((row) => row[question]).filter((value) => value !== undefined)
    const given = asked.filter((value): value is number => value !== 'na')
    if (asked.length === 0) return []
    const n = given.length
    const part = (end: number) => (n === 0 ? 0 : given.filter((value) => value === end).length / n)
    const pairs = table.rows.flatMap((row) => {
      const own = row[question]
      const rest = restScore(table, row, { question, best })
      return typeof own === 'number' && rest !== undefined ? [[own, rest] as const] : []
    })
    return [
      {
        question: id,
        clock,
        n,
        notApplicable: (asked.length - n) / asked.length,
        lowest: part(0),
        highest: part(1),
        itemRest:
          pairs.length < fewest
            ? null
            : pearson(
                pairs.map(([own]) => own),
                pairs.map(([, rest]) => rest),
              ),
      },
    ]
  })
}

/** The score of the row without the question. */
function restScore(
  { questions }: ItemTable,
  row: ItemTable['rows'][number],
  without: { readonly question: number; readonly best: number },
): number | undefined {
  let [points, possible] = [0, 0]
  row.forEach((value, at) => {
    if (at === without.question || typeof value !== 'number') return
    points += value * questions[at]!.best
    possible += questions[at]!.best
  })
  return possible === 0 ? undefined : points / possible
}

const mostPairs = 12

/** The pairs of questions that go together most, by rank correlation over the contacts that answered both. */
export function pairsOf({ questions, rows }: ItemTable): ItemPair[] {
  const pairs: ItemPair[] = []
  for (let one = 0; one < questions.length; one++) {
    for (let other = one + 1; other < questions.length; other++) {
      const both = rows.flatMap((row) => {
        const [a, b] = [row[one], row[other]]
        return typeof a === 'number' && typeof b === 'number' ? [[a, b] as const] : []
      })
      if (both.length < fewest) continue
      const rho = spearman(
        both.map(([a]) => a),
        both.map(([, b]) => b),
      )
      if (rho === null) continue
      const interval = spearmanInterval(rho, both.length)
      pairs.push({ one: questions[one]!.id, other: questions[other]!.id, n: both.length, rho, interval })
    }
  }
  return pairs.toSorted((a, b) => b.rho - a.rho).slice(0, mostPairs)
}

/**
 * Cronbach's alpha from covariances over the rows that answered both: k ÷ (k − 1) × (1 − Σ variances ÷ Σ all
 * covariances). Null with one question or no spread. Example: the six by four scores of Shrout and Fleiss → 0.91.
 */
export function cronbachAlpha(rows: readonly (readonly (number | undefined)[])[]): number | null {
  return alphaOf(covariancesOf(rows))
}

function alphaOf(covariances: readonly (readonly number[])[] | undefined): number | null {
  const size = covariances?.length ?? 0
  if (!covariances || size < 2) return null
  let [own, all] = [0, 0]
  covariances.forEach((row, one) => {
    row.forEach((covariance, other) => {
      all += covariance
      if (one === other) own += covariance
    })
  })
  return all <= 0 ? null : (size / (size - 1)) * (1 - own / all)
}

/** Each over the rows that answered both; undefined where two were hardly ever answered together. */
function covariancesOf(rows: readonly (readonly (number | undefined)[])[]): number[][] | undefined {
  const size = rows[0]?.length ?? 0
  const covariances = Array.from({ length: size }, () => new Array<number>(size).fill(0))
  for (let one = 0; one < size; one++) {
    for (let other = one; other < size; other++) {
      const covariance = covarianceOf(rows, [one, other])
      if (covariance === undefined) return undefined
      covariances[one]![other] = covariance
      covariances[other]![one] = covariance
    }
  }
  return covariances
}

function covarianceOf(
  rows: readonly (readonly (number | undefined)[])[],
  [one, other]: readonly [number, number],
): number | undefined {
  let [n, first, second, both] = [0, 0, 0, 0]
  for (const row of rows) {
    const [a, b] = [row[one], row[other]]
    if (a === undefined || b === undefined) continue
    n++
    first += a
    second += b
    both += a * b
  }
  return n < 2 ? undefined : (both - (first * second) / n) / (n - 1)
}

export type ConsistencyInput = {
  readonly method: EditionMethod
  readonly answered: readonly QualityContact[]
  readonly random: Random
}

const draws = 100

/** Null when too few of the drawn copies have a figure. */
function middleOfKnown(copies: readonly (number | null)[]): [number, number] | null {
  const known = copies.filter((value) => value !== null)
  if (known.length < draws / 2) return null
  const [low, high] = middleOf(Float64Array.from(known), 0.95)
  return [low, high]
}

/** Each area on each kind of form, over the questions that all its channels ask; contacts are drawn anew. */
export function consistencyOf({ method, answered, random }: ConsistencyInput): Consistency[] {
  return (['spoken', 'written'] as const).flatMap((form) => {
    const channels = method.channels.filter((channel) => channel.form === form).map(({ id }) => id)
    const contacts = answered.filter(({ channel }) => channels.includes(channel))
    const used = channels.filter((id) => contacts.some(({ channel }) => channel === id))
    const table = itemTable(method, contacts)
    return method.areas.flatMap(({ id: area }): Consistency[] => {
      const columns = table.questions.flatMap((question, at) => {
        const asked = method.questions.find(({ id }) => id === question.id)!.channels
        return question.area === area && used.every((channel) => asked.includes(channel)) ? [at] : []
      })
      const rows = table.rows.map((row) =>
        columns.map((at) => (typeof row[at] === 'number' ? row[at] : undefined)),
      )
      const covariances = rows.length < fewest ? undefined : covariancesOf(rows)
      const alpha = alphaOf(covariances)
      if (alpha === null) return []
      const copies = Array.from({ length: draws }, () =>
        covariancesOf(rows.map(() => rows[randomInteger(random, rows.length)]!)),
      )
      const omega = omegaOf(covariances)
      return [
        {
          area,
          form,
          questions: columns.length,
          n: rows.length,
          alpha,
          interval: middleOfKnown(copies.map(alphaOf)),
          omega,
          omegaInterval: omega === null ? null : middleOfKnown(copies.map(omegaOf)),
        },
      ]
    })
  })
}
