/**
 * Stage 2: people to shifts, week by week. A good plan is searched for, HiGHS proves how good it can be at all, and
 * the search goes on from what the proof has found. Blocks its thread; the server calls it through `solveInThread`.
 */
import type { Highs } from 'highs'
import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import { seededRandom } from '../../../kernel/random.ts'
import { coverageOf } from '../rules/coverage.ts'
import { type LocalDay, localDays } from '../rules/local-days.ts'
import { quarterMinutes, quartersOf, sliceGrid } from '../rules/quarter-grid.ts'
import { type Pattern, type Search, searchOf } from '../rules/roster/best-pattern.ts'
import { type Candidate, candidatesOf } from '../rules/roster/candidates.ts'
import { type CostWeights, usualWeights } from '../rules/roster/costs.ts'
import { type Improved, improveRoster } from '../rules/roster/improve.ts'
import { isGranted, personWeek } from '../rules/roster/person-week.ts'
import { poolsOf, tallyOf } from '../rules/roster/tally.ts'
import type { WhyShort } from '../rules/solve-words.ts'
import type { Agent, Minute, RequirementGrid, Shift, ShiftTemplate } from '../rules/types.ts'
import type { OpeningSpans, PlannedDays } from '../rules/working-time/work.ts'
import { highs } from './linear-model.ts'
import { rosterBound } from './roster-bound.ts'
import { type SolvedRoster, solvedRoster, type WeekSolved } from './solved-roster.ts'

export type SolveInput = {
  readonly grid: RequirementGrid
  /** A Monday. */
  readonly from: PlainDate
  readonly weeks: number
  readonly agents: readonly Agent[]
  readonly templates: readonly ShiftTemplate[]
  /** Shifts before and after the weeks, and those of the weeks that are `fixed`; others of the weeks are planned anew. */
  readonly shifts: readonly Shift[]
  readonly opening?: OpeningSpans | undefined
  /** When the need is known for a part of the weeks alone; see the checker. */
  readonly plannedDays?: PlannedDays | undefined
  readonly weights?: CostWeights
  /** Good enough, as a share of the cost; 0.02 unless said. */
  readonly gap?: number
  /** Seconds at most, a safety: what usually ends a run is the gap or the effort, which do not depend on the machine. */
  readonly seconds?: number
  /** Weeks tried for each person; 60 unless said. */
  readonly effort?: number
  readonly seed: number | string
}

export type SolveProgress = {
  /** 0–1. */
  readonly share: number
  readonly step: 'search' | 'bound' | 'improve' | 'done'
  readonly cost?: number
  readonly bound?: number
  readonly gap?: number
  /** People's minutes that are missing in the best plan so far. */
  readonly shortMinutes?: number
}

export type SolveControl = {
  readonly onProgress?: (progress: SolveProgress) => void
  /** True: stop and give the best so far. */
  readonly isCancelled?: () => boolean
  /** Milliseconds that only grow. */
  readonly clock: () => number
}

type Stopped = WeekSolved['stopped']

export async function solveRoster(input: SolveInput, control: SolveControl): Promise<SolvedRoster> {
  const solver = await highs()
  const started = control.clock()
  const solved: WeekSolved[] = []
  let shifts = input.shifts.filter((shift) => shift.fixed || !inWeeks(input, shift))
  for (let week = 0; week < input.weeks; week++) {
    const one = solveWeek(solver, { ...input, shifts }, { week, control, started })
    solved.push(one)
    const replaced = new Set(one.shifts.map(({ id }) => id))
    shifts = [...shifts.filter(({ id }) => !replaced.has(id)), ...one.shifts]
  }
  control.onProgress?.({ share: 1, step: 'done' })
  return solvedRoster(input, solved, (control.clock() - started) / 1000)
}

function inWeeks({ from, weeks }: SolveInput, shift: Shift): boolean {
  const days = localDays(from, addDays(from, 7 * weeks - 1))
  return shift.from >= days[0]!.from && shift.from < days.at(-1)!.to
}

type Turn = { readonly week: number; readonly control: SolveControl; readonly started: number }

type Prepared = {
  readonly grid: RequirementGrid
  readonly days: readonly LocalDay[]
  /** What the templates allow, whoever it is for. */
  readonly candidates: readonly Candidate[]
  readonly searches: readonly Search[]
  readonly candidatesOf: readonly (readonly Candidate[])[]
  readonly pools: ReturnType<typeof poolsOf>['pools']
  readonly weights: CostWeights
}

