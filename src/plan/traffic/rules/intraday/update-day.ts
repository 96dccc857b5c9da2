/**
 * The rest of the day, given its beginning: the relative error so far is carried over as far as past days show that
 * such errors last, and no further. Plain scaling by actual ÷ forecast takes a noisy first hour for the day.
 */
import { factorise, solveBoth } from '../forecast/linear/cholesky.ts'
import { medianSize } from '../forecast/robust.ts'
import {
  covarianceAt,
  type DayCovariance,
  learnCovariance,
  type PastDay,
  varianceAt,
} from './day-covariance.ts'
import { type DayWatch, learnThreshold, watchDay } from './watch-day.ts'

/** A finer grid than this is judged in blocks of intervals. */
const mostBlocks = 48
const fewestPast = 15
const clipAt = 3
const largestSlope = 1.2
const smallestFactor = 0.2

export type DaySoFar = {
  /** 30 to 120 past days, each forecast the day before, with the same open intervals as today. */
  readonly past: readonly PastDay[]
  readonly forecast: Float64Array
  /** What came, from the first interval of the day on. */
  readonly seen: Float64Array
}

export type DayUpdate = {
  /** Of every interval from the first one that is not seen. */
  readonly rest: Float64Array
  /** Rest of the day now ÷ as forecast. */
  readonly factor: number
  /** How much of the adjustment past days support, 0 for none at all. */
  readonly slope: number
  readonly restLo95: number
  readonly restHi95: number
  readonly watch: DayWatch
}

/** With fewer than fifteen past days the forecast stands. */
export function updateDay({ past, forecast, seen }: DaySoFar): DayUpdate {
  const slots = forecast.length
  const block = Math.ceil(slots / mostBlocks)
  const k = Math.floor(Math.min(seen.length, slots) / block)
  const days = past
    .filter((day) => day.forecast.length === slots)
    .map((day) => ({ forecast: inBlocks(day.forecast, block), actual: inBlocks(day.actual, block) }))
  const own = inBlocks(forecast, block)
  const so = inBlocks(seen.subarray(0, k * block), block)
  const rest = Float64Array.from(forecast.subarray(Math.min(seen.length, slots)))
  if (days.length < fewestPast || k === 0 || k >= own.length) return asForecast(rest)
  const covariance = learnCovariance(days)
  const slope = learnSlope(days, covariance, k)
  const adjusted = adjustment(covariance, own, so)
  const factors = adjusted.map((value) => Math.max(1 + slope * value, smallestFactor))
  for (let at = 0; at < rest.length; at++)
    rest[at]! *= factors[Math.min(Math.floor((seen.length + at) / block) - k, factors.length - 1)]!
  const before = sum(forecast.subarray(seen.length))
  const whole = sum(rest)
  const spread = restSpread(days, covariance, { k, slope })
  return {
    rest,
    factor: before > 0 ? whole / before : 1,
    slope,
    restLo95: Math.max(0, whole * (1 - 1.96 * spread)),
    restHi95: whole * (1 + 1.96 * spread),
    watch: watchDay({ covariance, threshold: learnThreshold(days, covariance) }, own, so),
  }
}

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0)

function asForecast(rest: Float64Array): DayUpdate {
  const whole = sum(rest)
  const spread = 0.2 + 1 / Math.sqrt(Math.max(whole, 1))
  const watch = {
    state: 'too-early' as const,
    deviation: 0,
    low: Number.NaN,
    high: Number.NaN,
    proposals: [],
  }
  return {
    rest,
    factor: 1,
    slope: 0,
    restLo95: Math.max(0, whole * (1 - spread)),
    restHi95: whole * (1 + spread),
    watch,
  }
}

function inBlocks(values: Float64Array, block: number): Float64Array {
  if (block === 1) return values
  const blocks = new Float64Array(Math.ceil(values.length / block))
  for (let at = 0; at < values.length; at++) blocks[Math.floor(at / block)]! += values[at]!
  return blocks
}

/** Expected relative error of each interval to come, given those seen (the conditional mean of a normal vector). */
export function adjustment(
  covariance: DayCovariance,
  forecast: Float64Array,
  seen: Float64Array,
): Float64Array {
  const k = seen.length
  const matrix = new Float64Array(k * k)
  const residual = new Float64Array(k)
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < i; j++) matrix[i * k + j] = covarianceAt(covariance, i - j)
    matrix[i * k + i] = varianceAt(covariance, forecast[i]!)
    const limit = clipAt * Math.sqrt(matrix[i * k + i]!)
    residual[i] = Math.min(Math.max(seen[i]! / Math.max(forecast[i]!, 1e-6) - 1, -limit), limit)
  }
  factorise(matrix, k)
  solveBoth(matrix, k, residual)
  const ahead = new Float64Array(forecast.length - k)
  for (let at = 0; at < ahead.length; at++)
    for (let i = 0; i < k; i++) ahead[at]! += covarianceAt(covariance, k + at - i) * residual[i]!
  return ahead
}

type Replay = { readonly expected: number; readonly came: number }

function replayed(past: readonly PastDay[], covariance: DayCovariance, k: number): Replay[] {
  const days = past.map(({ forecast, actual }) => {
    const ahead = adjustment(covariance, forecast, actual.subarray(0, k))
    const rest = forecast.subarray(k)
    const whole = Math.max(sum(rest), 1e-6)
    return {
      expected: ahead.reduce((total, value, at) => total + value * rest[at]!, 0) / whole,
      came: sum(actual.subarray(k)) / whole - 1,
    }
  })
  const limit = 3 * 1.48 * medianSize(days.map(({ came }) => came)) + 1e-3
  return days.map(({ expected, came }) => ({ expected, came: Math.min(Math.max(came, -limit), limit) }))
}

/** Slope of what came on what would have been expected, drawn to 0 where it could be chance. */
function learnSlope(past: readonly PastDay[], covariance: DayCovariance, k: number): number {
  const days = replayed(past, covariance, k)
  const squares = Math.max(
    days.reduce((total, { expected }) => total + expected ** 2, 0),
    1e-9,
  )
  const slope = days.reduce((total, { expected, came }) => total + expected * came, 0) / squares
  const left = days.reduce((total, { expected, came }) => total + (came - slope * expected) ** 2, 0)
  const variance = left / Math.max(days.length - 1, 1) / squares
  const certain = Math.max(0, 1 - variance / Math.max(slope ** 2, 1e-12))
  return Math.min(Math.max(slope, 0), largestSlope) * certain
}

/** Relative spread of the rest of the day around what this update would have said on past days. */
function restSpread(
  past: readonly PastDay[],
  covariance: DayCovariance,
  { k, slope }: { readonly k: number; readonly slope: number },
): number {
  const days = replayed(past, covariance, k)
  const squares = days.reduce(
    (total, { expected, came }) => total + ((came - slope * expected) / (1 + slope * expected)) ** 2,
    0,
  )
  return Math.sqrt(squares / Math.max(days.length - 1, 1))
}
