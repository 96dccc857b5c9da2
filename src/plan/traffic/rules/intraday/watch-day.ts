/**
 * Does the day leave its band? The relative error of all contacts so far, in units of what such an error usually is by
 * then, against a limit that past days keep in all but about one day a month. One look at the sum so far for each
 * interval: the limit is for the largest look of a day, so that looking often does not ring often.
 */
import { covarianceAt, type DayCovariance, type PastDay, varianceAt } from './day-covariance.ts'

/** What may be done, in the order of how soon it helps. */
export type DayProposal =
  | 'move-breaks'
  | 'pause-tasks'
  | 'offer-callback'
  | 'ask-for-overtime'
  | 'tell-customers'
  | 'work-off-tasks'
  | 'train-or-coach'
  | 'offer-time-off'

export type DayWatch = {
  readonly state: 'usual' | 'above' | 'below' | 'too-early'
  /** Contacts so far ÷ forecast so far − 1. */
  readonly deviation: number
  /** Contacts so far that would still be usual. */
  readonly low: number
  readonly high: number
  readonly proposals: readonly DayProposal[]
}

/** Working days in a month: one false alarm in so many days. */
const daysAFalseAlarm = 22
/** A limit before anything is known, and how many days it counts for. */
const usualLimit = 2.9
const pseudoDays = 20
/** Fewer expected contacts so far say nothing of the day. */
const fewestExpected = 20
/** A smaller deviation needs no action, however certain. */
const smallestDeviation = 0.08

export type Watching = { readonly covariance: DayCovariance; readonly threshold: number }

/** Standardised error of the sum of the first intervals. */
function standardised(covariance: DayCovariance, { forecast, actual }: PastDay, k: number) {
  let [expected, came, variance] = [0, 0, 0]
  for (let i = 0; i < k; i++) {
    expected += forecast[i]!
    came += actual[i]!
    variance += forecast[i]! ** 2 * varianceAt(covariance, forecast[i]!)
    for (let j = 0; j < i; j++) variance += 2 * forecast[i]! * forecast[j]! * covarianceAt(covariance, i - j)
  }
  const sd = Math.sqrt(Math.max(variance, 1e-9))
  return { expected, came, sd, size: (came - expected) / sd }
}

/** Largest looks of past days, with pseudo-days at the usual limit: the limit that one day in 22 passes. */
export function learnThreshold(past: readonly PastDay[], covariance: DayCovariance): number {
  const largest = past
    .map((day) => {
      let most = 0
      for (let k = 1; k <= day.forecast.length; k++) {
        const look = standardised(covariance, day, k)
        if (look.expected >= fewestExpected) most = Math.max(most, Math.abs(look.size))
      }
      return most
    })
    .sort((a, b) => a - b)
  const place = Math.min(largest.length - 1, Math.floor(largest.length * (1 - 1 / daysAFalseAlarm)))
  const learned = largest[place] ?? usualLimit
  const limit = (largest.length * learned + pseudoDays * usualLimit) / (largest.length + pseudoDays)
  return Math.min(Math.max(limit, 2.2), 5)
}

export function watchDay(
  { covariance, threshold }: Watching,
  forecast: Float64Array,
  seen: Float64Array,
): DayWatch {
  const { expected, came, sd, size } = standardised(covariance, { forecast, actual: seen }, seen.length)
  const band = { low: Math.max(0, expected - threshold * sd), high: expected + threshold * sd }
  const deviation = expected > 0 ? came / expected - 1 : 0
  if (expected < fewestExpected) return { state: 'too-early', deviation, ...band, proposals: [] }
  if (Math.abs(size) <= threshold || Math.abs(deviation) < smallestDeviation)
    return { state: 'usual', deviation, ...band, proposals: [] }
  return size > 0
    ? { state: 'above', deviation, ...band, proposals: whenAbove(deviation) }
    : {
        state: 'below',
        deviation,
        ...band,
        proposals: ['work-off-tasks', 'train-or-coach', 'offer-time-off'],
      }
}

const whenAbove = (deviation: number): DayProposal[] => [
  'move-breaks',
  'pause-tasks',
  'offer-callback',
  ...(deviation > 0.15 ? (['ask-for-overtime'] as const) : []),
  ...(deviation > 0.3 ? (['tell-customers'] as const) : []),
]