function prepare(input: SolveInput, week: number): Prepared {
  const { agents, templates, opening, weights = usualWeights } = input
  const monday = addDays(input.from, 7 * week)
  const days = localDays(monday, addDays(monday, 6))
  const grid = sliceGrid(input.grid, monday, 7)
  const candidates = candidatesOf(grid, days, templates)
  const { pools, poolOf } = poolsOf(
    grid,
    agents.map(({ skills }) => skills),
  )
  const byAgent = Map.groupBy(input.shifts, ({ agentId }) => agentId)
  const lawful = new Map<string, boolean>()
  const factors = wishFactors(agents)
  const searches = agents.map((agent, number) => {
    const own = byAgent.get(agent.id) ?? []
    const inWeek = (shift: Shift) => shift.from >= days[0]!.from && shift.from < days[6]!.to
    const around = own.filter((shift) => !inWeek(shift))
    const fixed = own.filter(inWeek)
    const wishFactor = factors[number]!
    const shared = { from: grid.from, days, candidates, weights, opening, lawful }
    return searchOf(personWeek(agent, poolOf[number]!, { ...shared, around, fixed, wishFactor }))
  })
  const own = searches.map(({ week: { choices } }) => choices.flat().map(({ candidate }) => candidate))
  return { grid, days, candidates, searches, candidatesOf: own, pools, weights }
}

/** Those who have been granted less than others so far come first: up to twice as much, down to half. */
function wishFactors(agents: readonly Agent[]): number[] {
  const asked = agents.reduce((sum, { wishesBefore }) => sum + (wishesBefore?.asked ?? 0), 0)
  const granted = agents.reduce((sum, { wishesBefore }) => sum + (wishesBefore?.granted ?? 0), 0)
  if (asked === 0) return agents.map(() => 1)
  return agents.map(({ wishesBefore: own }) => {
    if (!own || own.asked === 0) return 1
    return Math.min(2, Math.max(0.5, 1 + granted / asked - own.granted / own.asked))
  })
}

function solveWeek(solver: Highs, input: SolveInput, { week, control, started }: Turn): WeekSolved {
  const prepared = prepare(input, week)
  const { searches, candidatesOf: own, grid, pools, weights } = prepared
  const quarters = quartersOf(grid)
  const wanted = input.gap ?? 0.02
  const tries = Math.max(1, input.effort ?? 60) * searches.length
  const random = seededRandom(`${input.seed} ${week}`)
  const deadline = started + (1000 * (input.seconds ?? 60) * (week + 1)) / input.weeks
  let stopped: Stopped = 'effort'
  const halted = () => {
    if (control.isCancelled?.()) stopped = 'cancelled'
    else if (control.clock() > deadline) stopped = 'time'
    return stopped !== 'effort'
  }
  let shortMinutes: number | undefined
  const countShort = ({ patterns }: Pick<Improved, 'patterns'>) => {
    const shifts = patterns.flatMap((pattern, person) => shiftsOf(searches[person]!, pattern, grid.from))
    shortMinutes = coverageOf(grid, input.agents, shifts, weights).shortMinutes
  }
  const tell = (step: SolveProgress['step'], share: number, cost: number, bound?: number) =>
    control.onProgress?.({
      share: (week + share) / input.weeks,
      step,
      cost,
      ...(bound === undefined ? {} : { bound, gap: gapOf(cost, bound) }),
      ...(shortMinutes === undefined ? {} : { shortMinutes }),
    })
  const search = (
    from: readonly (Pattern | undefined)[] | undefined,
    share: readonly [number, number],
    bound?: number,
  ) =>
    improveRoster({
      searches,
      candidatesOf: own,
      tally: tallyOf(grid, pools, weights),
      quarters,
      random,
      tries: tries / 2,
      stop: (cost) => {
        tell(bound === undefined ? 'search' : 'improve', share[0], cost, bound)
        return halted()
      },
      ...(bound === undefined ? {} : { enough: bound / (1 - wanted / 4) }),
      ...(from ? { from } : {}),
    })
  let best = search(undefined, [0, 0.3])
  countShort(best)
  const begin = [...best.seen.values()]
  // Cancelled before anything is known of how good the plan can be: what is paid in any case is a bound still.
  if (halted() || begin.length === 0) return weekSolved(prepared, best, { bound: 0, stopped, rounds: 0 })
  const proof = rosterBound({
    highs: solver,
    grid,
    pools,
    weights,
    searches,
    candidatesOf: own,
    begin,
    rounds: 200,
    stop: (bound, round) => {
      tell('bound', 0.3 + 0.4 * Math.min(1, round / 40), best.cost, Math.max(0, bound))
      return halted()
    },
  })
  const bound = Math.max(0, proof.bound)
  if (!halted() && gapOf(best.cost, bound) > wanted / 4) {
    for (const from of [roundedFrom(searches, proof.columns), best.patterns]) {
      if (halted()) break
      const next = search(from, [0.7, 1], bound)
      if (next.cost < best.cost - 1e-6) best = next
      countShort(best)
    }
  }
  if (stopped === 'effort' && gapOf(best.cost, bound) <= wanted) stopped = 'gap'
  return weekSolved(prepared, best, { bound, stopped, rounds: proof.rounds })
}

