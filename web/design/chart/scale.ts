/** Axes with round figures, shared by every chart that is drawn without a chart library. */
export type Domain = { readonly low: number; readonly high: number; readonly ticks: readonly number[] }

/** Steps of 1, 2 or 5 times a power of ten, so that about `wanted` of them cover the span. */
function niceStep(span: number, wanted: number): number {
  const rough = span / wanted
  const power = 10 ** Math.floor(Math.log10(rough))
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * 0.999) ?? 10
  return factor * power
}

/**
 * The smallest round axis that holds all values, within `limits` when the scale has an end (a score ends at 100).
 *
 * @example niceDomain([51.2, 93.1], { limits: [0, 100] }) // { low: 50, high: 100, ticks: [50, 60, 70, 80, 90, 100] }
 */
export function niceDomain(
  values: readonly number[],
  options: { readonly limits?: readonly [number, number]; readonly wanted?: number } = {},
): Domain {
  const [least, most] = [Math.min(...values), Math.max(...values)]
  if (!Number.isFinite(least)) return { low: 0, high: 1, ticks: [0, 1] }
  const step = niceStep(Math.max(most - least, Math.abs(most) * 1e-6, 1e-6), options.wanted ?? 5)
  const [bottom, top] = options.limits ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
  const low = Math.max(bottom, Math.floor(least / step) * step)
  const high = Math.min(top, Math.max(Math.ceil(most / step) * step, low + step))
  const count = Math.round((high - low) / step)
  const ticks = Array.from({ length: count + 1 }, (_, at) => Number((low + at * step).toPrecision(12)))
  return { low, high, ticks }
}

/** Where a value stands on the axis, in percent from the left; values outside stand at the edge. */
export function percentAlong(value: number, { low, high }: Pick<Domain, 'low' | 'high'>): number {
  return Math.min(100, Math.max(0, ((value - low) / (high - low)) * 100))
}
