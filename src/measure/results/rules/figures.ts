/** A group of contacts — a participant, one of its channels, a class, a channel, all — and the figures about it. */
import { type Interval, middleOf } from '../../../kernel/statistics.ts'
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
  /** Resampled sums: one list per column, one number per copy. */
  readonly copies: readonly Float64Array[]
  /** Room for one figure in every copy, used again for each figure. */
  readonly room: Float64Array
}

export function emptyGroup(width: number, resamples: number): Group {
  return {
    n: 0,
    nAnswered: 0,
    nWithoutScore: 0,
    spreadKnown: false,
    sums: new Float64Array(width),
    areaN: new Array<number>((width - 3) / 2).fill(0),
    copies: Array.from({ length: width }, () => new Float64Array(resamples)),
    room: new Float64Array(resamples),
  }
}

/** Empties a group, so that its memory serves the next one. */
export function clearGroup(group: Group): void {
  Object.assign(group, { n: 0, nAnswered: 0, nWithoutScore: 0, spreadKnown: false })
  group.sums.fill(0)
  group.areaN.fill(0)
  for (const copies of group.copies) copies.fill(0)
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
  addEach(group.sums, part.sums)
  part.areaN.forEach((n, area) => {
    group.areaN[area]! += n
  })
  for (let at = 0; at < part.copies.length; at++) addEach(group.copies[at]!, part.copies[at]!)
}

function addEach(into: Float64Array, part: Float64Array): void {
  for (let at = 0; at < part.length; at++) into[at]! += part[at]!
}

/** A sum's column and that of the weight it is divided by. */
type Ratio = readonly [sum: number, weight: number]

const totalRatio: Ratio = [column.total, column.weight]
const answeredRatio: Ratio = [column.total, column.answeredWeight]

/** The group's total in the first `most` of its resampled copies. */
export function totalCopies(group: Group, most: number): Float64Array {
  return copiesOf(group, totalRatio, new Float64Array(most))
}

/** A figure in as many copies as there is room for; a copy without any weight has none and is left out. */
function copiesOf({ copies }: Group, [sum, weight]: Ratio, figures: Float64Array): Float64Array {
  const sums = copies[sum]!
  const weights = copies[weight]!
  let kept = 0
  for (let copy = 0; copy < sums.length && kept < figures.length; copy++) {
    if (weights[copy]! > 0) figures[kept++] = sums[copy]! / weights[copy]!
  }
  return figures.subarray(0, kept)
}

const figureOf = ({ sums }: Group, [sum, weight]: Ratio): number | null =>
  sums[weight]! > 0 ? sums[sum]! / sums[weight]! : null

/** The figures of M5.5 and M7.1 about one group. `level` is the intervals' coverage, such as 0.95. */
export function figuresOf(group: Group, areaIds: readonly string[], level: number): ScoreFigures {
  /** Percentile interval; null where it cannot be known: no draws, no weight, or one contact in each stratum. */
  const intervalOf = (ratio: Ratio): Interval | null => {
    if (!group.spreadKnown) return null
    const figures = copiesOf(group, ratio, group.room)
    if (figures.length === 0) return null
    return middleOf(figures, level)
  }
  const areas: Record<string, number> = {}
  const areaIntervals: Record<string, Interval> = {}
  const areaN: Record<string, number> = {}
  areaIds.forEach((id, area) => {
    const ratio: Ratio = [column.area(area), column.areaWeight(area)]
    const score = figureOf(group, ratio)
    if (score === null) return
    areas[id] = score
    areaN[id] = group.areaN[area]!
    const interval = intervalOf(ratio)
    if (interval) areaIntervals[id] = interval
  })
  return {
    n: group.n,
    nAnswered: group.nAnswered,
    nWithoutScore: group.nWithoutScore,
    totalResult: figureOf(group, totalRatio),
    interval: intervalOf(totalRatio),
    answeredScore: figureOf(group, answeredRatio),
    answeredInterval: intervalOf(answeredRatio),
    areas,
    areaIntervals,
    areaN,
  }
}
