/** What a change of shifts does: the week before and after it, told as the difference. */
import { serviceLevel } from '../../staffing/rules/erlang/figures.ts'
import { type Demand, figuresWith } from '../../staffing/rules/requirement.ts'
import { missChance } from '../../staffing/rules/risk/risk.ts'
import type { WeekQueue } from '../week/contract.ts'
import type { RuleFinding } from './check-plan.ts'
import type { Answering, BrokenWish, Judge, JudgedWeek } from './judged-week.ts'
import { quarterMinutes, quarterOf, quartersOf } from './quarter-grid.ts'
import type { Minute } from './types.ts'

export type Change<Value> = { readonly before: Value; readonly after: Value }

export type ChangedInterval = {
  readonly queueId: string
  readonly from: Minute
  readonly to: Minute
  /** People on, a mean over the interval. */
  readonly on: Change<number>
  readonly needed: number
  /** Null for tasks, which may wait, and where nothing is expected. */
  readonly answering: Change<Answering> | null
}

export type Consequence = {
  /** Quarters of a queue in which somebody is missing. */
  readonly shortQuarters: Change<number>
  /** People's minutes that are missing. */
  readonly shortMinutes: Change<number>
  /** Those in which the number of people changes. */
  readonly intervals: readonly ChangedInterval[]
  readonly breached: readonly RuleFinding[]
  readonly mended: readonly RuleFinding[]
  readonly workedMinutes: Change<number>
  readonly overtimeMinutes: Change<number>
  readonly wishesBroken: readonly BrokenWish[]
  readonly wishesGranted: readonly BrokenWish[]
}

/** @example consequenceOf(judge, before, judgedWeek(judge, changed, before)).shortQuarters // { before: 12, after: 9 } */
export function consequenceOf(judge: Judge, before: JudgedWeek, after: JudgedWeek): Consequence {
  const changed = changedPeople(before, after)
  const findings = changed.map((id) => pairedFindings(findingsIn(before, id), findingsIn(after, id)))
  const change = <Value>(read: (week: JudgedWeek) => Value): Change<Value> => ({
    before: read(before),
    after: read(after),
  })
  return {
    shortQuarters: change((week) => shortOf(judge, week).quarters),
    shortMinutes: change((week) => shortOf(judge, week).minutes),
    intervals: judge.given.queues.flatMap((queue, at) =>
      changedIntervals(judge, queue, { at, before, after }),
    ),
    breached: findings.flatMap(({ breached }) => breached),
    mended: findings.flatMap(({ mended }) => mended),
    workedMinutes: change((week) => sumOf(week, 'workedMinutes')),
    overtimeMinutes: change((week) => sumOf(week, 'overtimeMinutes')),
    wishesBroken: changed.flatMap((id) => newWishes(id, before, after)),
    wishesGranted: changed.flatMap((id) => newWishes(id, after, before)),
  }
}

function changedPeople(before: JudgedWeek, after: JudgedWeek): string[] {
  return [...after.people.keys()].filter((id) => before.people.get(id) !== after.people.get(id))
}

const findingsIn = ({ people }: JudgedWeek, agentId: string) => people.get(agentId)?.findings ?? []

const sumOf = ({ people }: JudgedWeek, what: 'workedMinutes' | 'overtimeMinutes'): number =>
  [...people.values()].reduce((sum, person) => sum + person[what], 0)

function newWishes(agentId: string, before: JudgedWeek, after: JudgedWeek): BrokenWish[] {
  const known = before.people.get(agentId)?.wishes ?? []
  const now = after.people.get(agentId)?.wishes ?? []
  return now.filter((wish) => !known.includes(wish)).map((wish) => ({ agentId, wish }))
}

/**
 * A limit that is passed before and after, by the same shifts or at the same time, is the same breach though its figures
 * may differ; what is left over is new, or mended.
 */
export function pairedFindings(
  before: readonly RuleFinding[],
  after: readonly RuleFinding[],
): { readonly breached: readonly RuleFinding[]; readonly mended: readonly RuleFinding[] } {
  const left = [...before]
  const breached = after.filter((finding) => {
    const at = left.findIndex((other) => isSameBreach(other, finding))
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return { breached, mended: left }
}

function isSameBreach(one: RuleFinding, other: RuleFinding): boolean {
  if (one.rule !== other.rule) return false
  return one.from === other.from || one.shiftIds.some((id) => other.shiftIds.includes(id))
}

export function shortOf(
  { grid }: Judge,
  { on }: JudgedWeek,
): { readonly quarters: number; readonly minutes: number } {
  let [quarters, people] = [0, 0]
  grid.queues.forEach(({ need }, queue) => {
    const row = on[queue]!
    for (let at = 0; at < row.length; at++) {
      const missing = need[at]! - row[at]!
      if (missing <= 0) continue
      quarters += 1
      people += missing
    }
  })
  return { quarters, minutes: people * quarterMinutes }
}

type Both = { readonly at: number; readonly before: JudgedWeek; readonly after: JudgedWeek }

function changedIntervals(judge: Judge, queue: WeekQueue, { at, before, after }: Both): ChangedInterval[] {
  const [was, now] = [before.on[at]!, after.on[at]!]
  return queue.cells.flatMap((cell): ChangedInterval[] => {
    const first = Math.floor(quarterOf(judge.grid, cell.from))
    const end = Math.min(quartersOf(judge.grid), first + Math.max(1, queue.intervalMinutes / quarterMinutes))
    if (isAlike(was, now, first, end)) return []
    const on = { before: meanOver(was, first, end), after: meanOver(now, first, end) }
    const answering = (people: number) => answeringOf(judge, { queue, cell, people })
    const [one, other] = [answering(on.before), answering(on.after)]
    return [
      {
        queueId: queue.queueId,
        from: cell.from,
        to: cell.from + queue.intervalMinutes,
        on,
        needed: cell.needed,
        answering: one && other ? { before: one, after: other } : null,
      },
    ]
  })
}

function isAlike(one: Int32Array, other: Int32Array, first: number, end: number): boolean {
  for (let at = first; at < end; at++) if (one[at] !== other[at]) return false
  return true
}

function meanOver(row: Int32Array, first: number, end: number): number {
  let sum = 0
  for (let at = first; at < end; at++) sum += row[at]!
  return sum / (end - first)
}

type Cell = WeekQueue['cells'][number]

type Asked = { readonly queue: WeekQueue; readonly cell: Cell; readonly people: number }

/** What staffing says of so many people in an interval: the same rules, with the same share of their time on the queue. */
export function answeringOf({ answers }: Judge, { queue, cell, people }: Asked): Answering | null {
  if (queue.kind === 'tasks' || cell.mean <= 0) return null
  const key = `${queue.queueId} ${cell.from} ${people}`
  const known = answers.get(key)
  if (known) return known
  const { kind, target, onQueue, intervalMinutes, patienceSeconds, parallel, slowing } = queue
  const { mean, handleSeconds, cv } = cell
  const demand: Demand = {
    kind,
    intervalMinutes,
    patienceSeconds,
    parallel,
    slowing,
    mean,
    handleSeconds,
    cv,
  }
  const at = (factor: number) => figuresWith(demand, { target, onQueue }, { people, factor })
  const answer = {
    level: target.serviceLevel ? serviceLevel(at(1), target.serviceLevel.convention) : null,
    risk: missChance(at, cv, target),
  }
  answers.set(key, answer)
  return answer
}
