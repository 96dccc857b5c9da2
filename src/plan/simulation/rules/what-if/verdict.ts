/** What a comparison says in one sentence: the plan, the queue that most people are in, and how sure that is. */
import type { Basis, ComparisonView } from '../../contract.ts'
import { isSure } from '../replications.ts'

export type Verdict = {
  readonly base: string
  readonly plan: string
  readonly queue: string
  /** Percentage points more that are answered in time than with the first plan. */
  readonly points: number
  readonly isSure: boolean
  /** Hours of people more, and money more. */
  readonly hours: number
  readonly cost: number
}

/**
 * Of each plan but the first. The queue is the largest of those that people wait in; letters only when there is no
 * other. A plan for which nothing can be told apart has points that are not sure.
 */
export function verdictsOf({ plans, differences }: ComparisonView, basis: Basis): readonly Verdict[] {
  const waited = basis.queues.filter(({ kind }) => kind !== 'tasks')
  const [largest] = (waited.length > 0 ? waited : basis.queues).toSorted(
    (one, other) => other.offered - one.offered,
  )
  if (!largest) return []
  return differences.map(({ name, queues, centre }) => {
    const level = queues.find(({ id }) => id === largest.id)?.figures.serviceLevel ?? null
    return {
      base: plans[0]!.name,
      plan: name,
      queue: largest.name,
      points: (level?.mean ?? 0) * 100,
      isSure: isSure(level),
      hours: centre.hours?.mean ?? 0,
      cost: centre.cost?.mean ?? 0,
    }
  })
}

/** The plan to speak of: the surest gain, or else the surest loss, or else the first. */
export function mainVerdict(verdicts: readonly Verdict[]): Verdict | undefined {
  const sure = verdicts.filter((verdict) => verdict.isSure)
  return (sure.length > 0 ? sure : verdicts).toSorted((one, other) => other.points - one.points)[0]
}
