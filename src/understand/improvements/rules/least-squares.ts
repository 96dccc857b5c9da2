/**
 * Ordinary least squares with Newey and West's standard errors, which hold when neighbouring weeks are alike.
 * Newey & West 1987, Econometrica 55:703; the bandwidth S = 1.3 √T and critical values for it ("fixed b"):
 * Lazarus, Lewis, Stock & Watson 2018, J. Business & Economic Statistics 36:541, and Kiefer & Vogelsang 2005,
 * Econometric Theory 21:1130. With the usual small bandwidth a normal interval is too short in short series.
 */

export type Fit = {
  readonly coefficients: readonly number[]
  readonly residuals: readonly number[]
  /** Newey–West covariance of the coefficients. */
  readonly covariance: readonly (readonly number[])[]
  readonly bandwidth: number
}

/**
 * @param rows one row of regressors for each observation, with 1 for the intercept, in order of time
 * @param times the place of each observation on the clock: left-out weeks are gaps, not neighbours
 * @throws RangeError when the regressors are not independent, or there are no more observations than they
 */
export function leastSquares(
  rows: readonly (readonly number[])[],
  y: readonly number[],
  { times = y.map((_, at) => at), bandwidth = Math.ceil(1.3 * Math.sqrt(y.length)) } = {},
): Fit {
  const columns = rows[0]?.length ?? 0
  if (rows.length <= columns) throw new RangeError('more regressors than observations')
  const inverse = invert(products(rows))
  const coefficients = inverse.map((row) => rows.reduce((sum, x, at) => sum + dot(row, x) * y[at]!, 0))
  const residuals = rows.map((x, at) => y[at]! - dot(x, coefficients))
  const middle = scoresOverTime({ rows, residuals, times, bandwidth })
  const small = rows.length / (rows.length - columns)
  const covariance = multiply(multiply(inverse, middle), inverse).map((row) => row.map((v) => v * small))
  return { coefficients, residuals, covariance, bandwidth }
}

/**
 * The 97.5 % critical value of a t statistic with Bartlett weights at bandwidth share b (Kiefer & Vogelsang 2005,
 * table 1). Example: 1.96 at b = 0, and 2.57 at b = 0.2.
 */
export function fixedBCritical(b: number): number {
  return 1.96 + 2.9694 * b + 0.416 * b ** 2 - 0.5324 * b ** 3
}

type Scores = {
  readonly rows: readonly (readonly number[])[]
  readonly residuals: readonly number[]
  readonly times: readonly number[]
  readonly bandwidth: number
}

function scoresOverTime({ rows, residuals, times, bandwidth }: Scores): number[][] {
  const size = rows[0]!.length
  const sum = Array.from({ length: size }, () => Array.from({ length: size }, () => 0))
  for (let one = 0; one < rows.length; one++) {
    for (let other = one; other < rows.length; other++) {
      const lag = times[other]! - times[one]!
      if (lag >= bandwidth) break
      const weight = (1 - lag / bandwidth) * residuals[one]! * residuals[other]!
      for (let a = 0; a < size; a++) {
        for (let b = 0; b < size; b++) {
          const forward = rows[one]![a]! * rows[other]![b]!
          const back = one === other ? 0 : rows[other]![a]! * rows[one]![b]!
          sum[a]![b]! += weight * (forward + back)
        }
      }
    }
  }
  return sum
}

export const dot = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, at) => sum + value * b[at]!, 0)

function products(rows: readonly (readonly number[])[]): number[][] {
  const size = rows[0]!.length
  return Array.from({ length: size }, (_, a) =>
    Array.from({ length: size }, (_, b) => rows.reduce((sum, row) => sum + row[a]! * row[b]!, 0)),
  )
}

const multiply = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] =>
  a.map((row) => b[0]!.map((_, column) => row.reduce((sum, value, at) => sum + value * b[at]![column]!, 0)))

/** Gauss–Jordan with the largest pivot. */
function invert(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length
  const work = matrix.map((row, at) => [...row, ...row.map((_, column) => (column === at ? 1 : 0))])
  const largest = Math.max(...matrix.flat().map(Math.abs))
  for (let column = 0; column < size; column++) {
    let pivot = column
    for (let row = column + 1; row < size; row++)
      if (Math.abs(work[row]![column]!) > Math.abs(work[pivot]![column]!)) pivot = row
    if (Math.abs(work[pivot]![column]!) < 1e-10 * largest)
      throw new RangeError('regressors are not independent')
    const taken = work[pivot]!
    work[pivot] = work[column]!
    work[column] = taken.map((value) => value / taken[column]!)
    for (let row = 0; row < size; row++) {
      if (row === column) continue
      const factor = work[row]![column]!
      work[row] = work[row]!.map((value, at) => value - factor * work[column]![at]!)
    }
  }
  return work.map((row) => row.slice(size))
}
