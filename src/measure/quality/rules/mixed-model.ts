/**
 * A linear mixed model with crossed random factors: score = mean of the group + one effect of each factor + rest.
 * Variances by restricted maximum likelihood with average information (Gilmour, Thompson and Cullis 1995), effects as
 * best linear unbiased predictions from Henderson's equations (Henderson 1975), which shrink a level towards 0 the less
 * is known about it.
 */
import { type MixedDesign, sumsOf } from './mixed-design.ts'
import { invertSymmetric, multiply } from './symmetric-inverse.ts'

/** The effect of one level and the standard deviation of what is not known about it. */
export type Effect = { readonly effect: number; readonly error: number }

export type MixedFit = {
  /** Of each factor of the design, in its order; exactly 0 where the data show nothing of it. */
  readonly variances: readonly number[]
  readonly residual: number
  /** Mean of each fixed group. */
  readonly means: readonly number[]
  /** By factor and level. */
  readonly effects: readonly (readonly Effect[])[]
  /** What is left of each observation. */
  readonly residuals: Float64Array
  readonly converged: boolean
}

type Parameters = { readonly variances: readonly number[]; readonly residual: number }

const mostRounds = 100
/** Of the whole variance: a smaller component that wants to shrink further is 0. */
const nothing = 1e-6

export type FitOptions = {
  /** The fit of similar values. */
  readonly start?: Parameters
  /** Of the whole variance: the fit ends when no component moves more. */
  readonly precision?: number
}

/**
 * Fits the model. Needs more observations than fixed groups.
 * Examples: the dyestuff yields (Davies and Goldsmith 1972), batch 1764, rest 2451; Shrout and Fleiss' (1979) six
 * targets by four judges, 2.56, 5.24 and 1.02.
 */
export function fitMixed(
  design: MixedDesign,
  values: Float64Array,
  { start, precision = 1e-7 }: FitOptions = {},
): MixedFit {
  const total = varianceOf(values)
  const share = total / (design.factors.length + 1)
  let at: Parameters = start
    ? { variances: start.variances.map((one) => Math.max(one, total * 0.01)), residual: start.residual }
    : { variances: design.factors.map(() => share), residual: share }
  if (total === 0) return nothingToFit(design, values)
  for (let round = 0; round < mostRounds; round++) {
    const next = step(design, values, { at, total })
    const moved = Math.max(
      Math.abs(next.residual - at.residual),
      ...next.variances.map((one, factor) => Math.abs(one - at.variances[factor]!)),
    )
    at = next
    if (moved < precision * total) return describe(design, values, { at, total, converged: true })
  }
  return describe(design, values, { at, total, converged: false })
}

function nothingToFit(design: MixedDesign, values: Float64Array): MixedFit {
  return {
    variances: design.factors.map(() => 0),
    residual: 0,
    means: new Array<number>(design.fixed.levels).fill(values[0] ?? 0),
    effects: design.factors.map(({ levels }) =>
      Array.from({ length: levels }, () => ({ effect: 0, error: 0 })),
    ),
    residuals: new Float64Array(values.length),
    converged: true,
  }
}

function varianceOf(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1)
}

/** Henderson's equations with these variances, solved. */
function solverOf(design: MixedDesign, { variances, residual }: Parameters) {
  const { size, counts, absorbed, factors, starts } = design
  const ratios = variances.map((variance) => residual / variance)
  const diagonal = absorbed.map(({ n }) => n + ratios[0]!)
  const matrix = counts.slice()
  for (let factor = 1; factor < factors.length; factor++) {
    for (let level = 0; level < factors[factor]!.levels; level++)
      matrix[(starts[factor - 1]! + level) * (size + 1)]! += ratios[factor]!
  }
  absorbed.forEach(({ rows, times }, level) => {
    for (let one = 0; one < rows.length; one++) {
      const weight = times[one]! / diagonal[level]!
      for (let other = 0; other < rows.length; other++)
        matrix[rows[one]! * size + rows[other]!]! -= weight * times[other]!
    }
  })
  const inverse = invertSymmetric(matrix, size)
  const along = ({ rows, times }: (typeof absorbed)[number], vector: Float64Array) => {
    let sum = 0
    for (let at = 0; at < rows.length; at++) sum += times[at]! * vector[rows[at]!]!
    return sum
  }
  const solve = ({ inner, outer }: { readonly inner: Float64Array; readonly outer: Float64Array }) => {
    const right = outer.slice()
    absorbed.forEach(({ rows, times }, level) => {
      const weight = inner[level]! / diagonal[level]!
      for (let at = 0; at < rows.length; at++) right[rows[at]!]! -= times[at]! * weight
    })
    const rest = multiply(inverse, right)
    const own = absorbed.map((level, at) => (inner[at]! - along(level, rest)) / diagonal[at]!)
    return { own, rest }
  }
  /** Diagonal of the inverse, by factor and level. */
  const spreads = (): number[][] => {
    const own = absorbed.map(({ rows, times }, level) => {
      let sum = 0
      for (let one = 0; one < rows.length; one++)
        for (let other = 0; other < rows.length; other++)
          sum += times[one]! * times[other]! * inverse[rows[one]! * size + rows[other]!]!
      return 1 / diagonal[level]! + sum / diagonal[level]! ** 2
    })
    const rest = factors
      .slice(1)
      .map(({ levels }, at) =>
        Array.from({ length: levels }, (_, level) => inverse[(starts[at]! + level) * (size + 1)]!),
      )
    return [own, ...rest]
  }
  return { solve, spreads, ratios }
}

