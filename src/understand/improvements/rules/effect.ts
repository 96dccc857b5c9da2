/**
 * Did it help? An interrupted time series with a control (Bernal, Cummins & Gasparrini 2017 and 2018, Int. J.
 * Epidemiology 46:348 and 47:2082): the weekly logarithm of treated contacts ÷ other contacts, with a level, a trend
 * and a step at the start. What moves all topics alike, such as season, holidays and growth, cancels in the ratio.
 *
 * The weeks just before the start are never part of the level that it is compared with: something is often done
 * because of a peak, and a peak passes by itself (regression to the mean; Ashenfelter 1978). They are shown, and
 * warned of when they lie high.
 */
import { studentQuantile } from '../../../kernel/statistics.ts'
import { dot, fixedBCritical, leastSquares } from './least-squares.ts'

export type WeekPair = {
  /** Contacts about the treated topics, and about all others that nothing was done with. */
  readonly treated: number
  readonly control: number
}

export type EffectVerdict = 'drop' | 'rise' | 'noise' | 'tooEarly' | 'tooLittle'

export type EffectEstimate = {
  readonly verdict: EffectVerdict
  /** Relative change, −0.3 for 30 % fewer, with its 95 % interval; null while too early or too little. */
  readonly change: number | null
  readonly low: number | null
  readonly high: number | null
  /** The smallest drop that would be seen four times of five. */
  readonly seen: number | null
  /** The change against half the width of its interval, on the logarithm: beyond 1 it is told from noise. */
  readonly strength: number | null
  /** Contacts saved a week in the mean since the start; negative when there are more. */
  readonly saved: number | null
  /** Whole weeks that are still needed for a verdict. */
  readonly weeksNeeded: number
  /** How high the weeks just before lay above the level before them; null when they did not stand out. */
  readonly peak: number | null
  /** The change that one would have found against the weeks just before, for the warning. */
  readonly naive: number | null
  /** Expected ÷ control for each week, with the band in which 95 of 100 weeks lie when nothing has changed. */
  readonly expected: readonly { readonly value: number; readonly low: number; readonly high: number }[]
}

/** Weeks before the start that are not part of the level. */
export const weeksLeftOut = 4
export const fewestAfter = 4
export const fewestBefore = 8
/** Fewer contacts a week say nothing. */
const fewestAWeek = 2
/** From so many weeks on the topic's own season can be told from its trend. */
const yearOfWeeks = 52

/**
 * @param weeks in order of time; the start lies between two of them
 * @param before how many of them lie before the start
 */
export function measureEffect(weeks: readonly WeekPair[], before: number): EffectEstimate {
  const after = weeks.length - before
  const used = before - weeksLeftOut
  const nothing = {
    change: null,
    low: null,
    high: null,
    seen: null,
    strength: null,
    saved: null,
    peak: null,
    naive: null,
  }
  const weeksNeeded = Math.max(0, fewestAfter - after)
  if (used < fewestBefore) return { ...nothing, verdict: 'tooLittle', weeksNeeded, expected: [] }
  const level = mean(weeks.slice(0, used).map(({ treated }) => treated))
  if (level < fewestAWeek || weeks.some(({ control }) => control <= 0))
    return { ...nothing, verdict: 'tooLittle', weeksNeeded, expected: [] }
  const y = weeks.map(({ treated, control }) => Math.log((treated + 0.5) / control))
  const season = before >= yearOfWeeks
  if (weeksNeeded > 0) {
    const fit = regress(y, { before, until: used, season })
    const told = peakOf(y, before, fit)
    return { ...nothing, verdict: 'tooEarly', weeksNeeded, ...told, expected: bandOf(y, fit) }
  }
  const fit = regress(y, { before, until: y.length, season })
  const step = fit.coefficients[fit.coefficients.length - 1]!
  const { half } = fit
  const [low, high] = [step - half, step + half]
  const expected = bandOf(y, fit)
  const own = weeks.slice(before)
  const saved = mean(own.map(({ treated, control }, at) => expected[before + at]!.value * control - treated))
  return {
    verdict: high < 0 ? 'drop' : low > 0 ? 'rise' : 'noise',
    change: Math.expm1(step),
    low: Math.expm1(low),
    high: Math.expm1(high),
    // 1.96 + 0.84 standard errors for four times of five, when the half-width is 1.96 of them.
    seen: -Math.expm1(-half * (2.8 / 1.96)),
    strength: Math.abs(step) / half,
    saved,
    weeksNeeded: 0,
    ...peakOf(y, before, fit),
    expected,
  }
}

