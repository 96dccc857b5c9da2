/** Cancels, converts and adds contacts until every participant has the counts of its key. */
import { seededRandom } from '../../../../kernel/random.ts'
import { chooseScenarios } from '../choose-scenarios.ts'
import { emptyColumns, type PlanColumns } from '../columns.ts'
import type { Frame } from '../frame.ts'
import { spreadDays } from '../spread-days.ts'
import { spreadHours } from '../spread-hours.ts'
import { unplaced } from './desk.ts'
import { matchCounts } from './match-counts.ts'
import type { MoveReason } from './reasons.ts'

export type Counted = {
  readonly columns: PlanColumns
  readonly reasons: ReadonlyMap<number, MoveReason>
  /** By number of the contact. */
  readonly cancelled: ReadonlyMap<number, MoveReason>
}

export function withCounts(frame: Frame, known: PlanColumns, seed: string): Counted {
  const rowsOf = Map.groupBy(rowsByDate(known), (row) => known.participant[row]!)
  const cancelled = new Map<number, MoveReason>()
  const converted = new Map<number, number>()
  const added: { participant: number; channel: number }[] = []
  const fresh: number[] = []
  frame.participants.forEach(({ counts, total }, participant) => {
    const rows = (rowsOf.get(participant) ?? []).map((row) => ({
      row,
      channel: known.channel[row]!,
      locked: known.locked[row] === 1,
    }))
    if (rows.length === 0) {
      if (total > 0) fresh.push(participant)
      return
    }
    const reason = total === 0 ? 'withdrawn' : 'noLongerInKey'
    for (const change of matchCounts(counts, rows)) {
      if (change.kind === 'cancel') cancelled.set(known.number[change.row]!, reason)
      else if (change.kind === 'convert') converted.set(change.row, change.channel)
      else added.push({ participant, channel: change.channel })
    }
  })
  const newOnes = spreadFresh(frame, fresh, seed)
  const kept = rowsInOrder(known).filter((row) => !cancelled.has(known.number[row]!))
  const columns = emptyColumns(kept.length + newOnes.length + added.length)
  const reasons = new Map<number, MoveReason>()
  kept.forEach((from, row) => {
    copyRow(known, from, columns, row)
    const channel = converted.get(from)
    if (channel === undefined) return
    columns.channel[row] = channel
    reasons.set(row, 'channelChanged')
  })
  for (let from = 0; from < newOnes.length; from++) copyRow(newOnes, from, columns, kept.length + from)
  added.forEach(({ participant, channel }, place) => {
    const row = kept.length + newOnes.length + place
    columns.participant[row] = participant
    columns.channel[row] = channel
    columns.day[row] = unplaced
  })
  const highest = known.number.reduce((a, b) => Math.max(a, b), 0)
  for (let row = kept.length; row < columns.length; row++) {
    columns.number[row] = highest + 1 + row - kept.length
    reasons.set(row, 'added')
  }
  return { columns, reasons, cancelled }
}

/** Participants without any contact get days, hours and scenarios as in a new plan. */
function spreadFresh(frame: Frame, fresh: readonly number[], seed: string): PlanColumns {
  const part = { ...frame, participants: fresh.map((participant) => frame.participants[participant]!) }
  const columns = emptyColumns(part.participants.reduce((sum, { total }) => sum + total, 0))
  const random = seededRandom(`${seed}/fresh`)
  spreadDays(part, columns, random)
  spreadHours(part, columns, random)
  chooseScenarios(part, columns, random)
  for (let row = 0; row < columns.length; row++) columns.participant[row] = fresh[columns.participant[row]!]!
  return columns
}

function rowsInOrder({ length }: PlanColumns): number[] {
  return Array.from({ length }, (_, row) => row)
}

function rowsByDate(columns: PlanColumns): number[] {
  return rowsInOrder(columns).sort((a, b) => columns.day[a]! - columns.day[b]!)
}

const columnNames = [
  'number',
  'participant',
  'channel',
  'observer',
  'scenario',
  'day',
  'from',
  'to',
  'locked',
] as const

function copyRow(from: PlanColumns, fromRow: number, to: PlanColumns, toRow: number): void {
  for (const name of columnNames) to[name][toRow] = from[name][fromRow]!
}
