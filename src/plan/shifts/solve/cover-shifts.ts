/**
 * Stage 1: how many of which shifts cover a requirement at the least cost, without names. Breaks are modelled
 * implicitly (Aykin 1996): for each kind of shift and each of its breaks, how many take it at which quarter. Days do
 * not depend on one another as long as there are hours enough, so they are solved one by one; only where the hours run
 * short, or shifts go on past midnight, all days are solved together.
 */
import type { Highs } from 'highs'
import { addDays } from '../../../kernel/calendar.ts'
import { answeringQuarters, shortIntervals } from '../rules/coverage.ts'
import { type LocalDay, localDays } from '../rules/local-days.ts'
import { quarterMinutes, quarterOf, quartersOf } from '../rules/quarter-grid.ts'
import { type Candidate, candidatesOf } from '../rules/roster/candidates.ts'
import { type PlacedShift, workedQuartersOf } from '../rules/roster/greedy-cover.ts'
import type { StoppedBy, WhyShort } from '../rules/solve-words.ts'
import type { Minute, RequirementGrid, ShortInterval, Span } from '../rules/types.ts'
import { type CoverInput, gapOf, nothingOf, type Piece, type Solved, solve } from './cover-model.ts'
import { coverByWindows } from './cover-windows.ts'
import { highs } from './linear-model.ts'
import type { SolveControl } from './solve-roster.ts'

/** A shift without a name. */
export type CoverShift = Span & { readonly queueId: string; readonly breaks: readonly Span[] }

export type SolvedCover = {
  readonly shifts: readonly CoverShift[]
  readonly cost: number
  readonly bound: number
  readonly gap: number
  readonly stopped: StoppedBy
  readonly short: readonly (ShortInterval & { readonly why: WhyShort })[]
  readonly shortMinutes: number
  readonly neededMinutes: number
  readonly scheduledMinutes: number
  readonly seconds: number
}

export async function coverShifts(input: CoverInput, control: SolveControl): Promise<SolvedCover> {
  const solver = await highs()
  const started = control.clock()
  const days = localDays(input.from, addDays(input.from, 7 * input.weeks - 1))
  const all = candidatesOf(input.grid, days, input.templates)
  const deadline = started + 1000 * (input.seconds ?? 10)
  const pieces = piecesOf(input.grid, days, all)
  const secondsLeft = () => (deadline - control.clock()) / 1000
  const solved = solveApart(solver, pieces, input, { control, secondsLeft })
  const minutes = (each: readonly Solved[]) =>
    each
      .flatMap(({ placed }) => placed)
      .reduce((sum, { candidate }) => sum + workedQuartersOf(candidate) * quarterMinutes, 0)
  const { people } = input
  const hours = people ? people.count * people.weeklyHours * 60 * input.weeks : Number.POSITIVE_INFINITY
  const together = minutes(solved) > hours && !control.isCancelled?.()
  const chosen = together
    ? [solve(solver, pieces, input, { control, seconds: Math.max(0.2, secondsLeft()), hours })]
    : solved
  const ended = chosen.some(({ stopped }) => stopped !== 'gap')
  const why = (short: ShortInterval) => whyShort(short, { grid: input.grid, all, together, ended })
  return coverOf(input, chosen, { why, seconds: (control.clock() - started) / 1000 })
}

/** Of each round, the nodes of the search tree that a day may take: counted, so that the machine's speed decides nothing. */
const rounds = [1, 30, 300, 3000, 100_000]

/**
 * Day by day, the hard ones again and further, until all together are near enough the best: a hard day need not be
 * finished where the easy ones leave room.
 */
function solveApart(
  solver: Highs,
  pieces: readonly Piece[],
  input: CoverInput,
  { control, secondsLeft }: { readonly control: SolveControl; readonly secondsLeft: () => number },
): Solved[] {
  const solved = pieces.map((piece) =>
    startOf(solver, piece, input, { control, seconds: secondsLeft() / (2 * pieces.length) }),
  )
  const sum = (value: (each: Solved) => number) => solved.reduce((all, each) => all + value(each), 0)
  const isEnough = () =>
    sum(({ cost }) => cost) - sum(({ bound }) => bound) <= gapOf(input) * sum(({ cost }) => cost)
  for (const [round, nodes] of rounds.entries())
    for (const [at, piece] of pieces.entries()) {
      const before = solved[at]!
      if (before.stopped === 'gap') continue
      if (round > 0 && isEnough()) return solved.map((each) => ({ ...each, stopped: 'gap' }))
      if (control.isCancelled?.()) return solved.map((each) => ({ ...each, stopped: 'cancelled' }))
      if (secondsLeft() <= 0) return solved
      const seconds = Math.max(0.05, secondsLeft() / 2)
      solved[at] = solve(solver, [piece], input, { control, seconds, nodes, before })
      control.onProgress?.({ share: (round + at / pieces.length) / rounds.length, step: 'search' })
    }
  return isEnough() ? solved.map((each) => ({ ...each, stopped: 'gap' })) : solved
}

