/**
 * Worths by Newton's method. In the logs of the worths the likelihood of both choice models here is concave, so that a
 * few steps find its one maximum, however sure the choices are.
 */

/** Of the log-likelihood in the log worths: its slope, and the negative of its second derivatives, row by row. */
export type Derivatives = { readonly slope: Float64Array; readonly curve: Float64Array }

export type Fit = {
  /**
   * Imaginary comparisons of each item with one of worth 1, won and lost alike. Without them an item that nobody
   * puts after another has no finite worth (Turner et al. 2020, Computational Statistics 35: 0.5 is usual).
   */
  readonly imagined?: number
  /** Worths that are near already, such as the fit of all answers for one of its copies. */
  readonly start?: readonly number[]
  /** The largest change of a log worth in a step that is still worth another step. */
  readonly precise?: number
}

const mostSteps = 200
/** A step may not go further than this in a log worth. */
const longestStep = 3

/**
 * Worths that sum to 1. `addChoices` adds to the derivatives what the choices say, at the given log worths.
 *
 * Example: 3 choices of the first of two items and 1 of the second, nothing imagined → 0.75 and 0.25.
 */
export function worthsByNewton(
  items: number,
  addChoices: (logs: Float64Array, to: Derivatives) => void,
  { imagined = 0.5, start, precise = 1e-9 }: Fit = {},
): readonly number[] {
  const logs = Float64Array.from({ length: items }, (_, item) =>
    Math.log((start?.[item] ?? 1 / items) * items),
  )
  for (let turn = 0; turn < mostSteps; turn++) {
    const slope = new Float64Array(items)
    // The choices say nothing of the level: without imagined ones, the same everywhere fixes it and changes no step.
    const curve = new Float64Array(items * items).fill(imagined === 0 ? 1 / items : 0)
    addChoices(logs, { slope, curve })
    for (const [item, log] of logs.entries()) addImagined(item, log, imagined, { slope, curve })
    const step = solved(curve, slope)
    const longest = step.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    const scale = Math.min(1, longestStep / longest)
    if (longest > 0) for (const [item, value] of step.entries()) logs[item]! += value * scale
    if (longest < precise) break
  }
  const highest = logs.reduce((most, value) => Math.max(most, value))
  const worths = Array.from(logs, (log) => Math.exp(log - highest))
  const sum = worths.reduce((all, worth) => all + worth, 0)
  return worths.map((worth) => worth / sum)
}

function addImagined(item: number, log: number, imagined: number, { slope, curve }: Derivatives): void {
  const won = 1 / (1 + Math.exp(-log))
  slope[item]! += imagined * (1 - 2 * won)
  curve[item * slope.length + item]! += 2 * imagined * won * (1 - won)
}

/** The solution of a positive definite system, by Cholesky's square root. */
function solved(matrix: Float64Array, right: Float64Array): Float64Array {
  const n = right.length
  const root = Float64Array.from(matrix)
  const solution = Float64Array.from(right)
  for (let row = 0; row < n; row++)
    for (let column = 0; column <= row; column++) {
      let sum = root[row * n + column]!
      for (let k = 0; k < column; k++) sum -= root[row * n + k]! * root[column * n + k]!
      root[row * n + column] =
        row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / root[column * n + column]!
    }
  for (let row = 0; row < n; row++) {
    for (let k = 0; k < row; k++) solution[row]! -= root[row * n + k]! * solution[k]!
    solution[row]! /= root[row * n + row]!
  }
  for (let row = n - 1; row >= 0; row--) {
    for (let k = row + 1; k < n; k++) solution[row]! -= root[k * n + row]! * solution[k]!
    solution[row]! /= root[row * n + row]!
  }
  return solution
}
