/**
 * A whole week held against what is needed, the limits of working time, and wishes: what the page counts while a hand
 * moves shifts. The figures of coverage are those of the search for shifts (`coverageOf`), with approved absence taken
 * out; the findings are those that the server counts when the week is published.
 */
import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import type { WeekQueue } from '../week/contract.ts'
import { asShifts, type PlanShift } from '../week/rules/plan-shift.ts'
import { type CheckedWeek, findingsOfAgent, openingBySkill } from '../week/rules/week-findings.ts'
import type { RuleFinding } from './check-plan.ts'
import { answeringQuarters } from './coverage.ts'
import { type LocalDay, localDays } from './local-days.ts'
import { gridOf, quartersOf } from './quarter-grid.ts'
import { usualWeights } from './roster/costs.ts'
import { isGranted } from './roster/person-week.ts'
import { type Pools, tallyOf } from './roster/tally.ts'
import type { Agent, RequirementGrid, Wish } from './types.ts'
import { workedMinutes } from './working-time/work.ts'

/** What stays as it is while shifts are moved. */
export type WeekGiven = {
  readonly weekStart: PlainDate
  readonly agents: readonly Agent[]
  readonly queues: readonly WeekQueue[]
  /** Shifts of the weeks around. */
  readonly around: readonly PlanShift[]
}

/** The given, prepared once. */
export type Judge = {
  readonly given: WeekGiven
  readonly grid: RequirementGrid
  readonly days: readonly LocalDay[]
  readonly agents: ReadonlyMap<string, Agent>
  readonly around: ReadonlyMap<string, readonly PlanShift[]>
  readonly opening: CheckedWeek['opening']
  readonly pools: Pools
  readonly poolOf: (shift: PlanShift) => number
  /** Queueing takes a while to work out, and a hand passes the same numbers again and again: by interval and people. */
  readonly answers: Map<string, Answering>
}

/** What so many people make of an interval of a queue whose contacts are answered as they come. */
export type Answering = {
  /** By the target's own way of counting, at the forecast's mean, 0–1; null where the target names none. */
  readonly level: number | null
  /** The chance that more comes than these can take within the target, 0–1. */
  readonly risk: number
}

export type BrokenWish = { readonly agentId: string; readonly wish: Wish }

type Person = {
  readonly shifts: readonly PlanShift[]
  readonly findings: readonly RuleFinding[]
  readonly wishes: readonly Wish[]
  readonly workedMinutes: number
  readonly overtimeMinutes: number
}

export type JudgedWeek = {
  readonly shifts: readonly PlanShift[]
  /** By agent; the shifts of nobody are in none. */
  readonly people: ReadonlyMap<string, Person>
  /** For each pool of people who can answer the same queues, how many are on in each quarter. */
  readonly there: readonly Int32Array[]
  /** For each queue of the grid, how many answer it in each quarter. */
  readonly on: readonly Int32Array[]
}

export function judgeOf(given: WeekGiven): Judge {
  const { weekStart, queues } = given
  const grid = gridOf(
    weekStart,
    7,
    queues.map(({ queueId, skill, intervalMinutes, cells }) => ({
      queueId,
      skill,
      cells: cells.map(({ from, needed }) => ({ startsAt: from, minutes: intervalMinutes, needed })),
    })),
  )
  const agents = new Map(given.agents.map((agent) => [agent.id, agent]))
  return {
    given,
    grid,
    days: localDays(weekStart, addDays(weekStart, 6)),
    agents,
    around: Map.groupBy(given.around, ({ agentId }) => agentId ?? ''),
    opening: openingBySkill(queues),
    ...poolsIn(grid, agents),
    answers: new Map(),
  }
}

