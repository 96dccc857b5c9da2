/** The linear model of shifts without names, for a piece of a plan: built, begun from an earlier plan, solved and read. */
import type { Highs } from 'highs'
import type { PlainDate } from '../../../kernel/calendar.ts'
import { quarterMinutes, quartersOf } from '../rules/quarter-grid.ts'
import type { Candidate } from '../rules/roster/candidates.ts'
import { type CostWeights, costOfNobody, marginOf, usualWeights } from '../rules/roster/costs.ts'
import { countOn, type PlacedShift } from '../rules/roster/greedy-cover.ts'
import type { StoppedBy } from '../rules/solve-words.ts'
import type { QueueNeed, RequirementGrid, ShiftTemplate } from '../rules/types.ts'
import { type Entry, linearModel } from './linear-model.ts'
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

export const gapOf = ({ gap = 0.005 }: CoverInput) => gap

/** A queue's days that depend on one another. */
export type Piece = {
  readonly queue: QueueNeed
  readonly candidates: readonly Candidate[]
  /** First quarter and the one after the last. */
  readonly span: readonly [number, number]
  /** Who is on in each quarter of the grid already, by shifts that are not of the piece. */
  readonly on?: Int32Array
}

export type Solved = {
  readonly placed: readonly PlacedShift[]
  readonly cost: number
  readonly bound: number
  readonly stopped: StoppedBy
}

export type Turn = {
  readonly control: SolveControl
  readonly seconds: number
  readonly hours?: number
  readonly nodes?: number
  /** What an earlier try at the same pieces has found, to go on from. */
  readonly before?: Solved
}

/** A quarter's need, and the columns that fill what is missing and take up what is too much, the cheapest first. */
type QuarterRow = {
  readonly at: number
  readonly asked: number
  readonly missing: readonly Slack[]
  readonly surplus: readonly Slack[]
}
type Slack = { readonly column: number; readonly upper: number }

type ShiftColumns = {
  readonly queue: QueueNeed
  readonly candidate: Candidate
  readonly column: number
  /** Of each break, its first quarter and the column that counts who takes it then. */
  readonly breaks: readonly (readonly (readonly [at: number, column: number])[])[]
}

export function solve(solver: Highs, pieces: readonly Piece[], input: CoverInput, turn: Turn): Solved {
  const { weights = usualWeights, grid } = input
  const built = linearModel()
  const shared =
    turn.hours === undefined ? undefined : built.row(Number.NEGATIVE_INFINITY, turn.hours / quarterMinutes)
  const added = pieces.map((piece) => addPiece(built, piece, { weights, shared, grid }))
  const columns = added.flatMap(({ shifts }) => shifts)
  const data = built.data()
  if (data.numCols === 0) return { placed: [], cost: 0, bound: 0, stopped: 'gap' }
  const model = solver.createModel(data)
  try {
    model.options.set({
      output_flag: false,
      mip_rel_gap: gapOf(input),
      time_limit: turn.seconds,
      ...(turn.nodes === undefined ? {} : { mip_max_nodes: turn.nodes }),
      random_seed: input.seed % 2_147_483_647,
    })
    if (turn.before && turn.before.placed.length > 0)
      model.setSolution({ colValue: startFrom(turn.before.placed, added, data.numCols) })
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
    const placed = columns.flatMap((column) => placedShifts(column, colValue))
    return { placed, cost, bound: Math.min(bound, cost), stopped }
  } finally {
    model.dispose()
  }
}

/** Stopped before anything was found: then the plan is that nobody comes, which is always possible. */
const isFeasible = (model: HighsModel) => Number(model.info.get('primal_solution_status')) === 2

export function nothingOf(pieces: readonly Piece[], { weights = usualWeights }: CoverInput): Solved {
  const costs = pieces.flatMap(({ queue, span }) =>
    range(...span).map((at) => costOfNobody(queue.need[at]!, queue.weight ?? 1, weights)),
  )
  const cost = costs.reduce((sum, each) => sum + each, 0)
  return { placed: [], cost, bound: 0, stopped: 'time' }
}

