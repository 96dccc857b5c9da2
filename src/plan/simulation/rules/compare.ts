/** Plans side by side: every figure with its interval, and what each plan changes against the first one. */

import type { Ledger } from '../../flow/rules/ledger.ts'
import type { CentreFigure, QueueFigure } from './figures.ts'
import type { NamedPlan } from './plans.ts'
import { withinPossible } from './possible-range.ts'
import {
  differenceOf,
  type Estimate,
  estimateOf,
  type PlanRuns,
  runPlan,
  type SlotMeans,
} from './replications.ts'

export type QueueResult = {
  readonly id: string
  readonly figures: Readonly<Record<QueueFigure, Estimate>>
  /** Share of the runs in which the target was met. */
  readonly targetMet: number
  readonly slots: SlotMeans
  /** Of all runs together. */
  readonly ledger: Ledger
}
export type PlanResult = {
  readonly name: string
  readonly queues: readonly QueueResult[]
  readonly centre: Readonly<Record<CentreFigure, Estimate>>
}
/** The plan's figures less those of the first plan, from runs that met the same customers. */
export type PlanDifference = {
  readonly name: string
  readonly queues: readonly {
    readonly id: string
    readonly figures: Readonly<Record<QueueFigure, Estimate>>
  }[]
  readonly centre: Readonly<Record<CentreFigure, Estimate>>
}
export type Comparison = {
  readonly plans: readonly PlanResult[]
  /** Of every plan but the first. */
  readonly differences: readonly PlanDifference[]
  readonly contacts: number
}

export type Comparing = {
  readonly seed: number
  readonly replications: number
  readonly progress?: (fraction: number) => void
}

export function comparePlans(
  plans: readonly NamedPlan[],
  { seed, replications, progress }: Comparing,
): Comparison {
  const runs = plans.map(({ scenario }, at) =>
    runPlan(scenario, {
      seed,
      replications,
      onRun: (done) => progress?.((at + done / replications) / plans.length),
    }),
  )
  return {
    plans: plans.map((plan, at) => resultOf(plan, runs[at]!)),
    differences: plans.slice(1).map(({ name }, at) => differenceFrom(name, runs[0]!, runs[at + 1]!)),
    contacts: runs.reduce((sum, { contacts }) => sum + contacts, 0),
  }
}

function resultOf({ name, scenario }: NamedPlan, { queues, centre }: PlanRuns): PlanResult {
  return {
    name,
    queues: queues.map(({ id, runs, slots, ledger }, at) => {
      const { share } = scenario.queues[at]!.target
      const known = runs.serviceLevel.filter((level) => !Number.isNaN(level))
      const targetMet = known.filter((level) => level >= share).length / known.length
      return { id, figures: mapped(runs, possible), targetMet, slots, ledger }
    }),
    centre: mapped(centre, possible),
  }
}

const possible = (runs: readonly number[], figure: QueueFigure | CentreFigure) =>
  withinPossible(estimateOf(runs), figure)

function differenceFrom(name: string, first: PlanRuns, second: PlanRuns): PlanDifference {
  return {
    name,
    queues: second.queues.flatMap(({ id, runs }) => {
      const before = first.queues.find((queue) => queue.id === id)
      if (!before) return []
      return [{ id, figures: mapped(runs, (own, figure) => differenceOf(before.runs[figure], own)) }]
    }),
    centre: mapped(second.centre, (own, figure) => differenceOf(first.centre[figure], own)),
  }
}

function mapped<Name extends string, To>(
  of: Readonly<Record<Name, readonly number[]>>,
  make: (runs: readonly number[], name: Name) => To,
): Record<Name, To> {
  const names = Object.keys(of) as Name[]
  return Object.fromEntries(names.map((name) => [name, make(of[name], name)])) as Record<Name, To>
}
