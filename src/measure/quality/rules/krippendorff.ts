/**
 * Krippendorff's alpha: agreement between coders beyond chance, for any number of coders, with missing codings
 * (Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability"; Content Analysis, 4th ed., ch. 12).
 * α = 1 − observed ÷ expected disagreement over the pairs of codings of the same unit.
 */
import { type Random, randomInteger } from '../../../kernel/random.ts'
import { type Interval, middleOf } from '../../../kernel/statistics.ts'

export const metrics = ['nominal', 'ordinal', 'interval', 'ratio'] as const
export type Metric = (typeof metrics)[number]

/** The codings of one unit as numbers (for nominal ones any numbers); a coder that did not code it is left out. */
export type CodedUnit = readonly number[]

export type Alpha = {
  /** Units with two codings or more: the only ones that tell anything. */
  readonly units: number
  /** Null where there is nothing to compare, or only one value was ever used. */
  readonly alpha: number | null
}

/** Example: (1, 1), (1, 1), (2, 2), (2, 1) nominal → observed 0.25, expected 30 ÷ 56, α = 0.533. */
export function krippendorffAlpha(units: readonly CodedUnit[], metric: Metric): Alpha {
  const pairable = units.filter((unit) => unit.length >= 2)
  const values = [...new Set(pairable.flat())].sort((a, b) => a - b)
  const place = new Map(values.map((value, at) => [value, at]))
  const size = values.length
  const coincidences = new Float64Array(size * size)
  for (const unit of pairable) {
    for (const [at, one] of unit.entries()) {
      for (const [other, second] of unit.entries()) {
        if (at !== other) coincidences[place.get(one)! * size + place.get(second)!]! += 1 / (unit.length - 1)
      }
    }
  }
  return { units: pairable.length, alpha: alphaOf(coincidences, values, metric) }
}

function alphaOf(coincidences: Float64Array, values: readonly number[], metric: Metric): number | null {
  const size = values.length
  const totals = values.map((_, row) =>
    coincidences.subarray(row * size, row * size + size).reduce((sum, count) => sum + count, 0),
  )
  const all = totals.reduce((sum, count) => sum + count, 0)
  let [observed, expected] = [0, 0]
  for (let one = 0; one < size; one++) {
    for (let other = one + 1; other < size; other++) {
      const distance = squaredDistance(values, totals, [one, other], metric)
      observed += coincidences[one * size + other]! * distance
      expected += totals[one]! * totals[other]! * distance
    }
  }
  return expected === 0 ? null : 1 - ((all - 1) * observed) / expected
}

type Pair = readonly [one: number, other: number]

function squaredDistance(
  values: readonly number[],
  totals: readonly number[],
  [one, other]: Pair,
  metric: Metric,
): number {
  const [a, b] = [values[one]!, values[other]!]
  switch (metric) {
    case 'nominal':
      return 1
    case 'interval':
      return (a - b) ** 2
    case 'ratio':
      return ((a - b) / (a + b)) ** 2
    case 'ordinal': {
      let between = -(totals[one]! + totals[other]!) / 2
      for (let at = one; at <= other; at++) between += totals[at]!
      return between ** 2
    }
  }
}

/**
 * The middle `level` of alpha over units drawn anew; null where fewer than two units can be drawn or nearly every draw
 * has one value only. Units are what was sampled, so units are what is drawn.
 */
export function alphaInterval(
  units: readonly CodedUnit[],
  metric: Metric,
  { draws, level, random }: { readonly draws: number; readonly level: number; readonly random: Random },
): Interval | null {
  const pairable = units.filter((unit) => unit.length >= 2)
  if (pairable.length < 2) return null
  const alphas: number[] = []
  for (let draw = 0; draw < draws; draw++) {
    const drawn = pairable.map(() => pairable[randomInteger(random, pairable.length)]!)
    const { alpha } = krippendorffAlpha(drawn, metric)
    if (alpha !== null) alphas.push(alpha)
  }
  return alphas.length < draws / 2 ? null : middleOf(Float64Array.from(alphas), level)
}
