/**
 * How long something lasts when not everybody was seen to the end: Kaplan and Meier's curve (1958, J. Am. Stat. Assoc.
 * 53:457) with Greenwood's variance and an interval on the log(−log) scale, which never leaves 0–1 (Kalbfleisch &
 * Prentice 2002, 1.4). Docs: docs/methods/patience.md.
 */
import { normalQuantile } from '../../../kernel/statistics.ts'

/** How many ended, and how many were last seen, at a time; in any order, a time as often as one likes. */
export type TimeCount = {
  /** Seconds, or whatever the unit is; not below 0. */
  readonly time: number
  readonly ended: number
  /** Not seen to the end (censored): answered, or the records end. */
  readonly unseen: number
}

export type SurvivalStep = {
  readonly time: number
  /** Still there just before the time. */
  readonly atRisk: number
  readonly ended: number
  /** Share that lasts longer than the time. */
  readonly stays: number
  readonly low: number
  readonly high: number
  /** Greenwood's standard error of `stays`. */
  readonly error: number
}

export type Survival = {
  /** Times at which somebody ended, rising. */
  readonly steps: readonly SurvivalStep[]
  readonly n: number
  readonly ended: number
  /** The last time at which anybody was seen; nothing is known beyond it. */
  readonly last: number
}

/**
 * The curve over everybody. Who is last seen at a time has lasted to it, and is at risk there: ends come before what
 * is unseen at the same time.
 *
 * @example 6-MP against leukaemia (Freireich et al. 1963, 21 patients): stays(6) = .857, stays(23) = .448
 */
export function survivalOf(counts: readonly TimeCount[], level = 0.95): Survival {
  const times = joined(counts)
  const z = normalQuantile((1 + level) / 2)
  const n = times.reduce((sum, { ended, unseen }) => sum + ended + unseen, 0)
  const steps: SurvivalStep[] = []
  let [atRisk, stays, greenwood] = [n, 1, 0]
  for (const { time, ended, unseen } of times) {
    if (ended > 0) {
      stays = Math.max(0, stays * (1 - ended / atRisk))
      greenwood += ended / (atRisk * Math.max(atRisk - ended, 0))
      steps.push({ time, atRisk, ended, stays, ...bounds(stays, greenwood, z) })
    }
    atRisk -= ended + unseen
  }
  return {
    steps,
    n,
    ended: steps.reduce((sum, step) => sum + step.ended, 0),
    last: times.at(-1)?.time ?? 0,
  }
}

function joined(counts: readonly TimeCount[]): readonly TimeCount[] {
  const byTime = new Map<number, { ended: number; unseen: number }>()
  for (const { time, ended, unseen } of counts) {
    const known = byTime.get(time) ?? { ended: 0, unseen: 0 }
    known.ended += ended
    known.unseen += unseen
    byTime.set(time, known)
  }
  return [...byTime].map(([time, own]) => ({ time, ...own })).sort((a, b) => a.time - b.time)
}

/** When the curve has reached 0 the interval is not defined; all of 0–1 is then what can be said of its lower end. */
function bounds(stays: number, greenwood: number, z: number) {
  if (stays === 0) return { low: 0, high: 0, error: 0 }
  const scale = (z * Math.sqrt(greenwood)) / Math.abs(Math.log(stays))
  return {
    low: stays ** Math.exp(scale),
    high: stays ** Math.exp(-scale),
    error: stays * Math.sqrt(greenwood),
  }
}

export type Stays = Pick<SurvivalStep, 'stays' | 'low' | 'high'>

/** The share that lasts longer than a time; nothing beyond the last that anybody was seen. */
export function staysAt({ steps, last }: Survival, time: number): Stays | null {
  if (time > last) return null
  let found: Stays = { stays: 1, low: 1, high: 1 }
  for (const step of steps) {
    if (step.time > time) break
    found = step
  }
  return found
}

export type Median = {
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
}

/**
 * The first time at which no more than half are left, and the times at which the interval's ends come so far
 * (Brookmeyer & Crowley 1982, Biometrics 38:29). Null where the curve never comes there.
 */
export function medianOf({ steps }: Pick<Survival, 'steps'>): Median {
  const reaches = (end: 'stays' | 'low' | 'high') => steps.find((step) => step[end] <= 0.5)?.time ?? null
  return { value: reaches('stays'), low: reaches('low'), high: reaches('high') }
}
