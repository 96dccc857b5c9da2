/**
 * Stage 1: how many of which shifts cover a requirement at the least cost, without names. Breaks are modelled
 * implicitly (Aykin 1996): for each kind of shift and each of its breaks, how many take it at which quarter. Days do
 * not depend on one another as long as there are hours enough, so they are solved one by one; only where the hours run
 * short all days are solved together.
 */
import type { Highs } from 'highs'
import type { PlainDate } from '../../../kernel/calendar.ts'
import { addDays } from '../../../kernel/calendar.ts'
import { answeringQuarters, shortIntervals } from '../rules/coverage.ts'
import { type LocalDay, localDays } from '../rules/local-days.ts'
import { quarterMinutes, quarterOf, quartersOf } from '../rules/quarter-grid.ts'
import { type Candidate, candidatesOf } from '../rules/roster/candidates.ts'
import { type CostWeights, costOfNobody, marginOf, usualWeights } from '../rules/roster/costs.ts'
import type { StoppedBy, WhyShort } from '../rules/solve-words.ts'
import type {
  Minute,
  QueueNeed,
  RequirementGrid,
  ShiftTemplate,
  ShortInterval,
  Span,
} from '../rules/types.ts'
import { type Entry, highs, linearModel } from './linear-model.ts'
import type { SolveControl } from './solve-roster.ts'

export type CoverInput = {
  readonly grid: RequirementGrid
  readonly from: PlainDate
  readonly weeks: number
  readonly templates: readonly ShiftTemplate[]
  /** People that there are, each with so many hours a week; as many as needed when left out. */
  readonly people?: { readonly count: number; readonly weeklyHours: number } | undefined
  readonly weights?: CostWeights
  /** 0.005 unless said. */
  readonly gap?: number
  readonly seconds?: number
  readonly seed: number
}

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
    each.flatMap(({ shifts }) => shifts).reduce((sum, shift) => sum + workedOf(shift), 0)
  const { people } = input
  const hours = people ? people.count * people.weeklyHours * 60 * input.weeks : Number.POSITIVE_INFINITY
  const together = minutes(solved) > hours && !control.isCancelled?.()
  const chosen = together
    ? [solve(solver, pieces, input, { control, seconds: Math.max(0.2, secondsLeft()), hours })]
    : solved
  const why = (short: ShortInterval) => whyShort(short, { grid: input.grid, all, together })
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
  const solved = pieces.map((piece) => nothingOf([piece], input))
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

const gapOf = ({ gap = 0.005 }: CoverInput) => gap

const workedOf = ({ from, to, breaks }: CoverShift): number =>
  to - from - breaks.reduce((sum, each) => sum + each.to - each.from, 0)

/** A queue's days that depend on one another. */
type Piece = {
  readonly queue: QueueNeed
  readonly candidates: readonly Candidate[]
  /** First quarter and the one after the last. */
  readonly span: readonly [number, number]
}

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

type Solved = Pick<SolvedCover, 'shifts' | 'cost' | 'bound' | 'stopped'> & {
  readonly values: Float64Array | undefined
}
type Turn = {
  readonly control: SolveControl
  readonly seconds: number
  readonly hours?: number
  readonly nodes?: number
  /** What an earlier try at the same pieces has found, to go on from. */
  readonly before?: Solved
}

type ShiftColumns = {
  readonly queue: QueueNeed
  readonly candidate: Candidate
  readonly column: number
  /** Of each break, its first quarter and the column that counts who takes it then. */
  readonly breaks: readonly (readonly (readonly [at: number, column: number])[])[]
}

function solve(solver: Highs, pieces: readonly Piece[], input: CoverInput, turn: Turn): Solved {
  const { weights = usualWeights, grid } = input
  const built = linearModel()
  const shared =
    turn.hours === undefined ? undefined : built.row(Number.NEGATIVE_INFINITY, turn.hours / quarterMinutes)
  const columns = pieces.flatMap((piece) => addPiece(built, piece, { weights, shared, grid }))
  if (built.data().numCols === 0) return { shifts: [], cost: 0, bound: 0, stopped: 'gap', values: undefined }
  const model = solver.createModel(built.data())
  try {
    model.options.set({
      output_flag: false,
      mip_rel_gap: gapOf(input),
      time_limit: turn.seconds,
      ...(turn.nodes === undefined ? {} : { mip_max_nodes: turn.nodes }),
      random_seed: input.seed % 2_147_483_647,
    })
    if (turn.before?.values) model.setSolution({ colValue: turn.before.values })
    let cancelled = false
    model.run({
      [solver.constants.callbackType.mipInterrupt](event) {
        if (turn.control.isCancelled?.()) {
          cancelled = true
          event.interrupt()
        }
        return undefined
      },
    })
    const stopped = cancelled
      ? 'cancelled'
      : model.getModelStatus() === solver.constants.modelStatus.optimal
        ? 'gap'
        : 'time'
    const found = Number(model.info.get('mip_dual_bound'))
    const bound = Math.max(0, Number.isFinite(found) ? found : 0, turn.before?.bound ?? 0)
    if (!isFeasible(model)) {
      return { ...(turn.before ?? nothingOf(pieces, input)), bound, stopped }
    }
    const { colValue } = model.getSolution()
    const cost = model.getObjectiveValue()
    const shifts = columns.flatMap((column) => namelessShifts(column, colValue, grid.from))
    return { shifts, cost, bound: Math.min(bound, cost), stopped, values: Float64Array.from(colValue) }
  } finally {
    model.dispose()
  }
}

