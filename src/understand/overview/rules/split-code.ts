/**
 * What a reason code without text stands for (U1.2): its contacts spread over topics, estimated from records with
 * text, each share with an interval. Two ways: records that carry both the code and a text; where they are too few,
 * how the code's daily count follows the topics' daily counts in channels with text.
 */

import type { Random } from '../../../kernel/random.ts'
import { type Interval, wilsonInterval } from '../../../kernel/statistics.ts'

export type CodeShare = { readonly topicId: string; readonly share: number; readonly interval: Interval }

export type CodeSplit = {
  /** `records`: counted in records with both. `days`: followed from day to day. */
  readonly way: 'records' | 'days'
  /** Records with both, or days. */
  readonly n: number
  /** The largest first; they sum to 1. */
  readonly shares: readonly CodeShare[]
}

/** Fewer records with both a code and a text than this are too few. */
export const fewestNoted = 30

/**
 * From records with both: the share of each topic, Wilson's interval.
 *
 * @example splitByRecords(new Map([['a', 60], ['b', 20]])) // a 0.75 (0.645–0.832), b 0.25
 */
export function splitByRecords(noted: ReadonlyMap<string, number>): CodeSplit {
  const n = [...noted.values()].reduce((sum, count) => sum + count, 0)
  const shares = [...noted].map(([topicId, count]) => ({
    topicId,
    share: count / n,
    interval: wilsonInterval(count / n, n, 0.95),
  }))
  return { way: 'records', n, shares: inOrder(shares) }
}

export type DailyCounts = {
  /** Contacts under the code on each day. */
  readonly code: readonly number[]
  /** Contacts with text about each topic on the same days. */
  readonly topics: ReadonlyMap<string, readonly number[]>
}

/**
 * From day to day: code count ~ Poisson(Σ βₖ · topic countₖ) with β ≥ 0, fitted by expectation–maximisation (Shepp &
 * Vardi 1982, the same update as Richardson–Lucy), which keeps the fitted total equal to the counted. Shares are the parts βₖ Σ topic countₖ
 * of that total. Interval: the middle 95 percent of 100 refits on whole weeks drawn with replacement.
 */
export function splitByDays(counts: DailyCounts, random: Random): CodeSplit {
  const topicIds = [...counts.topics.keys()].filter((id) => counts.topics.get(id)!.some((count) => count > 0))
  const days = counts.code.map((_, day) => day)
  const beta = multipliersOver(counts, topicIds, { days, rounds: 400 })
  const fitted = sharesOver(counts, topicIds, { days, beta })
  const refits = Array.from({ length: 100 }, () => {
    const drawn = drawWeeks(days.length, random)
    const again = multipliersOver(counts, topicIds, { days: drawn, rounds: 60, start: beta })
    return sharesOver(counts, topicIds, { days: drawn, beta: again })
  })
  const shares = topicIds.map((topicId, at) => {
    const drawn = refits.map((refit) => refit[at]!).sort((a, b) => a - b)
    return { topicId, share: fitted[at]!, interval: [drawn[2]!, drawn[97]!] as Interval }
  })
  return { way: 'days', n: days.length, shares: inOrder(shares.filter(({ share }) => share > 0.005)) }
}

type Fitting = { readonly days: readonly number[]; readonly rounds: number; readonly start?: Float64Array }

/** Code contacts for each contact with text about a topic, in the order of `topicIds`. */
function multipliersOver(
  { code, topics }: DailyCounts,
  topicIds: readonly string[],
  { days, rounds, start }: Fitting,
): Float64Array {
  const series = topicIds.map((id) => days.map((day) => topics.get(id)![day]!))
  const sums = series.map((counts) => counts.reduce((sum, count) => sum + count, 0))
  const total = days.reduce((sum, day) => sum + code[day]!, 0)
  const seen = sums.reduce((sum, each) => sum + each, 0)
  const beta = Float64Array.from(start ?? sums.map(() => (seen > 0 ? total / seen : 0)))
  for (let round = 0; round < rounds; round++) {
    const ratio = days.map((day, at) => {
      const expected = series.reduce((sum, counts, topic) => sum + beta[topic]! * counts[at]!, 0)
      return expected === 0 ? 0 : code[day]! / expected
    })
    for (const [topic, counts] of series.entries()) {
      if (sums[topic] === 0) continue
      beta[topic]! *= counts.reduce((sum, count, at) => sum + count * ratio[at]!, 0) / sums[topic]!
    }
  }
  return beta
}

function sharesOver(
  { topics }: DailyCounts,
  topicIds: readonly string[],
  { days, beta }: { readonly days: readonly number[]; readonly beta: Float64Array },
): readonly number[] {
  const parts = topicIds.map(
    (id, at) => beta[at]! * days.reduce((sum, day) => sum + topics.get(id)![day]!, 0),
  )
  const whole = parts.reduce((sum, part) => sum + part, 0)
  return parts.map((part) => (whole === 0 ? 0 : part / whole))
}

function drawWeeks(length: number, random: Random): readonly number[] {
  const weeks = Math.max(1, Math.floor(length / 7))
  return Array.from({ length: weeks }, () => Math.floor(random() * weeks)).flatMap((week) =>
    Array.from({ length: 7 }, (_, day) => Math.min(length - 1, week * 7 + day)),
  )
}

/** Made to sum to exactly 1, the largest first. */
function inOrder(shares: readonly CodeShare[]): readonly CodeShare[] {
  const sum = shares.reduce((total, { share }) => total + share, 0)
  return shares
    .filter(({ share }) => share > 0)
    .map((each) => ({ ...each, share: each.share / sum }))
    .sort((a, b) => b.share - a.share || (a.topicId < b.topicId ? -1 : 1))
}
