/** The plan of an edition: days, hours, scenarios and observers, each step leaving the earlier ones alone (M3). */
import { seededRandom } from '../../../kernel/random.ts'
import { assignObservers } from './assign-observers.ts'
import { chooseScenarios } from './choose-scenarios.ts'
import { emptyColumns, type PlanColumns } from './columns.ts'
import { type Frame, frameOf } from './frame.ts'
import type { PlanInput } from './plan-input.ts'
import { spreadDays } from './spread-days.ts'
import { spreadHours } from './spread-hours.ts'

/**
 * The same input and seed give the same plan. What cannot be met (too few observers, too short a season) is
 * planned as well as possible; `checkFairness` names it.
 */
export function makePlan(input: PlanInput): { readonly frame: Frame; readonly columns: PlanColumns } {
  const frame = frameOf(input)
  const columns = emptyColumns(frame.participants.reduce((sum, { total }) => sum + total, 0))
  const random = (step: string) => seededRandom(`${input.seed}/${step}`)
  spreadDays(frame, columns, random('days'))
  spreadHours(frame, columns, random('hours'))
  chooseScenarios(frame, columns, random('scenarios'))
  assignObservers(frame, columns, random('observers'))
  numberByDate(columns)
  return { frame, columns }
}

/** Numbers from 1 by date and time of the day; the rows keep their places. */
function numberByDate(columns: PlanColumns): void {
  const order = Int32Array.from({ length: columns.length }, (_, row) => row)
  const key = Float64Array.from(order, (row) => columns.day[row]! * 1440 + columns.from[row]!)
  order.sort((a, b) => key[a]! - key[b]! || a - b)
  order.forEach((row, place) => {
    columns.number[row] = place + 1
  })
}
