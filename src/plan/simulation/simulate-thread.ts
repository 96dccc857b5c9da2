import type { ThreadContext } from '../../platform/jobs/index.ts'
import { type Comparison, comparePlans } from './rules/compare.ts'
import type { NamedPlan } from './rules/plans.ts'

type Input = {
  readonly plans: readonly NamedPlan[]
  readonly seed: number
  readonly replications: number
}

export function run({ plans, seed, replications }: Input, { progress }: ThreadContext): Comparison {
  return comparePlans(plans, { seed, replications, progress: (fraction) => progress(fraction) })
}
