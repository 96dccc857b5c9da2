/** What a queue's records say of patience: from single waits where there are enough, else from counts per interval. */
import { type ExponentialPatience, exponentialPatience, staysExponential } from './exponential.ts'
import { type Median, medianOf, type Survival, staysAt, survivalOf, type TimeCount } from './survival.ts'

/** Single waits of a queue's channel; `ended` gave up. */
export type SingleWaits = readonly TimeCount[]
/** Over all intervals where both were counted. */
export type IntervalWaits = { readonly offered: number; readonly waited: number; readonly lost: number }

export type PatienceMark = {
  readonly seconds: number
  readonly stays: number
  readonly low: number
  readonly high: number
  /** The same by one number. */
  readonly exponential: number
}

export type PatienceFit = {
  /** Where the curve and the one number are furthest apart, while at least thirty waited. */
  readonly seconds: number
  readonly stays: number
  readonly exponential: number
  /** Whether the one number lies within the curve's interval nearly everywhere. */
  readonly isClose: boolean
}

export type Patience = {
  readonly source: 'log' | 'counts' | 'none'
  /** How many gave up, of how many, in the source that was used, or in the better one when there is none. */
  readonly lost: number
  readonly seen: number
  readonly exponential: ExponentialPatience | null
  readonly median: Median | null
  readonly marks: readonly PatienceMark[]
  readonly curve: readonly PatienceMark[]
  readonly fit: PatienceFit | null
  /** From counts per interval, for comparison when single waits were used. */
  readonly counts: (ExponentialPatience & { readonly lost: number }) | null
}

/** Fewer say too little, as in staffing. */
export const fewestLost = 20
/** Where fewer are left, the curve is chance more than anything. */
const fewestWaiting = 30
const markSeconds = [30, 60, 120, 300] as const
const mostPoints = 120

/**
 * @example 100 that gave up and 900 answered, all after 60 s: one number says 600 s
 */
export function patienceOf(single: SingleWaits, intervals: IntervalWaits): Patience {
  const survival = survivalOf(single)
  const counted = intervals.lost >= fewestLost ? exponentialPatience(intervals.waited, intervals.lost) : null
  const counts = counted && { ...counted, lost: intervals.lost }
  const waited = single.reduce((sum, { time, ended, unseen }) => sum + time * (ended + unseen), 0)
  const exponential = exponentialPatience(waited, survival.ended)
  if (survival.ended >= fewestLost && exponential)
    return {
      source: 'log',
      lost: survival.ended,
      seen: survival.n,
      exponential,
      counts,
      ...shapeOf(survival, exponential.mean),
    }
  const none = { median: null, marks: [], curve: [], fit: null, counts: null }
  if (counts)
    return { source: 'counts', lost: intervals.lost, seen: intervals.offered, exponential: counted, ...none }
  const better =
    survival.ended >= intervals.lost
      ? { lost: survival.ended, seen: survival.n }
      : { lost: intervals.lost, seen: intervals.offered }
  return { source: 'none', ...better, exponential: null, ...none }
}

function shapeOf(survival: Survival, mean: number) {
  const markAt = (seconds: number): PatienceMark[] => {
    const found = staysAt(survival, seconds)
    return found ? [{ seconds, ...pick(found), exponential: staysExponential(mean, seconds) }] : []
  }
  return {
    median: medianOf(survival),
    marks: markSeconds.flatMap(markAt),
    curve: gridOf(survival).flatMap(markAt),
    fit: fitOf(survival, mean),
  }
}

const pick = ({ stays, low, high }: Pick<PatienceMark, 'stays' | 'low' | 'high'>) => ({ stays, low, high })

/** Even steps that a curve is drawn by, as far as enough people were waiting. */
function gridOf({ steps, last }: Survival): readonly number[] {
  const end = Math.min(last, steps.findLast(({ atRisk }) => atRisk >= fewestWaiting)?.time ?? last)
  const step = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600].find((each) => end / each <= mostPoints) ?? 3600
  return Array.from({ length: Math.floor(end / step) + 1 }, (_, at) => at * step)
}

/** Nearly everywhere: a band for each point leaves out a point in twenty by chance. */
const mostOutside = 0.1

function fitOf({ steps }: Survival, mean: number): PatienceFit | null {
  const told = steps.filter(({ atRisk }) => atRisk >= fewestWaiting)
  if (told.length === 0) return null
  const apart = told.map(({ time, stays, low, high }) => {
    const exponential = staysExponential(mean, time)
    return { seconds: time, stays, exponential, isOut: exponential < low || exponential > high }
  })
  const furthest = apart.reduce((most, each) =>
    Math.abs(each.stays - each.exponential) > Math.abs(most.stays - most.exponential) ? each : most,
  )
  const out = apart.filter(({ isOut }) => isOut).length / apart.length
  const { isOut: _, ...worst } = furthest
  return { ...worst, isClose: out <= mostOutside }
}
