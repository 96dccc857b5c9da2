/**
 * How much surer or less sure a day is when something is expected to change its contacts: the spread of a product of
 * two independent factors with mean 1, (1 + c₁²)(1 + c₂²) − 1 squared (Goodman 1960, On the exact variance of products,
 * Journal of the American Statistical Association 55:708).
 */
type Factor = { readonly mean: number; readonly low: number; readonly high: number }

/**
 * @param cv of the day, without what is expected
 * @param factor what is expected, with its 95 % interval
 *
 * @example cv 0.10 and a factor of 0.9, from 0.8 to 1: its own cv is 0.0567, together 0.1151
 */
export function spreadWith(cv: number, { mean, low, high }: Factor): number {
  if (!(mean > 0) || high <= low) return cv
  const own = (high - low) / (2 * 1.959963984540054) / mean
  return Math.sqrt((1 + cv * cv) * (1 + own * own) - 1)
}
