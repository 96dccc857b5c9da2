/**
 * Value and failure demand (Seddon 2003): contact that the service exists for, and contact caused by something not
 * done, or done wrong. Judged on records drawn by lot, each coded blind by two people.
 */
import { type Interval, wilsonInterval } from '../../../kernel/statistics.ts'
import { cohenKappa, type Kappa } from './kappa.ts'

export const demandCodes = ['value', 'failure', 'unclear'] as const
export type DemandCode = (typeof demandCodes)[number]

/** One drawn record: what each coder said, in a fixed order of people. */
export type CodedItem = { readonly topics: readonly string[]; readonly codes: readonly DemandCode[] }

export type FailureShare = {
  /** Records that at least one person could judge. */
  readonly n: number
  readonly share: number
  /** Wilson, 95 %. */
  readonly interval: Interval
}

/**
 * The share of failure demand: each record counts with the share of its judgements that say failure, so that a
 * record on which two disagree is half of each. "Unclear" is no judgement. Null when nothing has been judged.
 *
 * @example two say failure, two say value, and one pair disagrees: 1.5 of 3
 */
export function failureShare(items: readonly CodedItem[]): FailureShare | null {
  const judged = items
    .map(({ codes }) => codes.filter((code) => code !== 'unclear'))
    .filter((codes) => codes.length > 0)
  if (judged.length === 0) return null
  const failures = judged.reduce(
    (sum, codes) => sum + codes.filter((code) => code === 'failure').length / codes.length,
    0,
  )
  const share = failures / judged.length
  return { n: judged.length, share, interval: wilsonInterval(share, judged.length, 0.95) }
}

/** Agreement of the first two who coded each record, over records with two codes. */
export function demandAgreement(items: readonly CodedItem[]): Kappa {
  const table = demandCodes.map(() => demandCodes.map(() => 0))
  for (const { codes } of items) {
    const [first, second] = codes
    if (first !== undefined && second !== undefined)
      table[demandCodes.indexOf(first)]![demandCodes.indexOf(second)]! += 1
  }
  return cohenKappa(table)
}

/** By topic; a record with two topics counts in both. */
export function failureByTopic(items: readonly CodedItem[]): ReadonlyMap<string, FailureShare> {
  const topics = new Set(items.flatMap((item) => item.topics))
  return new Map(
    [...topics].flatMap((topic) => {
      const share = failureShare(items.filter((item) => item.topics.includes(topic)))
      return share === null ? [] : [[topic, share] as const]
    }),
  )
}
