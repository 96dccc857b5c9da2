/**
 * On which day each contact is made. A participant's contacts start at equal distances, with a starting point of
 * its own so that all days carry equal loads; then each contact looks at the neighbouring days and moves to the
 * one that suits the participant's weekdays and the load of the day best.
 */
import { type Random, shuffled } from '../../../kernel/random.ts'
import { channelOrder } from './channel-order.ts'
import type { PlanColumns } from './columns.ts'
import { addToLoads, type DayLoads, dayLoads } from './day-cost.ts'
import { type Frame, spanOf } from './frame.ts'
import { settleDays } from './settle-days.ts'

/** A plan in the making: `days` holds for each row its number among the open days. */
export type DaySpread = {
  readonly frame: Frame
  readonly columns: PlanColumns
  readonly days: Int32Array
  readonly loads: DayLoads
}

/** Fills `participant`, `channel` and `day` of the columns, whose rows stand participant by participant. */
export function spreadDays(frame: Frame, columns: PlanColumns, random: Random): void {
  const spread = { frame, columns, days: new Int32Array(columns.length), loads: dayLoads(frame) }
  const firstRow = firstRows(frame)
  const order = comparedOnesTogether(frame, random)
  const corner = [random(), random()] as const
  order.forEach((participant, place) => {
    const even = { start: (corner[0] + place * steps[0]) % 1, turn: (corner[1] + place * steps[1]) % 1 }
    placeEvenly(spread, participant, firstRow[participant]!, { ...even, random })
  })
  for (const participant of shuffled(order, random))
    settleDays(spread, participant, firstRow[participant]!, random)
  for (let row = 0; row < columns.length; row++) columns.day[row] = frame.season.openDays[spread.days[row]!]!
}

/**
 * The steps of the R2 sequence (M. Roberts, "The unreasonable effectiveness of quasirandom sequences", 2018):
 * 1/ρ and 1/ρ² of the plastic number ρ. Any run of neighbours covers starting point × turn evenly.
 */
const steps = [0.7548776662466927, 0.5698402909980532] as const

/** In random order, but participants that are compared with each other next to each other. */
function comparedOnesTogether(frame: Frame, random: Random): number[] {
  const all = shuffled(
    frame.participants.map((_, participant) => participant),
    random,
  )
  return all.sort((a, b) => compareTexts(frame.participants[a]!.group, frame.participants[b]!.group))
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The first row of each participant. */
export function firstRows(frame: Frame): Int32Array {
  const rows = new Int32Array(frame.participants.length)
  for (let participant = 1; participant < rows.length; participant++)
    rows[participant] = rows[participant - 1]! + frame.participants[participant - 1]!.total
  return rows
}

type Evenness = { readonly start: number; readonly turn: number; readonly random: Random }

/** Contact `i` of `n` at `(i + start) / n` of the season. */
function placeEvenly(spread: DaySpread, participant: number, firstRow: number, evenness: Evenness): void {
  const { frame, columns, days, loads } = spread
  const { counts, total, firstDay } = frame.participants[participant]!
  const span = spanOf(frame, participant)
  const phases = counts.map(() => evenness.random())
  const channels = channelOrder(counts, phases, evenness.turn)
  for (let slot = 0; slot < total; slot++) {
    const row = firstRow + slot
    const channel = channels[slot]!
    const day = firstDay + Math.floor(((slot + evenness.start) * span) / total)
    columns.participant[row] = participant
    columns.channel[row] = channel
    days[row] = Math.max(firstDay, Math.min(day, frame.channels[channel]!.lastDay))
    addToLoads(loads, channel, days[row]!, 1)
  }
}