/** A shift that is set aside for a skill goes to its queues, any other to all that its agent can answer. */
function poolsIn(grid: RequirementGrid, agents: Judge['agents']): Pick<Judge, 'pools' | 'poolOf'> {
  const pools: (readonly number[])[] = []
  const numbers = new Map<string, number>()
  const bySkills = new Map<string, number>()
  const numberOf = (skills: readonly string[]): number => {
    const queues = [...grid.queues.keys()].filter((at) => skills.includes(grid.queues[at]!.skill))
    const key = queues.join(' ')
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, pools.length)
    return pools.push(queues) - 1
  }
  const known = (skills: readonly string[]) => {
    const key = skills.join('\n')
    const number = bySkills.get(key) ?? numberOf(skills)
    bySkills.set(key, number)
    return number
  }
  // A queue that asks for no skill is everybody's.
  const setOf = ({ skill, agentId }: Pick<PlanShift, 'skill' | 'agentId'>) =>
    skill === null ? [...(agents.get(agentId ?? '')?.skills ?? []), ''] : [skill]
  for (const agentId of agents.keys()) known(setOf({ skill: null, agentId }))
  for (const { skill } of grid.queues) known([skill])
  known(['\n'])
  return { pools, poolOf: (shift) => bySkills.get(setOf(shift).join('\n')) ?? bySkills.get('\n')! }
}

/**
 * The week with these shifts. What `like` has of it already is taken from there: people whose shifts are the same and
 * quarters in which as many are on; the answer is the same without it.
 */
export function judgedWeek(judge: Judge, shifts: readonly PlanShift[], like?: JudgedWeek): JudgedWeek {
  const own = Map.groupBy(shifts, ({ agentId }) => agentId ?? '')
  const people = new Map(
    [...judge.agents.values()].map((agent) => {
      const now = own.get(agent.id) ?? []
      const before = like?.people.get(agent.id)
      return [agent.id, before && isSameList(before.shifts, now) ? before : personOf(judge, agent, now)]
    }),
  )
  const there = thereOf(judge, shifts)
  return { shifts, people, there, on: answeringOf(judge, there, like) }
}

const isSameList = (one: readonly PlanShift[], other: readonly PlanShift[]): boolean =>
  one.length === other.length && one.every((shift, at) => shift === other[at])

/** One person's week with these shifts. */
export function personOf(judge: Judge, agent: Agent, shifts: readonly PlanShift[]): Person {
  const around = judge.around.get(agent.id) ?? []
  const { weekStart } = judge.given
  const week = { weekStart, shifts, around, opening: judge.opening }
  return {
    shifts,
    findings: findingsOfAgent(agent, week),
    wishes: agent.wishes.filter((wish) => !isKept(wish, judge.days, shifts)),
    workedMinutes: asShifts(shifts).reduce(
      (sum, shift) => sum + workedMinutes(shift, agent.contract.paidBreaks),
      0,
    ),
    overtimeMinutes: shifts.reduce((sum, { overtimeMinutes }) => sum + overtimeMinutes, 0),
  }
}

/** A wish to work is kept by any shift, a wish to be free by all of them. */
function isKept(wish: Wish, days: readonly LocalDay[], shifts: readonly PlanShift[]): boolean {
  const day = days.find(({ date }) => date === wish.date)
  if (!day) return true
  return wish.kind === 'work'
    ? shifts.some((shift) => isGranted(wish, day, shift))
    : shifts.every((shift) => isGranted(wish, day, shift))
}

function thereOf({ grid, agents, pools, poolOf }: Judge, shifts: readonly PlanShift[]): Int32Array[] {
  const there = pools.map(() => new Int32Array(quartersOf(grid)))
  for (const shift of shifts) {
    const agent = agents.get(shift.agentId ?? '')
    if (!agent) continue
    const away = agent.absences.filter(({ from, to }) => from < shift.to && to > shift.from)
    const breaks = away.length === 0 ? shift.breaks : [...shift.breaks, ...away]
    const row = there[poolOf(shift)]!
    for (const quarter of answeringQuarters(grid, { ...shift, breaks })) row[quarter]! += 1
  }
  return there
}

/** People are put on queues pool by pool, so that the order of shifts does not matter. */
function answeringOf({ grid, pools }: Judge, there: readonly Int32Array[], like?: JudgedWeek): Int32Array[] {
  const tally = tallyOf(grid, pools, usualWeights)
  const on = grid.queues.map((_, queue) => like?.on[queue]?.slice() ?? new Int32Array(quartersOf(grid)))
  for (let quarter = 0; quarter < quartersOf(grid); quarter++) {
    if (like && there.every((row, pool) => row[quarter] === like.there[pool]![quarter])) continue
    there.forEach((row, pool) => {
      for (let person = 0; person < row[quarter]!; person++) tally.add(pool, quarter)
    })
    on.forEach((row, queue) => {
      row[quarter] = tally.count(queue, quarter)
    })
  }
  return on
}
