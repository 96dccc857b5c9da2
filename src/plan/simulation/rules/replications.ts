/**
 * Many runs of one plan, and what they say together: a mean with its 95 % interval over runs (Student's t, the method
 * of independent replications; Law 2015, ch. 9). Two plans are run with the same seeds, and the interval of their
 * difference is that of the paired differences.
 */
import { studentQuantile } from '../../../kernel/statistics.ts'
import { addLedgers, type Ledger } from '../../flow/rules/ledger.ts'
import { compile } from './compile.ts'
import { keyAfter } from './engine/chance.ts'
import { runOnce } from './engine/run-once.ts'
import {
  type CentreFigure,
  type CentreFigures,
  figuresOf,
  type QueueFigure,
  type QueueFigures,
} from './figures.ts'
import type { Scenario } from './scenario.ts'

/** Changes with every change of the engine or of the figures: kept results say by which they were made. */
export const simulationVersion = '2'

/** null where no run had anybody to measure. Without an interval after a single run. */
export type Estimate = {
  readonly mean: number
  readonly lo: number | null
  readonly hi: number | null
} | null

export type PlanRuns = {
  readonly queues: readonly {
    readonly id: string
    readonly runs: Readonly<Record<QueueFigure, readonly number[]>>
    readonly slots: SlotMeans
    readonly ledger: Ledger
  }[]
  readonly centre: Readonly<Record<CentreFigure, readonly number[]>>
  readonly contacts: number
}
/** Of the interval, over all runs. */
export type SlotMeans = {
  readonly offered: readonly number[]
  readonly serviceLevel: readonly (number | null)[]
  readonly meanWait: readonly (number | null)[]
  readonly abandonShare: readonly (number | null)[]
}

export type Runs = {
  readonly seed: number
  readonly replications: number
  readonly onRun?: (done: number) => void
}

export function runPlan(scenario: Scenario, { seed, replications, onRun }: Runs): PlanRuns {
  const program = compile(scenario)
  const all = Array.from({ length: replications }, (_, number) => {
    const run = runOnce(program, keyAfter(seed, number))
    onRun?.(number + 1)
    return { ...figuresOf(run, program, scenario), contacts: run.contacts.size }
  })
  return {
    contacts: all.reduce((sum, { contacts }) => sum + contacts, 0),
    queues: scenario.queues.map(({ id }, queue) => ({
      id,
      runs: columns<QueueFigures>(all.map(({ queues }) => queues[queue]!)),
      slots: slotMeans(all.map(({ slots }) => slots[queue]!)),
      ledger: addLedgers(all.map(({ ledgers }) => ledgers[queue]!)),
    })),
    centre: columns<CentreFigures>(all.map(({ centre }) => centre)),
  }
}

function columns<Row extends Readonly<Record<string, number>>>(
  rows: readonly Row[],
): Record<keyof Row, number[]> {
  const names = Object.keys(rows[0]!) as (keyof Row)[]
  return Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name] as number)])) as Record<
    keyof Row,
    number[]
  >
}

type Sums = ReturnType<typeof figuresOf>['slots'][number]

function slotMeans(all: readonly Sums[]): SlotMeans {
  const total = (of: keyof Sums) =>
    all[0]![of].map((_, slot) => all.reduce((sum, own) => sum + own[of][slot]!, 0))
  const offered = total('offered')
  const per = (of: keyof Sums) =>
    [...total(of)].map((sum, slot) => (offered[slot] === 0 ? null : sum / offered[slot]!))
  return {
    offered: [...offered].map((sum) => sum / all.length),
    serviceLevel: per('within'),
    meanWait: per('wait'),
    abandonShare: per('gaveUp'),
  }
}

/**
 * Mean and 95 % interval; runs without anybody to measure are left out.
 *
 * @example estimateOf([1, 2, 3]) // { mean: 2, lo: −0.48, hi: 4.48 }
 */
export function estimateOf(runs: readonly number[]): Estimate {
  const known = runs.filter((value) => !Number.isNaN(value))
  const n = known.length
  if (n === 0) return null
  const mean = known.reduce((sum, value) => sum + value, 0) / n
  if (n === 1) return { mean, lo: null, hi: null }
  const variance = known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1)
  const half = studentQuantile(0.975, n - 1) * Math.sqrt(variance / n)
  return { mean, lo: mean - half, hi: mean + half }
}

/** Of the second less the first, run by run. */
export function differenceOf(first: readonly number[], second: readonly number[]): Estimate {
  return estimateOf(second.map((value, run) => value - first[run]!))
}

/** Whether the interval leaves zero out. */
export function isSure(difference: Estimate): boolean {
  return difference?.lo != null && difference.hi != null && (difference.lo > 0 || difference.hi < 0)
}