/** Stopped before anything was found: then the plan is that nobody comes, which is always possible. */
const isFeasible = (model: HighsModel) => Number(model.info.get('primal_solution_status')) === 2

function nothingOf(pieces: readonly Piece[], { weights = usualWeights }: CoverInput): Solved {
  const costs = pieces.flatMap(({ queue, span }) =>
    range(...span).map((at) => costOfNobody(queue.need[at]!, queue.weight ?? 1, weights)),
  )
  const cost = costs.reduce((sum, each) => sum + each, 0)
  return { shifts: [], cost, bound: 0, stopped: 'time', values: undefined }
}

type HighsModel = ReturnType<Highs['createModel']>

type Shared = {
  readonly weights: CostWeights
  readonly shared: number | undefined
  readonly grid: RequirementGrid
}

function addPiece(
  model: ReturnType<typeof linearModel>,
  { queue, candidates, span }: Piece,
  { weights, shared, grid }: Shared,
): ShiftColumns[] {
  const quarters = quartersOf(grid)
  const own = candidates.filter(({ start, end }) =>
    queue.need.slice(start, Math.min(end, quarters)).some((need) => need > 0),
  )
  const used = own.flatMap(({ start, end }) => range(start, Math.min(end, quarters)))
  const needed = range(span[0], span[1]).filter((at) => queue.need[at]! > 0)
  const rows = new Map<number, number>()
  const most = Math.max(1, ...queue.need)
  for (const at of new Set([...needed, ...used])) {
    const need = queue.need[at]!
    const margin = Math.min(need, marginOf(need))
    const weight = queue.weight ?? 1
    const row = model.row(need, need)
    rows.set(at, row)
    const slack = (cost: number, upper: number, value: number) =>
      upper > 0 && model.column({ cost, lower: 0, upper, entries: [[row, value]] })
    slack(weights.short * weight, margin, 1)
    slack(weights.shortMore * weight, need - margin, 1)
    slack(0, marginOf(need), -1)
    slack(weights.surplus, Number.POSITIVE_INFINITY, -1)
  }
  return own.map((candidate) => {
    const pauses = candidate.breaks.reduce((sum, { length }) => sum + length, 0)
    const worked = candidate.end - candidate.start - pauses
    const links = candidate.breaks.map(() => model.row(0, 0))
    const entries: Entry[] = range(candidate.start, Math.min(candidate.end, quarters)).map((at) => [
      rows.get(at)!,
      1,
    ])
    for (const link of links) entries.push([link, -1])
    if (shared !== undefined) entries.push([shared, worked])
    const column = model.column({ cost: worked, lower: 0, upper: most, whole: true, entries })
    const breaks = candidate.breaks.map(({ earliest, latest, length }, number) =>
      range(earliest, latest + 1).map((at) => {
        const away: Entry[] = range(at, Math.min(at + length, quarters)).map((quarter) => [
          rows.get(quarter)!,
          -1,
        ])
        const taken = { cost: 0, lower: 0, upper: most, whole: true }
        return [at, model.column({ ...taken, entries: [[links[number]!, 1], ...away] })] as const
      }),
    )
    return { queue, candidate, column, breaks }
  })
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)

/** One by one: the earliest of each break together, so that breaks of one shift keep their order. */
function namelessShifts(
  { queue, candidate, column, breaks }: ShiftColumns,
  values: Float64Array,
  from: Minute,
): CoverShift[] {
  const count = Math.round(values[column]!)
  const at = (quarter: number) => from + quarter * quarterMinutes
  const taken = breaks.map((places) =>
    places.flatMap(([start, place]) => Array<number>(Math.round(values[place]!)).fill(start)),
  )
  return Array.from({ length: count }, (_, number) => ({
    queueId: queue.queueId,
    from: at(candidate.start),
    to: at(candidate.end),
    breaks: candidate.breaks.map(({ length }, pause) => {
      const start = taken[pause]![number]!
      return { from: at(start), to: at(start + length) }
    }),
  }))
}

type Found = {
  readonly grid: RequirementGrid
  readonly all: readonly Candidate[]
  readonly together: boolean
}

/** Without names: no kind of shift reaches there, the hours are used, or one more shift costs more than it gives. */
function whyShort({ from }: ShortInterval, { grid, all, together }: Found): WhyShort {
  const quarter = quarterOf(grid, from)
  if (!all.some(({ start, end }) => start <= quarter && end > quarter)) return 'no-template'
  return together ? 'hours-used' : 'dearer-elsewhere'
}

type Told = { readonly why: (short: ShortInterval) => WhyShort; readonly seconds: number }

function coverOf({ grid }: CoverInput, solved: readonly Solved[], { why, seconds }: Told): SolvedCover {
  const shifts = solved.flatMap((each) => each.shifts).toSorted((a, b) => a.from - b.from || a.to - b.to)
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