/** Everybody's pattern that the relaxation uses most. */
function roundedFrom(
  searches: readonly Search[],
  columns: readonly { readonly person: number; readonly pattern: Pattern; readonly share: number }[],
): (Pattern | undefined)[] {
  const most: ((typeof columns)[number] | undefined)[] = searches.map(() => undefined)
  for (const column of columns)
    if (column.share > (most[column.person]?.share ?? 0)) most[column.person] = column
  return most.map((column) => column?.pattern)
}

export function gapOf(cost: number, bound: number): number {
  return cost <= 0 ? 0 : Math.max(0, (cost - bound) / cost)
}

function weekSolved(
  { grid, days, candidates, searches }: Prepared,
  best: { readonly patterns: readonly (Pattern | undefined)[]; readonly cost: number },
  { bound, stopped, rounds }: { readonly bound: number; readonly stopped: Stopped; readonly rounds: number },
): WeekSolved {
  const shifts = best.patterns.flatMap((pattern, person) => shiftsOf(searches[person]!, pattern, grid.from))
  const paid = best.patterns.reduce((sum, pattern) => sum + (pattern?.worked ?? 0), 0)
  return {
    monday: days[0]!.date,
    shifts,
    cost: best.cost,
    bound,
    paid,
    stopped,
    rounds,
    whyShort: (queue, span) =>
      whyShort({ grid, candidates, searches, stopped }, best.patterns, { queue, span }),
    isGranted: (wish, day, on) => isGranted(wish, day, on),
    days,
  }
}

/** Without a pattern that keeps every limit, what a person has placed by hand stays alone. */
function shiftsOf({ week }: Search, pattern: Pattern | undefined, from: Minute): Shift[] {
  const placed = pattern
    ? pattern.shifts
    : week.choices
        .flatMap((choices) => choices.filter((choice) => choice.candidate.fixed))
        .map(({ candidate }) => ({ candidate, breaks: [] }))
  return placed.flatMap(({ candidate, breaks }) => {
    if (candidate.fixed) return candidate.fixed.shifts
    const at = (quarter: number) => from + quarter * quarterMinutes
    const pauses = breaks.map((start, number) => ({
      from: at(start),
      to: at(start + candidate.breaks[number]!.length),
    }))
    const span = { from: at(candidate.start), to: at(candidate.end) }
    return [{ id: `${week.agent.id} ${span.from}`, agentId: week.agent.id, ...span, breaks: pauses }]
  })
}

/** Why nobody more is on: from what could be at all to what could be had only by taking from elsewhere. */
function whyShort(
  {
    grid,
    candidates,
    searches,
    stopped,
  }: Pick<Prepared, 'grid' | 'candidates' | 'searches'> & { readonly stopped: Stopped },
  patterns: readonly (Pattern | undefined)[],
  { queue, span }: { readonly queue: string; readonly span: { readonly from: Minute; readonly to: Minute } },
): WhyShort {
  const skill = grid.queues.find(({ queueId }) => queueId === queue)?.skill
  const quarter = (span.from - grid.from) / quarterMinutes
  const covers = ({ start, end }: { readonly start: number; readonly end: number }) =>
    start <= quarter && end > quarter
  const skilled = [...searches.keys()].filter((person) =>
    searches[person]!.week.agent.skills.includes(skill ?? ''),
  )
  const can = skilled.filter((person) =>
    searches[person]!.week.choices.some((day) => day.some(({ candidate }) => covers(candidate))),
  )
  if (can.length === 0) return candidates.some(covers) ? 'nobody-can' : 'no-template'
  const off = can.filter((person) => !patterns[person]?.shifts.some(({ candidate }) => covers(candidate)))
  if (off.length === 0) return 'everybody-on'
  const shortest = Math.min(
    ...off.flatMap((person) => searches[person]!.week.choices.flat().map(({ worked }) => worked)),
  )
  const free = off.some((person) => {
    const { most, workedBefore } = searches[person]!.week
    return (patterns[person]?.worked ?? 0) + workedBefore + shortest <= most
  })
  if (!free) return 'hours-used'
  return stopped === 'time' || stopped === 'cancelled' ? 'search-ended' : 'dearer-elsewhere'
}
