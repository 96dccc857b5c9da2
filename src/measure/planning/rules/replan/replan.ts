/**
 * A new plan half-way: only contacts that cannot stay are moved, each to the best place that the others leave it;
 * what is done or started is never touched, and every move is told with its reason (M3.7).
 */
import { type PlainDate, toEpochDay } from '../../../../kernel/calendar.ts'
import { seededRandom } from '../../../../kernel/random.ts'
import { toColumns, toContacts } from '../columns.ts'
import { checkFairness } from '../fairness/check-fairness.ts'
import type { Fairness } from '../fairness/report.ts'
import { frameOf } from '../frame.ts'
import { lockedOut } from '../meeting-cost.ts'
import type { PlanInput, PlannedContact } from '../plan-input.ts'
import { firstOpenFrom } from '../season.ts'
import { applyChange, type PlanChange } from './changes.ts'
import { type Desk, deskOf, putDown, takeUp } from './desk.ts'
import {
  daysByPreference,
  type Finder,
  hasFreshScenario,
  hoursFor,
  observerFor,
  scenarioFor,
} from './find-place.ts'
import { keepingLocked, type Move, movesBetween } from './moves.ts'
import { dayReason, type MoveReason, observerReason } from './reasons.ts'
import { withCounts } from './with-counts.ts'

export type Replan = {
  readonly input: PlanInput
  readonly contacts: readonly PlannedContact[]
  readonly moves: readonly Move[]
  readonly fairness: Fairness
}

export type Moment = {
  readonly today: PlainDate
  readonly seed: string
}

/** Without changes nothing moves. `contacts` are those of `input`, `locked` where done or started. */
export function replan(
  input: PlanInput,
  contacts: readonly PlannedContact[],
  changes: readonly PlanChange[],
  { today, seed }: Moment,
): Replan {
  const changed = changes.reduce((before, change) => applyChange(before, change, today), input)
  const frame = frameOf(changed)
  const known = toColumns(contacts, changed)
  if (changes.length === 0)
    return { input, contacts, moves: [], fairness: checkFairness(changed, frame, known) }
  const counted = withCounts(frame, known, seed)
  const random = seededRandom(`${seed}/replan`)
  const firstDay = firstOpenFrom(frame.season, toEpochDay(today) + 1)
  const desk = deskOf(frame, counted.columns, random, firstDay)
  const overdueBefore = changes.some(({ kind }) => kind === 'overdueMoved') ? toEpochDay(today) : 0
  const reasons = placeAgain(desk, counted.reasons, overdueBefore)
  const columns = desk.columns
  const after = keepingLocked(toContacts(columns, changed), contacts)
  return {
    input: changed,
    contacts: after,
    moves: movesBetween(contacts, after, { reasons, columns, cancelled: counted.cancelled }),
    fairness: checkFairness(changed, frame, columns),
  }
}

/** Finds a place for every contact that cannot stay, by date; tells for each row why. */
function placeAgain(
  desk: Desk,
  known: ReadonlyMap<number, MoveReason>,
  overdueBefore: number,
): ReadonlyMap<number, MoveReason> {
  const reasons = new Map(known)
  const { columns } = desk
  const rows = Array.from({ length: columns.length }, (_, row) => row).filter((row) => !columns.locked[row])
  for (const row of rows.sort((a, b) => columns.day[a]! - columns.day[b]!)) {
    const dayFails = dayReason(desk, row, overdueBefore)
    const reason = reasons.get(row) ?? dayFails ?? observerReason(desk, row)
    if (!reason) continue
    reasons.set(row, reason)
    takeUp(desk, row)
    placeOne(desk, row, dayFails !== undefined)
    putDown(desk, row)
  }
  return reasons
}

/**
 * The day stays if it can; else the best day on which somebody who has not met the participant has time and a
 * scenario is not met too soon. Where there is no such day, the one with the fewest earlier meetings.
 */
function placeOne(desk: Desk, row: number, needsDay: boolean): void {
  const present = desk.columns.day[row]!
  const preferred = daysByPreference(desk, row)
  let second: (Finder & { readonly day: number }) | undefined
  for (const day of needsDay ? preferred : [present, ...preferred]) {
    const found = observerFor(desk, row, day)
    if (!found) continue
    const isGood = needsDay ? found.cost === 0 && hasFreshScenario(desk, row, day) : found.cost < lockedOut
    if (isGood) {
      settle(desk, row, { day, observer: found.observer })
      return
    }
    if (found.cost < (second?.cost ?? Number.POSITIVE_INFINITY)) second = { ...found, day }
  }
  settle(desk, row, second ?? { day: (needsDay && preferred[0]) || present, observer: -1 })
}

function settle(desk: Desk, row: number, { day, observer }: { day: number; observer: number }): void {
  const { columns } = desk
  columns.day[row] = day
  columns.observer[row] = observer
  const { from, to } = hoursFor(desk, row)
  columns.from[row] = from
  columns.to[row] = to
  columns.scenario[row] = scenarioFor(desk, row)
}