type Solution = { readonly own: readonly number[]; readonly rest: Float64Array }

function effectOf({ factors, starts }: MixedDesign, { own, rest }: Solution, factor: number): Float64Array {
  if (factor === 0) return Float64Array.from(own)
  return rest.slice(starts[factor - 1]!, starts[factor - 1]! + factors[factor]!.levels)
}

/** Values less what the solution says about them. */
function residualsOf(design: MixedDesign, values: Float64Array, { own, rest }: Solution): Float64Array {
  const { fixed, factors, starts } = design
  return values.map((value, at) => {
    let left = value - rest[fixed.of[at]!]! - own[factors[0]!.of[at]!]!
    for (let factor = 1; factor < factors.length; factor++)
      left -= rest[starts[factor - 1]! + factors[factor]!.of[at]!]!
    return left
  })
}

type Fitting = { readonly at: Parameters; readonly total: number }

const squares = (values: Float64Array) => values.reduce((sum, value) => sum + value * value, 0)

/** One round of average information; a component on its way below 0 shrinks to a tenth instead, until it is nothing. */
function step(design: MixedDesign, values: Float64Array, { at, total }: Fitting): Parameters {
  const { factors, fixed, observations } = design
  const { variances, residual } = at
  const { solve, spreads, ratios } = solverOf(design, at)
  const solution = solve(sumsOf(design, values))
  const left = residualsOf(design, values, solution)
  const traces = spreads().map((list) => list.reduce((sum, value) => sum + value, 0))
  const effects = factors.map((_, factor) => effectOf(design, solution, factor))
  const slopes = factors.map(({ levels }, factor) => {
    const variance = variances[factor]!
    const about = (squares(effects[factor]!) + residual * traces[factor]!) / variance ** 2
    return -0.5 * (levels / variance - about)
  })
  const freedom = factors.reduce(
    (sum, { levels }, factor) => sum - levels + ratios[factor]! * traces[factor]!,
    observations - fixed.levels,
  )
  slopes.push(-0.5 * (freedom / residual - squares(left) / residual ** 2))
  const active = factors.flatMap((_, factor) =>
    variances[factor]! <= nothing * total && slopes[factor]! <= 0 ? [] : [factor],
  )
  const working = [
    ...active.map((factor) => {
      const { of } = factors[factor]!
      return Float64Array.from(of, (level) => effects[factor]![level]! / variances[factor]!)
    }),
    left.map((value) => value / residual),
  ]
  const projected = working.map((vector) => residualsOf(design, vector, solve(sumsOf(design, vector))))
  const count = working.length
  const information = new Float64Array(count * count)
  for (let row = 0; row < count; row++)
    for (let column = 0; column < count; column++)
      information[row * count + column] = (0.5 * dot(working[row]!, projected[column]!)) / residual
  const wanted = [...active.map((factor) => slopes[factor]!), slopes.at(-1)!]
  const change = solveSmall(information, Float64Array.from(wanted))
  const moved = (value: number, by: number) => Math.min(value * 10, Math.max(value / 10, value + by))
  return {
    variances: variances.map((variance, factor) => {
      const place = active.indexOf(factor)
      return place < 0 ? nothing * total : Math.max(nothing * total, moved(variance, change[place]!))
    }),
    residual: moved(residual, change[count - 1]!),
  }
}

function dot(one: Float64Array, other: Float64Array): number {
  let sum = 0
  for (let at = 0; at < one.length; at++) sum += one[at]! * other[at]!
  return sum
}

/** Where two components cannot be told apart, a little is added to the diagonal. */
function solveSmall(matrix: Float64Array, right: Float64Array): Float64Array {
  const size = right.length
  const ridged = matrix.slice()
  for (let at = 0; at < size; at++) ridged[at * (size + 1)]! *= 1 + 1e-9
  // Both sides of the matrix are the same but for the last bits.
  for (let row = 0; row < size; row++)
    for (let column = 0; column < row; column++) ridged[column * size + row] = ridged[row * size + column]!
  return multiply(invertSymmetric(ridged, size), right)
}

function describe(
  design: MixedDesign,
  values: Float64Array,
  { at, total, converged }: Fitting & { readonly converged: boolean },
): MixedFit {
  const { solve, spreads } = solverOf(design, at)
  const solution = solve(sumsOf(design, values))
  const errors = spreads()
  const isNothing = (factor: number) => at.variances[factor]! <= nothing * total * 1.0001
  return {
    variances: at.variances.map((variance, factor) => (isNothing(factor) ? 0 : variance)),
    residual: at.residual,
    means: [...solution.rest.subarray(0, design.fixed.levels)],
    effects: design.factors.map((_, factor) =>
      Array.from(effectOf(design, solution, factor), (effect, level) =>
        isNothing(factor)
          ? { effect: 0, error: 0 }
          : { effect, error: Math.sqrt(at.residual * errors[factor]![level]!) },
      ),
    ),
    residuals: residualsOf(design, values, solution),
    converged,
  }
}
