/** Each contact of a participant in turn takes the best day near its even place, a few rounds long. */
import type { Random } from '../../../kernel/random.ts'
import { addToLoads, addToTally, dayCost, type WeekdayTally, weekdayTally } from './day-cost.ts'
import { spanOf } from './frame.ts'
import type { DaySpread } from './spread-days.ts'

const rounds = 3
const distanceWeight = 0.1
/** A little unevenness is wanted: a contact centre that can foresee the day of its next contact is not measured. */
const chanceWeight = 0.3

type Search = {
  readonly row: number
  readonly even: number
  /** Open days, both included. */
  readonly from: number
  readonly to: number
}

export function settleDays(spread: DaySpread, participant: number, firstRow: number, random: Random): void {
  const { frame, columns, days } = spread
  const { total, firstDay } = frame.participants[participant]!
  const step = spanOf(frame, participant) / Math.max(total, 1)
  const reach = Math.max(1, Math.round(step / 2))
  const closest = Math.max(0, Math.floor(step) - 1)
  const widest = Math.ceil(step * 1.8)
  const even = days.slice(firstRow, firstRow + total)
  const tally = weekdayTally(frame, participant)
  for (let row = firstRow; row < firstRow + total; row++)
    addToTally(tally, columns.channel[row]!, spread.loads.weekday[days[row]!]!, 1)
  for (let round = 0; round < rounds; round++) {
    for (let slot = 0; slot < total; slot++) {
      const row = firstRow + slot
      const lastDay = frame.channels[columns.channel[row]!]!.lastDay
      const before = slot === 0 ? undefined : days[row - 1]!
      const after = slot === total - 1 ? undefined : days[row + 1]!
      const from = Math.max(
        even[slot]! - reach,
        before === undefined ? firstDay : before + closest,
        after === undefined ? firstDay : after - widest,
      )
      const to = Math.min(
        even[slot]! + reach,
        lastDay,
        after === undefined ? lastDay : after - closest,
        before === undefined ? lastDay : before + widest,
      )
      if (from < to) moveToBest(spread, tally, { row, even: even[slot]!, from, to }, random)
    }
  }
}

function moveToBest(spread: DaySpread, tally: WeekdayTally, search: Search, random: Random): void {
  const { columns, days, loads } = spread
  const channel = columns.channel[search.row]!
  const take = (change: 1 | -1) => {
    addToLoads(loads, channel, days[search.row]!, change)
    addToTally(tally, channel, loads.weekday[days[search.row]!]!, change)
  }
  take(-1)
  let lowest = Number.POSITIVE_INFINITY
  for (let day = search.from; day <= search.to; day++) {
    const distance = day - search.even
    const cost =
      dayCost(loads, tally, channel, day) + distanceWeight * distance * distance + chanceWeight * random()
    if (cost >= lowest) continue
    lowest = cost
    days[search.row] = day
  }
  take(1)
}
