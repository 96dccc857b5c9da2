/**
 * Whether scores drift over the season. What is left of a score when participant, channel, observer and scenario are
 * taken out is followed week by week. Chances come from shuffling the same numbers over the same weeks (permutation
 * test; Fisher 1935), so the search for the best week to split at pays for itself; those of many observers are adjusted
 * together (Holm 1979).
 */
import { addDays, toEpochDay } from '../../../kernel/calendar.ts'
import { type Random, shuffled } from '../../../kernel/random.ts'
import { type Interval, studentQuantile } from '../../../kernel/statistics.ts'
import type { Season } from '../contract.ts'

export type Dated = { readonly week: number; readonly value: number }

const shuffles = 999
const weeksInMonth = 30.4375 / 7
const fewest = 10

export type Trend = { readonly slope: number; readonly interval: Interval | null; readonly p: number }

/** The slope of least squares in points a month; null with fewer than ten contacts or in one week only. */
export function trendOf(points: readonly Dated[], random: Random): Trend | null {
  const weeks = points.map(({ week }) => week)
  if (points.length < fewest || new Set(weeks).size < 3) return null
  const values = points.map(({ value }) => value)
  const middle = mean(weeks)
  const spread = weeks.reduce((sum, week) => sum + (week - middle) ** 2, 0)
  const slopeOf = (list: readonly number[]) =>
    list.reduce((sum, value, at) => sum + (weeks[at]! - middle) * value, 0) / spread
  const slope = slopeOf(values)
  const centre = mean(values)
  const left = values.reduce(
    (sum, value, at) => sum + (value - centre - slope * (weeks[at]! - middle)) ** 2,
    0,
  )
  const half = studentQuantile(0.975, points.length - 2) * Math.sqrt(left / (points.length - 2) / spread)
  return {
    slope: slope * weeksInMonth,
    interval: [(slope - half) * weeksInMonth, (slope + half) * weeksInMonth],
    p: chanceOf(Math.abs(slope), () => Math.abs(slopeOf(shuffled(values, random)))),
  }
}

/** How often a shuffled one is as extreme, the seen one counted in. */
function chanceOf(seen: number, draw: () => number): number {
  let count = 1
  for (let round = 0; round < shuffles; round++) if (draw() >= seen - 1e-12) count++
  return count / (shuffles + 1)
}

export type Change = { readonly week: number; readonly difference: number; readonly p: number }

/** The first week of the level that differs most from the one before; each side holds a tenth of the contacts. */
export function changeOf(points: readonly Dated[], random: Random): Change | null {
  const weeks = [...new Set(points.map(({ week }) => week))].sort((a, b) => a - b)
  const ordered = points.toSorted((a, b) => a.week - b.week)
  const least = Math.max(fewest / 2, ordered.length / 10)
  const splits = weeks
    .map((week) => ({ week, at: ordered.findIndex((point) => point.week >= week) }))
    .filter(({ at }) => at >= least && ordered.length - at >= least)
  if (splits.length === 0) return null
  const values = ordered.map(({ value }) => value)
  const best = (list: readonly number[]) => largestStep(list, splits)
  const seen = best(values)
  const p = chanceOf(Math.abs(seen.standardised), () => Math.abs(best(shuffled(values, random)).standardised))
  return { week: seen.week, difference: seen.difference, p }
}

type Split = { readonly week: number; readonly at: number }

function largestStep(values: readonly number[], splits: readonly Split[]) {
  const n = values.length
  const sums = [0]
  for (const value of values) sums.push(sums.at(-1)! + value)
  const all = sums[n]!
  let found = { week: splits[0]!.week, difference: 0, standardised: 0 }
  for (const { week, at } of splits) {
    const difference = (all - sums[at]!) / (n - at) - sums[at]! / at
    const standardised = difference * Math.sqrt((at * (n - at)) / n)
    if (Math.abs(standardised) > Math.abs(found.standardised)) found = { week, difference, standardised }
  }
  return found
}

/** Chances adjusted for how many there are. Example: 0.01, 0.04, 0.03 → 0.03, 0.06, 0.06. */
export function holm(chances: readonly number[]): number[] {
  const order = chances.map((_, at) => at).sort((a, b) => chances[a]! - chances[b]!)
  const adjusted = [...chances]
  let highest = 0
  order.forEach((at, place) => {
    highest = Math.max(highest, Math.min(1, chances[at]! * (chances.length - place)))
    adjusted[at] = highest
  })
  return adjusted
}

/** Week 1 is the one that the fieldwork begins in. */
export function weekOf(date: string, start: string): number {
  return Math.floor((toEpochDay(date) - toEpochDay(start)) / 7) + 1
}

export function seasonOf(points: readonly Dated[], start: string, random: Random): Season | null {
  const trend = trendOf(points, random)
  if (!trend) return null
  const change = changeOf(points, random)
  const from = (week: number) => addDays(start, (week - 1) * 7)
  const weeks = [...Map.groupBy(points, ({ week }) => week)].sort(([a], [b]) => a - b)
  return {
    weeks: weeks.map(([week, list]) => ({ week, from: from(week), ...meanOf(list) })),
    ...trend,
    change: change && { ...change, from: from(change.week) },
  }
}

function meanOf(list: readonly Dated[]) {
  const values = list.map(({ value }) => value)
  const centre = mean(values)
  const n = values.length
  if (n < 2) return { n, mean: centre, interval: null }
  const variance = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (n - 1)
  const half = studentQuantile(0.975, n - 1) * Math.sqrt(variance / n)
  return { n, mean: centre, interval: [centre - half, centre + half] as [number, number] }
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
