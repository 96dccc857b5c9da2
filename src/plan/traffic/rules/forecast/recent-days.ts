/** What planners do by hand: the median of the last eight such weekdays, and the last one (seasonal naive). */
import { median } from './robust.ts'
import type { DayCounts } from './robust-level.ts'

const weeks = 8
/** A median of smaller numbers would say 0 where there are some. */
const fewestForMedian = 5

/** One row of slots for a weekday. */
export function recentMedian(data: DayCounts, weekday: number): Float64Array {
  return ofLast(data, weekday, weeks)
}

export function lastOne(data: DayCounts, weekday: number): Float64Array {
  return ofLast(data, weekday, 1)
}

function ofLast({ rows, slots, counts, known, weekdays }: DayCounts, weekday: number, most: number) {
  const own: number[] = []
  for (let row = rows - 1; row >= 0 && own.length < most; row--) if (weekdays[row] === weekday) own.push(row)
  const used = own.length > 0 ? own : Array.from({ length: Math.min(rows, weeks) }, (_, k) => rows - 1 - k)
  const result = new Float64Array(slots)
  for (let slot = 0; slot < slots; slot++) {
    const values = used.flatMap((row) => (known[row * slots + slot] ? [counts[row * slots + slot]!] : []))
    if (values.length === 0) continue
    const mean = values.reduce((a, b) => a + b, 0) / values.length
    result[slot] = mean < fewestForMedian ? mean : median(values)
  }
  return result
}