type HighsModel = ReturnType<Highs['createModel']>

type Shared = {
  readonly weights: CostWeights
  readonly shared: number | undefined
  readonly grid: RequirementGrid
}

type AddedPiece = { readonly shifts: readonly ShiftColumns[]; readonly quarters: readonly QuarterRow[] }

function addPiece(
  model: ReturnType<typeof linearModel>,
  { queue, candidates, span, on }: Piece,
  { weights, shared, grid }: Shared,
): AddedPiece {
  const quarters = quartersOf(grid)
  const own = candidates.filter(({ start, end }) =>
    queue.need.slice(start, Math.min(end, quarters)).some((need) => need > 0),
  )
  const used = own.flatMap(({ start, end }) => range(start, Math.min(end, quarters)))
  const needed = range(span[0], span[1]).filter((at) => queue.need[at]! > 0)
  const rows = new Map<number, number>()
  const most = Math.max(1, ...queue.need)
  const quarterRows: QuarterRow[] = []
  for (const at of new Set([...needed, ...used])) {
    const need = queue.need[at]!
    const margin = Math.min(need, marginOf(need))
    const weight = queue.weight ?? 1
    const asked = need - (on?.[at] ?? 0)
    const row = model.row(asked, asked)
    rows.set(at, row)
    const slack = (cost: number, upper: number, value: number): Slack[] =>
      upper > 0 ? [{ column: model.column({ cost, lower: 0, upper, entries: [[row, value]] }), upper }] : []
    const missing = [
      ...slack(weights.short * weight, margin, 1),
      ...slack(weights.shortMore * weight, need - margin, 1),
    ]
    const surplus = [...slack(0, marginOf(need), -1), ...slack(weights.surplus, Number.POSITIVE_INFINITY, -1)]
    quarterRows.push({ at, asked, missing, surplus })
  }
  const shifts = own.map((candidate) => {
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
  return { shifts, quarters: quarterRows }
}

/** An earlier plan as values of every column, for a search to begin from. */
function startFrom(placed: readonly PlacedShift[], pieces: readonly AddedPiece[], count: number) {
  const values = new Float64Array(count)
  for (const { shifts, quarters } of pieces) {
    const mine = new Map(shifts.map((shift) => [shift.candidate, shift]))
    const own = placed.filter(({ queueId, candidate }) => mine.get(candidate)?.queue.queueId === queueId)
    for (const { candidate, breaks } of own) {
      const columns = mine.get(candidate)!
      values[columns.column]! += 1
      for (const [number, start] of breaks.entries())
        values[columns.breaks[number]!.find(([at]) => at === start)![1]]! += 1
    }
    fillSlacks(values, quarters, countOn(own, 1 + Math.max(0, ...quarters.map(({ at }) => at))))
  }
  return values
}

function fillSlacks(values: Float64Array, quarters: readonly QuarterRow[], on: Int32Array): void {
  for (const { at, asked, missing, surplus } of quarters) {
    let left = Math.abs(asked - on[at]!)
    for (const { column, upper } of asked > on[at]! ? missing : surplus) {
      values[column] = Math.min(left, upper)
      left -= values[column]!
    }
  }
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at)

/** One by one: the earliest of each break together, so that breaks of one shift keep their order. */
function placedShifts(
  { queue, candidate, column, breaks }: ShiftColumns,
  values: Float64Array,
): PlacedShift[] {
  const count = Math.round(values[column]!)
  const taken = breaks.map((places) =>
    places.flatMap(([start, place]) => Array<number>(Math.round(values[place]!)).fill(start)),
  )
  return Array.from({ length: count }, (_, number) => ({
    queueId: queue.queueId,
    candidate,
    breaks: taken.map((starts) => starts[number]!),
  }))
}