type Regression = {
  readonly rowOf: (at: number, stepped: boolean) => number[]
  readonly coefficients: readonly number[]
  readonly spread: number
  /** Half the width of the step's 95 % interval. */
  readonly half: number
}
type Regressing = { readonly before: number; readonly until: number; readonly season: boolean }

function regress(y: readonly number[], { before, until, season }: Regressing): Regression {
  const hasStep = until > before
  const rowOf = (at: number, stepped: boolean) => {
    const angle = (2 * Math.PI * at) / 52.18
    return [
      1,
      (at - before) / 10,
      ...(season ? [Math.sin(angle), Math.cos(angle)] : []),
      ...(hasStep ? [stepped && at >= before ? 1 : 0] : []),
    ]
  }
  const times = y.flatMap((_, at) => (at < until && (at < before - weeksLeftOut || at >= before) ? [at] : []))
  const rows = times.map((at) => rowOf(at, true))
  const fit = leastSquares(
    rows,
    times.map((at) => y[at]!),
    { times },
  )
  const last = rows[0]!.length - 1
  const freedom = rows.length - rows[0]!.length
  const squares = fit.residuals.reduce((sum, residual) => sum + residual ** 2, 0)
  const robust = Math.sqrt(Math.max(0, fit.covariance[last]![last]!))
  // In short series the robust error is often too small by chance; it is never taken as smaller than what weeks
  // that follow one another as these do (AR(1)) would give. The correction for few weeks is Kendall's (1954).
  const likeness = Math.max(0, autocorrelation(fit.residuals) + (1.5 * rows[0]!.length) / rows.length)
  const longRun = Math.sqrt((1 + Math.min(0.8, likeness)) / (1 - Math.min(0.8, likeness)))
  const half = Math.max(
    fixedBCritical(fit.bandwidth / rows.length) * robust,
    studentQuantile(0.975, freedom) * plainError(rows, squares / freedom) * longRun,
  )
  return { rowOf, coefficients: fit.coefficients, spread: Math.sqrt(squares / freedom), half }
}

function autocorrelation(residuals: readonly number[]): number {
  const squares = residuals.reduce((sum, residual) => sum + residual ** 2, 0)
  if (squares === 0) return 0
  return residuals.slice(1).reduce((sum, residual, at) => sum + residual * residuals[at]!, 0) / squares
}

/** The error of the last coefficient if all weeks were independent. */
function plainError(rows: readonly (readonly number[])[], variance: number): number {
  const others = rows.map((row) => row.slice(0, -1))
  const target = rows.map((row) => row.at(-1)!)
  const rest = leastSquares(others, target, { bandwidth: 1 }).residuals.reduce((sum, r) => sum + r * r, 0)
  return rest > 0 ? Math.sqrt(variance / rest) : Number.POSITIVE_INFINITY
}

function bandOf(y: readonly number[], fit: Regression): EffectEstimate['expected'] {
  return y.map((_, at) => {
    const centre = dot(fit.rowOf(at, false), fit.coefficients)
    const half = 2 * fit.spread
    return { value: Math.exp(centre), low: Math.exp(centre - half), high: Math.exp(centre + half) }
  })
}

/** Whether the last two, three or four weeks before stand above the level by more than chance, and what they hide. */
function peakOf(
  y: readonly number[],
  before: number,
  fit: Regression,
): Pick<EffectEstimate, 'peak' | 'naive'> {
  const peaks = [2, 3, weeksLeftOut].map((count) => {
    const places = Array.from({ length: count }, (_, at) => before - count + at)
    const above = mean(places.map((at) => y[at]! - dot(fit.rowOf(at, false), fit.coefficients)))
    return { places, above, surprise: (above * Math.sqrt(count)) / fit.spread }
  })
  const { places, above, surprise } = peaks.reduce((most, each) =>
    each.surprise > most.surprise ? each : most,
  )
  if (surprise < 2) return { peak: null, naive: null }
  const after = y.slice(before)
  const naive = after.length === 0 ? null : Math.expm1(mean(after) - mean(places.map((at) => y[at]!)))
  return { peak: Math.expm1(above), naive }
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
