/**
 * Which performances go with satisfaction (M7.5): R² of an outcome shared out over areas (LMG, every order) and over
 * questions (relative weights), within channels, with intervals from drawing participants anew. What goes together is
 * not thereby cause and effect. Method and worked example: docs/methods/drivers.md.
 */
import { type Random, randomInteger } from '../../../../kernel/random.ts'
import { middleOf } from '../../../../kernel/statistics.ts'
import type { CompiledMethod } from '../../../results/rules/compiled-form.ts'
import type { DriverSet, DriverWeight, OutcomeDrivers } from '../../contract.ts'
import type { InsightContact } from '../insight-contact.ts'
import { areaRow, outcomesOf, outcomeValue, questionRow } from './driver-rows.ts'
import { lmg, mostPredictors } from './lmg.ts'
import { covarianceOf, type DriverRow, momentsOf } from './moments.ts'
import { loadingsOf, relativeWeights } from './relative-weights.ts'
import type { Matrix } from './symmetric.ts'

/** Contacts for each performance that is weighed, and participants in all, without which nothing is told. */
const contactsForEach = 5
const fewestContacts = 40
const fewestParticipants = 5
/** A performance is weighed when it was asked and applicable in at least this share of the contacts. */
const leastAsked = 0.1

export type DriverOptions = {
  readonly random: () => Random
  readonly resamples: number
  readonly level: number
}

/** For every question about the customer's experience, the areas and the questions that go with it. */
export function driversOf(
  compiled: CompiledMethod,
  contacts: readonly InsightContact[],
  options: DriverOptions,
): OutcomeDrivers[] {
  const outcomes = outcomesOf(compiled.method).map(({ id }) => id)
  const given = contacts.flatMap((contact) => {
    const values = contact.answered ? outcomes.map((outcome) => outcomeValue(contact, outcome)) : []
    return values.length > 0 && values.every((value) => value !== undefined) ? [{ contact, values }] : []
  })
  const rowsOf = (row: (contact: InsightContact) => readonly (number | null)[]): DriverRow[] =>
    given.map(({ contact, values }) => ({
      participant: contact.participantId,
      channel: contact.channel,
      values: [...values, ...row(contact)],
    }))
  const questions = compiled.method.questions.filter(({ scored }) => scored).map(({ id }) => id)
  const areaSets = weigh(
    rowsOf((contact) => areaRow(compiled, contact)),
    { outcomes: outcomes.length, ids: compiled.areas, method: 'lmg' },
    options,
  )
  const questionSets = weigh(
    rowsOf((contact) => questionRow(compiled, contact)),
    { outcomes: outcomes.length, ids: questions, method: 'relativeWeights' },
    options,
  )
  return outcomes.map((outcome, at) => ({ outcome, areas: areaSets[at]!, questions: questionSets[at]! }))
}

type Weighing = {
  /** How many of the first columns are outcomes; one for each id comes after them. */
  readonly outcomes: number
  readonly ids: readonly string[]
  readonly method: 'lmg' | 'relativeWeights'
}

/**
 * Weighs the columns of `rows` for each outcome, or says why it cannot be done. All outcomes are drawn together: the
 * costly part, what the performances are among themselves, is the same for all.
 */
export function weigh(
  rows: readonly DriverRow[],
  { outcomes, ids, method }: Weighing,
  options: DriverOptions,
): DriverSet[] {
  const n = rows.length
  const asked = ids.map((_, at) => rows.filter(({ values }) => values[at + outcomes] !== null).length / n)
  const kept = ids.flatMap((_, at) => (asked[at]! >= leastAsked && varies(rows, at + outcomes) ? [at] : []))
  const participants = new Set(rows.map(({ participant }) => participant)).size
  const needed = Math.max(fewestContacts, contactsForEach * kept.length)
  const refused = (reason: (DriverSet & { kind: 'refused' })['reason']): DriverSet => ({
    kind: 'refused',
    reason,
    n,
    needed,
    participants,
  })
  const all = Array.from({ length: outcomes }, (_, outcome) => outcome)
  if (participants < fewestParticipants) return all.map(() => refused('too-few-participants'))
  if (n < needed || kept.length === 0) return all.map(() => refused('too-few-contacts'))
  const chosen = rows.map((row) => ({
    ...row,
    values: [...row.values.slice(0, outcomes), ...kept.map((at) => row.values[at + outcomes]!)],
  }))
  const used = kept.length > mostPredictors ? 'relativeWeights' : method
  const figures = drawWeights(chosen, { outcomes, method: used }, options)
  return all.map((outcome): DriverSet => {
    const found = figures[outcome]!
    if (!varies(rows, outcome) || !(found.explained > 0)) return refused('outcome-does-not-vary')
    return {
      kind: 'weighed',
      method: used,
      n,
      participants,
      explained: found.explained,
      explainedInterval: found.explainedInterval,
      weights: kept
        .map((at, place): DriverWeight => ({ id: ids[at]!, asked: asked[at]!, ...found.weights[place]! }))
        .sort((a, b) => b.share - a.share),
      left: ids.filter((_, at) => !kept.includes(at)),
    }
  })
}

