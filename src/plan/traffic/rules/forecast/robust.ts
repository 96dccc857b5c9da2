/** Figures that one odd value does not move. */

export function median(values: ArrayLike<number>): number {
  if (values.length === 0) return Number.NaN
  const sorted = Float64Array.from(values).sort()
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

export const medianSize = (values: ArrayLike<number>): number =>
  median(Float64Array.from(values, (value) => Math.abs(value)))

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), high)