/** What is found at once and piecemeal, so that a search that time ends has that at least; nobody when it is stopped. */
function startOf(
  solver: Highs,
  piece: Piece,
  input: CoverInput,
  turn: { readonly control: SolveControl; readonly seconds: number },
): Solved {
  if (turn.control.isCancelled?.()) return nothingOf([piece], input)
  return coverByWindows(solver, piece, input, turn)
}

const workedOf = ({ from, to, breaks }: CoverShift): number =>
  to - from - breaks.reduce((sum, each) => sum + each.to - each.from, 0)

/** Each day by itself, or all of them where a shift goes on past midnight. */
function piecesOf(grid: RequirementGrid, days: readonly LocalDay[], all: readonly Candidate[]): Piece[] {
  const ends = days.map(({ to }) => quarterOf(grid, to))
  const crosses = all.some(({ day, end }) => end > ends[day]!)
  const candidates = all.map(apart)
  const spans = crosses
    ? [{ span: [0, quartersOf(grid)] as const, candidates }]
    : days.map(({ from, to }, number) => ({
        span: [quarterOf(grid, from), quarterOf(grid, to)] as const,
        candidates: candidates.filter(({ day }) => day === number),
      }))
  return grid.queues.flatMap((queue) => spans.map((each) => ({ queue, ...each })))
}

/** Breaks are counted apart, so their windows may not overlap: two that do are parted between them. */
function apart(candidate: Candidate): Candidate {
  const breaks = candidate.breaks.map((window) => ({ ...window }))
  for (const [at, window] of breaks.entries()) {
    const next = breaks[at + 1]
    if (!next || window.latest + window.length <= next.earliest) continue
    const middle = Math.max(window.earliest + window.length, Math.ceil((window.earliest + next.latest) / 2))
    window.latest = Math.min(window.latest, middle - window.length)
    next.earliest = Math.max(next.earliest, middle)
  }
  return { ...candidate, breaks }
}

type Found = {
  readonly grid: RequirementGrid
  readonly all: readonly Candidate[]
  readonly together: boolean
  /** By time or by hand, before it was known that nothing better is to be had. */
  readonly ended: boolean
}

/** Without names: no kind of shift reaches there, the search ended early, the hours are used, or one more costs more. */
function whyShort({ from }: ShortInterval, { grid, all, together, ended }: Found): WhyShort {
  const quarter = quarterOf(grid, from)
  if (!all.some(({ start, end }) => start <= quarter && end > quarter)) return 'no-template'
  if (ended) return 'search-ended'
  return together ? 'hours-used' : 'dearer-elsewhere'
}

function namelessShift({ queueId, candidate, breaks }: PlacedShift, from: Minute): CoverShift {
  const at = (quarter: number) => from + quarter * quarterMinutes
  return {
    queueId,
    from: at(candidate.start),
    to: at(candidate.end),
    breaks: breaks.map((start, number) => ({
      from: at(start),
      to: at(start + candidate.breaks[number]!.length),
    })),
  }
}

type Told = { readonly why: (short: ShortInterval) => WhyShort; readonly seconds: number }

function coverOf({ grid }: CoverInput, solved: readonly Solved[], { why, seconds }: Told): SolvedCover {
  const shifts = solved
    .flatMap(({ placed }) => placed.map((each) => namelessShift(each, grid.from)))
    .toSorted((a, b) => a.from - b.from || a.to - b.to)
  const on = new Map(grid.queues.map(({ queueId }) => [queueId, new Int32Array(quartersOf(grid))]))
  for (const shift of shifts)
    for (const at of answeringQuarters(grid, shift)) on.get(shift.queueId)![at]! += 1
  const short = grid.queues
    .flatMap((queue, number) => shortIntervals(grid, number, on.get(queue.queueId)!))
    .map((each) => ({ ...each, why: why(each) }))
  const cost = solved.reduce((sum, each) => sum + each.cost, 0)
  const bound = solved.reduce((sum, each) => sum + each.bound, 0)
  return {
    shifts,
    cost,
    bound,
    gap: cost > 0 ? Math.max(0, (cost - bound) / cost) : 0,
    stopped:
      (['cancelled', 'time', 'gap'] as const).find((each) =>
        solved.some(({ stopped }) => stopped === each),
      ) ?? 'gap',
    short,
    shortMinutes: short.reduce((sum, { missing, from, to }) => sum + missing * (to - from), 0),
    neededMinutes:
      grid.queues.reduce((sum, { need }) => sum + need.reduce((a, b) => a + b, 0), 0) * quarterMinutes,
    scheduledMinutes: shifts.reduce((sum, shift) => sum + workedOf(shift), 0),
    seconds,
  }
}
