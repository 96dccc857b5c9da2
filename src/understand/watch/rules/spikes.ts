/**
 * What is unusual today? Contacts of a topic in a channel on a day against what weekday and recent level lead one to
 * expect, after Farrington, Andrews, Beale & Catchpole 1996 (J. R. Statist. Soc. A 159:547) and Noufaily et al. 2013
 * (Statist. Med. 32:1206), who watch reports of infections in the same way: a level from recent days, past outbreaks
 * weighed down, more scatter than Poisson, and a negative binomial tail.
 *
 * The day's false alarms are a budget that all series share, so that watching more topics does not ring more often.
 */
import { type PlainDate, toEpochDay, weekdayOf } from '../../../kernel/calendar.ts'
import { isHoliday } from '../../../kernel/holidays.ts'
import { negativeBinomialTail } from './negative-binomial.ts'

export type DaySeries = {
  readonly key: string
  /** Contacts on the days up to and including the one that is judged, oldest first. */
  readonly counts: readonly number[]
}

export type Spike = {
  readonly key: string
  readonly count: number
  readonly expected: number
  /** The highest count that would still have been usual. */
  readonly usualUpTo: number
  /** The chance of so many or more on an ordinary day. */
  readonly chance: number
}

/** Expected false alarms in a month of 30 days, over everything that is watched. */
export const falseAlarmsAMonth = 2
/** Days that the level and the scatter are read from; the week before the day itself is part of them. */
export const baselineDays = 84
const fewestDays = 28
/** Fewer contacts on a day are nobody's alarm. */
const fewest = 4

/**
 * @param day the last day of every series
 * @param series all that are watched: the budget is shared by them
 */
export function findSpikes(
  series: readonly DaySeries[],
  day: PlainDate,
  { budget = falseAlarmsAMonth } = {},
): Spike[] {
  const watched = series.filter(({ counts }) => counts.length > fewestDays && sum(counts) >= fewest)
  if (watched.length === 0) return []
  const kinds = dayKinds(day, baselineDays + 1)
  const shared = kindFactors(watched, kinds)
  const baselines = watched.map((one) => baselineOf(one.counts, kinds, shared))
  const scatter = median(
    baselines.flatMap(({ scatter: own, level }) => (level >= 0.5 ? [own] : [])),
    1,
  )
  const level = budget / 30 / watched.length
  return watched
    .flatMap(({ key, counts }, at) => {
      const count = Math.round(counts.at(-1)!)
      if (count < fewest) return []
      const { mean, error, scatter: own } = baselines[at]!
      // Half its own scatter, half what is usual here: a short series knows little of its own.
      const variance = mean * Math.max(1, own, (own + scatter) / 2) + error
      const chance = negativeBinomialTail(count, mean, variance)
      if (chance >= level) return []
      return [{ key, count, expected: mean, usualUpTo: usualUpTo(mean, variance, level), chance }]
    })
    .sort((a, b) => a.chance - b.chance || (a.key < b.key ? -1 : 1))
}

/** Monday to Friday 0–4, Saturday 5, Sunday and holidays 6; the day itself last. */
function dayKinds(day: PlainDate, days: number): number[] {
  const last = toEpochDay(day)
  return Array.from({ length: days }, (_, at) => {
    const epoch = last - days + 1 + at
    const date = new Date(epoch * 86_400_000).toISOString().slice(0, 10)
    return isHoliday(date) ? 6 : weekdayOf(epoch) - 1
  })
}

/** How busy each kind of day is over everything, around 1. */
function kindFactors(series: readonly DaySeries[], kinds: readonly number[]): number[] {
  const [totals, days] = [Array.from({ length: 7 }, () => 0), Array.from({ length: 7 }, () => 0)]
  for (let back = 2; back <= kinds.length; back++) {
    const kind = kinds.at(-back)!
    const seen = series.filter(({ counts }) => counts.length >= back)
    if (seen.length === 0) break
    totals[kind]! += sum(seen.map(({ counts }) => counts.at(-back)!))
    days[kind]!++
  }
  const mean = sum(totals) / Math.max(1, sum(days))
  return totals.map((total, kind) => (days[kind] === 0 || mean === 0 ? 1 : total / days[kind]! / mean))
}

type Baseline = {
  readonly mean: number
  /** Variance of the mean itself. */
  readonly error: number
  readonly scatter: number
  readonly level: number
}

/** Weight of a series' own weekday pattern against the shared one, in contacts. */
const patternWeight = 40
/** The level follows the last weeks: a day three weeks ago counts half. */
const halfLife = 21

function baselineOf(
  counts: readonly number[],
  kinds: readonly number[],
  shared: readonly number[],
): Baseline {
  const past = counts.slice(-baselineDays - 1, -1)
  const pastKinds = kinds.slice(-past.length - 1, -1)
  const factors = ownFactors(past, pastKinds, shared)
  const weights = past.map((_, at) => 0.5 ** ((past.length - at) / halfLife))
  let trust = past.map(() => 1)
  let [level, scatter] = [0, 1]
  for (let round = 0; round < 3; round++) {
    const used = weights.map((weight, at) => weight * trust[at]!)
    level =
      weighted(past, used) /
      Math.max(
        1e-9,
        weighted(
          pastKinds.map((kind) => factors[kind]!),
          used,
        ),
      )
    const means = pastKinds.map((kind) => Math.max(1e-9, level * factors[kind]!))
    const squares = past.map((count, at) => (count - means[at]!) ** 2 / Math.max(0.1, means[at]!))
    scatter = Math.max(1, weighted(squares, trust) / Math.max(1, sum(trust) - 4))
    // Anscombe's residual, as in Farrington: a day far above the level is an earlier alarm, not the usual.
    trust = past.map((count, at) => {
      const residual = anscombe(count, means[at]!, scatter)
      return residual > 2.58 ? (2.58 / residual) ** 2 : 1
    })
  }
  const mean = Math.max(0.05, level * factors[kinds.at(-1)!]!)
  const used = weights.map((weight, at) => weight * trust[at]!)
  const effective = sum(used) ** 2 / Math.max(1e-9, sum(used.map((weight) => weight ** 2)))
  // The level's own error, and ten percent for a pattern that is never quite the same.
  const error = (mean * mean * scatter) / Math.max(0.5, level * effective) + (0.1 * mean) ** 2
  return { mean, error, scatter, level }
}

function ownFactors(past: readonly number[], kinds: readonly number[], shared: readonly number[]): number[] {
  const total = sum(past)
  const expected = sum(kinds.map((kind) => shared[kind]!))
  const rate = total / Math.max(1e-9, expected)
  return shared.map((factor, kind) => {
    const own = sum(past.filter((_, at) => kinds[at] === kind))
    const usual = rate * factor * kinds.filter((each) => each === kind).length
    return (factor * (own + patternWeight)) / (usual + patternWeight)
  })
}

const anscombe = (count: number, mean: number, scatter: number): number =>
  (1.5 * (count ** (2 / 3) - mean ** (2 / 3))) / (mean ** (1 / 6) * Math.sqrt(scatter))

function usualUpTo(mean: number, variance: number, level: number): number {
  let count = Math.max(fewest - 1, Math.floor(mean))
  while (count < 1e6 && negativeBinomialTail(count + 1, mean, variance) >= level) count++
  return count
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
const weighted = (values: readonly number[], weights: readonly number[]): number =>
  values.reduce((total, value, at) => total + value * weights[at]!, 0)

function median(values: readonly number[], otherwise: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? otherwise
}
