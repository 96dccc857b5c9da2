/**
 * Jumps of the level that nothing known explains. For every date one more column is tried in the fitted model, lasting
 * or fading, and around the best date more half-lives. What is best is then learned together with everything else, days
 * weighed anew: before that the first days of a jump look like odd days and count little, so that a true one seems
 * smaller than it is. The likelihood ratio of the whole, searched over all dates, must pass a threshold that a series
 * without a jump passes about once in twenty years of days (measured in the benchmark). Then the next one is looked for
 * with the first in place, since two jumps hide each other.
 */
import { type PlainDate, toEpochDay } from '../../../../kernel/calendar.ts'
import type { DayColumn } from './day-columns.ts'
import type { DayGrid } from './day-grid.ts'
import { type DayModel, fitDays } from './day-model.ts'
import type { OriginFit } from './fit-origin.ts'
import type { ProposedShock } from './forecast-types.ts'
import { whiten } from './linear/drift-filter.ts'
import { tryColumn, varianceOfCombination } from './linear/mixed-model.ts'
import { fading, shockSd } from './shock-columns.ts'

/** χ² that the largest of all candidates must pass. */
const threshold = 22
/** Below this the days weighed anew cannot lift a candidate over the threshold. */
const worthLearning = 12
/** A change that comes over so many days is no jump: a candidate must beat the same one coming slowly by so much. */
const slowDays = 56
const abrupt = 8
/** Smaller jumps are nothing to plan for. */
const smallest = Math.log(1.08)
/** Of a jump that is over nothing is left to plan for: so much of the level must still be changed, on the logarithm. */
const leftOver = 0.01
/** Days after which a lasting jump is the level itself. */
const levelAfter = 365
const fewestAfter = 4
const fewestBefore = 15
/** Days until half is left; null stays. A fading jump must beat a lasting one by this much, since it has one figure more. */
const halfLives = [null, 90, 60, 45, 30, 21, 10] as const
const scanned = [null, 60, 21] as const
const fadingCost = 4
const most = 3

type Candidate = {
  readonly at: number
  readonly halfLife: number | null
  readonly estimate: number
  readonly variance: number
  readonly strength: number
}

/** Days by which the date of a jump may move when it is found anew. */
const moves = 7

export const isSameJump = (one: PlainDate, other: PlainDate): boolean =>
  Math.abs(toEpochDay(one) - toEpochDay(other)) <= moves

/** The strongest first; those of which nothing is left are not told. */
export function proposeShocks(origin: OriginFit, grid: DayGrid): ProposedShock[] {
  const { trained, model } = origin
  if (trained.length < fewestBefore + fewestAfter) return []
  const found: Candidate[] = []
  const columns: DayColumn[] = [...origin.columns]
  let known: DayModel = model
  while (found.length < most) {
    const best = strongest(known)
    if (!best) break
    const learned = halfLives
      .map((halfLife) => learn({ ...best, halfLife }, columns, { origin, grid }))
      .reduce((a, b) => (b.candidate.strength > a.candidate.strength ? b : a))
    const { candidate } = learned
    if (candidate.strength < threshold || Math.abs(candidate.estimate) < smallest) break
    found.push(candidate)
    columns.push(columnOf(candidate, { origin, grid }))
    known = learned.model
  }
  const { times } = model.basis.filter
  const last = times.at(-1)!
  return found
    .filter((each) => isLeft(each, last - times[each.at]!))
    .map((each) => proposalOf(each, grid.days[trained[each.at]!]!.date))
}

/** The best of all dates and half-lives in the model as it is, of those that come at once. */
function strongest(model: DayModel): Candidate | undefined {
  const { basis, fit, y } = model
  const n = y.length
  const white = new Float64Array(n)
  whiten(basis.filter, y, white)
  const { times } = basis.filter
  const trial = (at: number, halfLife: number | null, onset: number): Candidate => {
    const column = times.map((time) => share(time - times[at]!, halfLife, onset))
    const { estimate, variance } = tryColumn(basis, column, { white, fit })
    return { at, halfLife, estimate, variance, strength: strengthOf({ halfLife, estimate, variance }) }
  }
  let best: Candidate | undefined
  const look = (at: number, halfLife: number | null): void => {
    if (at < fewestBefore || at > n - fewestAfter) return
    const jump = trial(at, halfLife, 0)
    if (jump.strength < worthLearning || (best && jump.strength <= best.strength)) return
    if (jump.strength - trial(at, halfLife, slowDays).strength >= abrupt) best = jump
  }
  for (let at = fewestBefore; at <= n - fewestAfter; at++) for (const halfLife of scanned) look(at, halfLife)
  const around = best?.at
  if (around === undefined) return undefined
  for (let at = around - 3; at <= around + 3; at++) for (const halfLife of halfLives) look(at, halfLife)
  return best
}

/** How much of a jump there is so many days after its date, when it comes over `onset` days around it. */
function share(days: number, halfLife: number | null, onset: number): number {
  const come = onset === 0 ? Number(days >= 0) : Math.min(Math.max(days / onset + 0.5, 0), 1)
  return come * (halfLife === null || days < 0 ? 1 : 2 ** (-days / halfLife))
}

const strengthOf = ({
  halfLife,
  estimate,
  variance,
}: Pick<Candidate, 'halfLife' | 'estimate' | 'variance'>): number =>
  estimate ** 2 / variance - (halfLife === null ? 0 : fadingCost)

type Place = { readonly origin: OriginFit; readonly grid: DayGrid }

const columnOf = ({ at, halfLife }: Candidate, { origin, grid }: Place): DayColumn => ({
  part: 'shock',
  key: `found·${at}`,
  scale: 'absolute',
  sd: shockSd,
  values: fading(grid, grid.days[origin.trained[at]!]!.epochDay, halfLife),
})

/** What the model says of a candidate that is learned together with everything else. */
function learn(
  candidate: Candidate,
  columns: readonly DayColumn[],
  place: Place,
): { readonly candidate: Candidate; readonly model: DayModel } {
  const { trained, model: before, levels, offset } = place.origin
  const model = fitDays({
    rows: trained,
    times: before.basis.filter.times,
    levels,
    columns: [...columns, columnOf(candidate, place)],
    offset,
  })
  const { basis, fit } = model
  const row = new Float64Array(basis.size)
  row[basis.size - 1] = 1
  const estimate = fit.beta[basis.size - 1]!
  const variance = varianceOfCombination(basis, row)
  const strength = strengthOf({ ...candidate, estimate, variance })
  return { candidate: { ...candidate, estimate, variance, strength }, model }
}

const isLeft = ({ halfLife, estimate }: Candidate, age: number): boolean =>
  halfLife === null ? age <= levelAfter : Math.abs(estimate) * 2 ** (-age / halfLife) >= leftOver

function proposalOf({ estimate, variance, halfLife, strength }: Candidate, date: string): ProposedShock {
  const sd = Math.sqrt(variance)
  return {
    date,
    multiplier: Math.exp(estimate),
    low: Math.exp(estimate - 1.96 * sd),
    high: Math.exp(estimate + 1.96 * sd),
    halfLifeDays: halfLife,
    strength,
  }
}
