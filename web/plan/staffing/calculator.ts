/** What the calculator is asked, kept in the address, and what it answers. */
import { agentsNeeded } from '../../../src/plan/staffing/rules/agents-needed.ts'
import type { QueueFigures } from '../../../src/plan/staffing/rules/erlang/figures.ts'
import { type CallGroup, offeredLoad, solveErlang } from '../../../src/plan/staffing/rules/erlang/solve.ts'
import type { Search } from '../../search.ts'

export const asked = ['calls', 'minutes', 'handle', 'patience', 'share', 'within', 'abandon'] as const
export type Asked = (typeof asked)[number]
export type Question = Readonly<Record<Asked, number | null>>

/** Seconds; shares in per cent; null is not asked for, and for patience that everybody waits. */
const usual: Question = {
  calls: 100,
  minutes: 30,
  handle: 180,
  patience: 180,
  share: 80,
  within: 20,
  abandon: 5,
}
export const limits: Readonly<Record<Asked, readonly [number, number]>> = {
  calls: [0, 100_000],
  minutes: [1, 1440],
  handle: [1, 36_000],
  patience: [1, 86_400],
  share: [1, 99.9],
  within: [0, 86_400],
  abandon: [0.1, 99],
}
const canBeEmpty: readonly Asked[] = ['patience', 'abandon']

/** @example questionOf({ calls: '200', patience: '-' }) // 200 calls, everybody waits, the rest as usual */
export function questionOf(search: Search): Question {
  return Object.fromEntries(
    asked.map((name) => {
      const text = search[name]
      if (text === '-' && canBeEmpty.includes(name)) return [name, null]
      const number = Number(text)
      const [least, most] = limits[name]
      return [name, text !== undefined && number >= least && number <= most ? number : usual[name]]
    }),
  ) as Question
}

/** What differs from the usual. */
export function searchOf(question: Question): Record<string, string> {
  return Object.fromEntries(
    asked.flatMap((name) => {
      const value = question[name]
      return value === usual[name] ? [] : [[name, value === null ? '-' : String(value)]]
    }),
  )
}

export type CalculatorRow = { readonly agents: number; readonly figures: QueueFigures }
export type Calculated = {
  readonly load: number
  /** Null for a target that no number of agents reaches. */
  readonly needed: number | null
  readonly rows: readonly CalculatorRow[]
  /** The same with nobody and with everybody waiting, at the needed. */
  readonly blocked: QueueFigures
  readonly endless: QueueFigures
}

const around = 5

/** @example calculate(questionOf({ patience: '300' })).needed // 13 */
export function calculate(question: Question): Calculated {
  const { calls, minutes, handle, patience, share, within, abandon } = question
  const group: CallGroup = {
    callsPerSecond: calls! / (minutes! * 60),
    handleSeconds: handle!,
    patienceSeconds: patience,
    withinSeconds: within!,
  }
  const load = offeredLoad(group)
  const target = {
    serviceLevel: { share: share! / 100, withinSeconds: within!, convention: 'ofOffered' as const },
    maxMeanWaitSeconds: null,
    maxAbandon: abandon === null || patience === null ? null : abandon / 100,
    maxOccupancy: null,
  }
  const needed = reached(() => agentsNeeded((agents) => solveErlang(group, agents), load, target).agents)
  const middle = needed ?? Math.ceil(load)
  const first = Math.max(0, middle - around)
  const rows = Array.from({ length: 2 * around + 1 }, (_, at) => {
    const agents = first + at
    return { agents, figures: solveErlang(group, agents) }
  })
  return {
    load,
    needed,
    rows,
    blocked: solveErlang({ ...group, patienceSeconds: 0 }, middle),
    endless: solveErlang({ ...group, patienceSeconds: null }, middle),
  }
}

function reached(search: () => number): number | null {
  try {
    return search()
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