/** Whether a column has two different values on at least one channel: differences between channels do not count. */
function varies(rows: readonly DriverRow[], at: number): boolean {
  const first = new Map<string, number>()
  for (const { channel, values } of rows) {
    const value = values[at]
    if (value == null) continue
    const seen = first.get(channel)
    if (seen === undefined) first.set(channel, value)
    else if (seen !== value) return true
  }
  return false
}

function drawWeights(
  rows: readonly DriverRow[],
  { outcomes, method }: Pick<Weighing, 'outcomes' | 'method'>,
  { random: start, resamples, level }: DriverOptions,
) {
  const moments = momentsOf(rows)
  const people = moments.participants.length
  const whole = covarianceOf(moments, new Array(people).fill(1))
  const seen = weightsOf(whole, outcomes, method)
  const drawn = seen.map(({ shares }) => shares.map(() => new Float64Array(resamples)))
  const explained = seen.map(() => new Float64Array(resamples))
  const kept = seen.map(() => 0)
  const random = start()
  for (let copy = 0; copy < resamples; copy++) {
    const times = new Uint8Array(people)
    for (let draw = 0; draw < people; draw++) times[randomInteger(random, people)]! += 1
    weightsOf(covarianceOf(moments, times), outcomes, method).forEach((weights, outcome) => {
      if (!(weights.explained > 0)) return
      const place = kept[outcome]!++
      explained[outcome]![place] = weights.explained
      weights.shares.forEach((share, at) => {
        drawn[outcome]![at]![place] = share
      })
    })
  }
  return seen.map(({ explained: found, shares }, outcome) => {
    const count = kept[outcome]!
    const intervalOf = (list: Float64Array) => (count > 0 ? middleOf(list.subarray(0, count), level) : null)
    return {
      explained: found,
      explainedInterval: intervalOf(explained[outcome]!),
      weights: shares.map((share, at) => ({
        share,
        interval: intervalOf(drawn[outcome]![at]!),
        positive: whole[outcome]![at + outcomes]! >= 0,
      })),
    }
  })
}

type Weights = { readonly explained: number; readonly shares: readonly number[] }

/** For each outcome its R², and the shares of it that sum to 1. */
function weightsOf(covariance: Matrix, outcomes: number, method: Weighing['method']): readonly Weights[] {
  const raw = method === 'lmg' ? averagedOverOrders(covariance, outcomes) : johnson(covariance, outcomes)
  return raw.map((weights) => {
    const explained = weights.reduce((sum, share) => sum + share, 0)
    return { explained, shares: weights.map((share) => share / explained) }
  })
}

function averagedOverOrders(covariance: Matrix, outcomes: number): readonly (readonly number[])[] {
  return covariance.slice(0, outcomes).map((_, outcome) => {
    const places = [outcome, ...covariance.keys().drop(outcomes)]
    return lmg(places.map((row) => places.map((at) => covariance[row]![at]!))).shares
  })
}

/** A predictor that does not vary in this draw has the weight 0. */
function johnson(covariance: Matrix, outcomes: number): readonly (readonly number[])[] {
  const scale = covariance.map((row, at) => (row[at]! > 1e-12 ? 1 / Math.sqrt(row[at]!) : 0))
  const correlation = covariance.map((row, i) => row.map((value, j) => value * scale[i]! * scale[j]!))
  const loadings = loadingsOf(correlation.slice(outcomes).map((row) => row.slice(outcomes)))
  return correlation.slice(0, outcomes).map((row) => relativeWeights(loadings, row.slice(outcomes)))
}
