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
import { lmg } from './lmg.ts'
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
  const answered = contacts.filter((contact) => contact.answered)
  return outcomesOf(compiled.method).map((outcome): OutcomeDrivers => {
    const given = answered.flatMap((contact) => {
      const value = outcomeValue(contact, outcome.id)
      return value === undefined ? [] : [{ contact, value }]
    })
    const rowsOf = (row: (contact: InsightContact) => readonly (number | null)[]): DriverRow[] =>
      given.map(({ contact, value }) => ({
        participant: contact.participantId,
        channel: contact.channel,
        values: [value, ...row(contact)],
      }))
    const questions = compiled.method.questions.filter(({ scored }) => scored).map(({ id }) => id)
    return {
      outcome: outcome.id,
      areas: weigh(
        rowsOf((contact) => areaRow(compiled, contact)),
        { ids: compiled.areas, method: 'lmg' },
        options,
      ),
      questions: weigh(
        rowsOf((contact) => questionRow(compiled, contact)),
        { ids: questions, method: 'relativeWeights' },
        options,
      ),
    }
  })
}

type Weighing = {
  readonly ids: readonly string[]
  readonly method: 'lmg' | 'relativeWeights'
}

/** Weighs the columns of `rows` (the outcome first, then one for each id), or says why it cannot be done. */
export function weigh(
  rows: readonly DriverRow[],
  { ids, method }: Weighing,
  options: DriverOptions,
): DriverSet {
  const n = rows.length
  const asked = ids.map((_, at) => rows.filter(({ values }) => values[at + 1] !== null).length / n)
  const kept = ids.flatMap((_, at) => (asked[at]! >= leastAsked && varies(rows, at + 1) ? [at] : []))
  const participants = new Set(rows.map(({ participant }) => participant)).size
  const needed = Math.max(fewestContacts, contactsForEach * kept.length)
  const refused = (reason: (DriverSet & { kind: 'refused' })['reason']): DriverSet => ({
    kind: 'refused',
    reason,
    n,
    needed,
    participants,
  })
  if (participants < fewestParticipants) return refused('too-few-participants')
  if (n < needed) return refused('too-few-contacts')
  if (!varies(rows, 0) || kept.length === 0) return refused('outcome-does-not-vary')
  const chosen = rows.map((row) => ({
    ...row,
    values: [row.values[0]!, ...kept.map((at) => row.values[at + 1]!)],
  }))
  const figures = drawWeights(chosen, method, options)
  if (!(figures.explained > 0)) return refused('outcome-does-not-vary')
  return {
    kind: 'weighed',
    method,
    n,
    participants,
    explained: figures.explained,
    explainedInterval: figures.explainedInterval,
    weights: kept
      .map((at, place): DriverWeight => ({ id: ids[at]!, asked: asked[at]!, ...figures.weights[place]! }))
      .sort((a, b) => b.share - a.share),
    left: ids.filter((_, at) => !kept.includes(at)),
  }
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
  method: Weighing['method'],
  { random: start, resamples, level }: DriverOptions,
) {
  const moments = momentsOf(rows)
  const people = moments.participants.length
  const whole = covarianceOf(moments, new Array(people).fill(1))
  const seen = weightsOf(whole, method)
  const drawn = seen.shares.map(() => new Float64Array(resamples))
  const explained = new Float64Array(resamples)
  const random = start()
  let kept = 0
  for (let copy = 0; copy < resamples; copy++) {
    const times = new Uint8Array(people)
    for (let draw = 0; draw < people; draw++) times[randomInteger(random, people)]! += 1
    const weights = weightsOf(covarianceOf(moments, times), method)
    if (!(weights.explained > 0)) continue
    explained[kept] = weights.explained
    weights.shares.forEach((share, at) => {
      drawn[at]![kept] = share
    })
    kept++
  }
  const intervalOf = (list: Float64Array) => (kept > 0 ? middleOf(list.subarray(0, kept), level) : null)
  return {
    explained: seen.explained,
    explainedInterval: intervalOf(explained),
    weights: seen.shares.map((share, at) => ({
      share,
      interval: intervalOf(drawn[at]!),
      positive: whole[0]![at + 1]! >= 0,
    })),
  }
}

/** Shares of R² that sum to 1, and R² itself. */
function weightsOf(
  covariance: Matrix,
  method: Weighing['method'],
): { readonly explained: number; readonly shares: readonly number[] } {
  const raw = method === 'lmg' ? lmg(covariance).shares : johnson(covariance)
  const explained = raw.reduce((sum, share) => sum + share, 0)
  return { explained, shares: raw.map((share) => share / explained) }
}

/** A predictor that does not vary in this draw has the weight 0. */
function johnson(covariance: Matrix): readonly number[] {
  const scale = covariance.map((row, at) => (row[at]! > 1e-12 ? 1 / Math.sqrt(row[at]!) : 0))
  const correlation = covariance.map((row, i) => row.map((value, j) => value * scale[i]! * scale[j]!))
  const predictors = correlation.slice(1).map((row) => row.slice(1))
  return relativeWeights(
    loadingsOf(predictors),
    correlation.slice(1).map((row) => row[0]!),
  )
}
