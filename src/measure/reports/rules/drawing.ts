/** Small drawings in the one chart grammar: a point with its interval, shares in bands, steps of a gap. */
import type { Axis, Mark, Tone } from '../contract.ts'

export type Domain = readonly [low: number, high: number]

/**
 * A round domain around some values, within limits: steps of 10, at least 30 wide.
 * Example: 63, 71.4 and 88 on 0–100 → 60–90.
 */
export function roundDomain(values: readonly number[], [least, most]: Domain): Domain {
  if (values.length === 0) return [least, most]
  let low = Math.max(least, Math.floor((Math.min(...values) - 1) / 10) * 10)
  let high = Math.min(most, Math.ceil((Math.max(...values) + 1) / 10) * 10)
  while (high - low < 30 && (high < most || low > least)) {
    if (high < most) high = Math.min(most, high + 10)
    else low = Math.max(least, low - 10)
  }
  return [low, high]
}

export const positionIn = ([low, high]: Domain, value: number): number =>
  Math.min(1, Math.max(0, (value - low) / (high - low)))

/** Marks at round places that cut the domain in `most` parts or fewer. */
export function axisOf(domain: Domain, write: (value: number) => string, most = 4): Axis {
  const [low, high] = domain
  const step = [5, 10, 20, 25, 50, 100].find((size) => (high - low) / size <= most) ?? high - low
  const first = Math.ceil(low / step) * step
  const places = Array.from({ length: Math.floor((high - first) / step) + 1 }, (_, at) => first + at * step)
  return places.map((value) => ({ at: positionIn(domain, value), label: write(value) }))
}

export type Estimate = {
  readonly value: number | null
  readonly interval?: readonly [number, number] | null | undefined
  readonly beside?: number | null | undefined
}

/** The interval under the point, and what it is compared with. Nothing where the figure cannot be known. */
export function estimateMarks({ value, interval, beside }: Estimate, domain: Domain): Mark[] {
  const marks: Mark[] = []
  if (interval)
    marks.push({ kind: 'span', from: positionIn(domain, interval[0]), to: positionIn(domain, interval[1]) })
  if (beside !== null && beside !== undefined) marks.push({ kind: 'tick', at: positionIn(domain, beside) })
  if (value !== null) marks.push({ kind: 'dot', at: positionIn(domain, value) })
  return marks
}

export type Part = { readonly count: number; readonly tone: Tone }

/** Bars beside each other that fill the width; a part wide enough for its figures carries its count. */
export function shareMarks(parts: readonly Part[]): Mark[] {
  const total = parts.reduce((sum, { count }) => sum + count, 0)
  let before = 0
  return parts.flatMap(({ count, tone }): Mark[] => {
    if (count === 0) return []
    const from = before / total
    before += count
    const to = before / total
    return [
      {
        kind: 'bar',
        from,
        to,
        tone,
        ...(to - from >= 0.03 + 0.03 * String(count).length ? { label: String(count) } : {}),
      },
    ]
  })
}

export type Step = { readonly value: number; readonly kind: 'level' | 'step' }

/**
 * Where each step of a gap begins and ends: a level is drawn from the domain's foot, a step from where the one
 * before ended. Example: level 70, +5, −2, level 73 → 0–70, 70–75, 75–73, 0–73.
 */
export function stepSpans(steps: readonly Step[], foot: number): readonly (readonly [number, number])[] {
  let at = foot
  return steps.map(({ value, kind }) => {
    if (kind === 'level') {
      at = value
      return [foot, value] as const
    }
    const from = at
    at += value
    return [from, at] as const
  })
}

export function stepMarks(steps: readonly Step[], domain: Domain): Mark[][] {
  return stepSpans(steps, domain[0]).map(([from, to], index) => {
    const tone = steps[index]!.kind === 'level' ? 'level' : to >= from ? 'gain' : 'loss'
    const ends = [positionIn(domain, Math.min(from, to)), positionIn(domain, Math.max(from, to))] as const
    return [{ kind: 'bar', from: ends[0], to: ends[1], tone }]
  })
}
