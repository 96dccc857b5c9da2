/** A group of contacts — a participant, one of its channels, a class, a channel, all — and the figures about it. */
import { type Interval, quantileInPlace } from '../../../kernel/statistics.ts'
import type { ScoreFigures } from '../contract.ts'
import { column, type Stratum } from './score-table.ts'

export type Group = {
  n: number
  nAnswered: number
  nWithoutScore: number
  /** Whether any stratum held two contacts or more, without which no spread can be known. */
  spreadKnown: boolean
  readonly sums: Float64Array
  readonly areaN: number[]
  /** Resampled sums, copy after copy. */
  readonly copies: Float64Array
}

export function emptyGroup(width: number, resamples: number): Group {
  return {
    n: 0,
    nAnswered: 0,
    nWithoutScore: 0,
    spreadKnown: false,
    sums: new Float64Array(width),
    areaN: new Array<number>((width - 3) / 2).fill(0),
    copies: new Float64Array(width * resamples),
  }
}

/** Empties a group, so that its memory serves the next one. */
export function clearGroup(group: Group): void {
  Object.assign(group, { n: 0, nAnswered: 0, nWithoutScore: 0, spreadKnown: false })
  group.sums.fill(0)
  group.areaN.fill(0)
  group.copies.fill(0)
}

/** Adds a stratum's counts and exact sums; its resampled sums are drawn apart. */
export function addStratum(group: Group, stratum: Stratum, rows: Float64Array): void {
  const width = group.sums.length
  group.n += stratum.n
  group.nAnswered += stratum.nAnswered
  group.nWithoutScore += stratum.nWithoutScore
  group.spreadKnown ||= stratum.n > 1
  for (let start = 0; start < rows.length; start += width) {
    for (let offset = 0; offset < width; offset++) group.sums[offset]! += rows[start + offset]!
    for (let area = 0; area < group.areaN.length; area++) {
      if (rows[start + column.areaWeight(area)]! > 0) group.areaN[area]!++
    }
  }
}

export function addGroup(group: Group, part: Group): void {
  group.n += part.n
  group.nAnswered += part.nAnswered
  group.nWithoutScore += part.nWithoutScore
  group.spreadKnown ||= part.spreadKnown
  for (let offset = 0; offset < part.sums.length; offset++) group.sums[offset]! += part.sums[offset]!
  for (let area = 0; area < part.areaN.length; area++) group.areaN[area]! += part.areaN[area]!
  for (let at = 0; at < part.copies.length; at++) group.copies[at]! += part.copies[at]!
}

const ratio = (sum: number, weight: number): number | null => (weight > 0 ? sum / weight : null)

/** The figure of two columns in every resampled copy; a copy without any weight has none and is left out. */
export function copiesOf({ copies, sums }: Group, sum: number, weight: number): Float64Array {
  const width = sums.length
  const figures = new Float64Array(copies.length / width)
  let kept = 0
  for (let at = 0; at < copies.length; at += width) {
    if (copies[at + weight]! > 0) figures[kept++] = copies[at + sum]! / copies[at + weight]!
  }
  return figures.subarray(0, kept)
}

/** Percentile interval; null where it cannot be known: no draws, no weight, or one contact in each stratum. */
function intervalOf(group: Group, columns: readonly [number, number], level: number): Interval | null {
  if (!group.spreadKnown || !(group.sums[columns[1]]! > 0)) return null
  const figures = copiesOf(group, ...columns)
  if (figures.length === 0) return null
  return [quantileInPlace(figures, (1 - level) / 2), quantileInPlace(figures, (1 + level) / 2)]
}

/** The figures of M5.5 and M7.1 about one group. `level` is the intervals' coverage, such as 0.95. */
export function figuresOf(group: Group, areaIds: readonly string[], level: number): ScoreFigures {
  const { sums } = group
  const areas: Record<string, number> = {}
  const areaIntervals: Record<string, Interval> = {}
  const areaN: Record<string, number> = {}
  areaIds.forEach((id, area) => {
    const columns = [column.area(area), column.areaWeight(area)] as const
    const score = ratio(sums[columns[0]]!, sums[columns[1]]!)
    if (score === null) return
    areas[id] = score
    areaN[id] = group.areaN[area]!
    const interval = intervalOf(group, columns, level)
    if (interval) areaIntervals[id] = interval
  })
  return {
    n: group.n,
    nAnswered: group.nAnswered,
    nWithoutScore: group.nWithoutScore,
    totalResult: ratio(sums[column.total]!, sums[column.weight]!),
    interval: intervalOf(group, [column.total, column.weight], level),
    answeredScore: ratio(sums[column.total]!, sums[column.answeredWeight]!),
    answeredInterval: intervalOf(group, [column.total, column.answeredWeight], level),
    areas,
    areaIntervals,
    areaN,
  }
}
