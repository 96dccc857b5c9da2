/**
 * Who makes each contact. Day by day the observers stand in a queue with the one who is furthest behind his or her
 * even share in front; each contact takes the first in the queue who may meet its participant.
 */
import { type Random, shuffled } from '../../../kernel/random.ts'
import type { PlanColumns } from './columns.ts'
import { type Frame, isThere } from './frame.ts'
import { type Heap, heapOf, popLowest, push } from './heap.ts'
import { meetingCost } from './meeting-cost.ts'
import { weekNumber } from './season.ts'
import { firstRows } from './spread-days.ts'

/** Fills `observer`, -1 where everybody is a customer, absent or fully booked that week. */
export function assignObservers(frame: Frame, columns: PlanColumns, random: Random): void {
  const { observers, season } = frame
  const work = {
    load: new Float64Array(observers.length),
    share: Float64Array.from(observers, () => random() / 2),
    week: new Int32Array(observers.length),
    rows: rowsByDay(frame, columns),
    firstRow: firstRows(frame),
    all: Int32Array.from({ length: columns.length }, (_, row) => row),
  }
  let week = -1
  for (const [day, epochDay] of season.openDays.entries()) {
    if (weekNumber(epochDay) !== week) work.week.fill(0)
    week = weekNumber(epochDay)
    const rows = work.rows[day]!
    const present = observers.flatMap((observer, number) =>
      work.week[number]! < observer.contactsPerWeek && isThere(observer, epochDay) ? [number] : [],
    )
    addShares(frame, work.share, present, rows.length)
    const queue = heapOf(present, (observer) => work.load[observer]! - work.share[observer]!)
    for (const row of shuffled(rows, random)) assignOne(frame, columns, { row, queue, ...work })
  }
}

/** What the observers who are there should have done by the end of the day, in proportion to their weeks. */
function addShares(frame: Frame, share: Float64Array, present: readonly number[], contacts: number): void {
  const all = present.reduce((sum, observer) => sum + frame.observers[observer]!.contactsPerWeek, 0)
  for (const observer of present)
    share[observer]! += (contacts * frame.observers[observer]!.contactsPerWeek) / all
}

type Assignment = {
  readonly row: number
  readonly queue: Heap
  readonly load: Float64Array
  readonly week: Int32Array
  readonly firstRow: Int32Array
  /** Every row, to cut a participant's own ones from. */
  readonly all: Int32Array
}

function assignOne(
  frame: Frame,
  columns: PlanColumns,
  { row, queue, load, week, firstRow, all }: Assignment,
): void {
  const participant = columns.participant[row]!
  const from = firstRow[participant]!
  const rows = all.subarray(from, from + frame.participants[participant]!.total)
  const passedOver: { item: number; key: number }[] = []
  let chosen: { item: number; key: number; cost: number } | undefined
  for (let next = popLowest(queue); next; next = popLowest(queue)) {
    const cost = meetingCost(frame, columns, { row, rows, observer: next.item })
    if (cost < (chosen?.cost ?? Number.POSITIVE_INFINITY)) {
      if (chosen) passedOver.push(chosen)
      chosen = { ...next, cost }
    } else passedOver.push(next)
    if (cost === 0) break
  }
  for (const { item, key } of passedOver) push(queue, item, key)
  if (!chosen) return
  columns.observer[row] = chosen.item
  load[chosen.item]! += 1
  week[chosen.item]! += 1
  if (week[chosen.item]! < frame.observers[chosen.item]!.contactsPerWeek)
    push(queue, chosen.item, chosen.key + 1)
}

function rowsByDay(frame: Frame, columns: PlanColumns): readonly number[][] {
  const days: number[][] = Array.from(frame.season.openDays, () => [])
  for (let row = 0; row < columns.length; row++)
    days[frame.season.openIndex[columns.day[row]! - frame.season.start]!]!.push(row)
  return days
}
