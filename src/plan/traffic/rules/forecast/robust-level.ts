/** The size of each day as its intervals tell it when odd ones are clipped, and how much intervals scatter. */
import { medianSize } from './robust.ts'

/** Open days in the past: rows × slots. */
export type DayCounts = {
  readonly rows: number
  readonly slots: number
  readonly counts: Float64Array
  /** 1 where the cell is open and was recorded. */
  readonly known: Uint8Array
  /** 1 where the cell is open. */
  readonly open: Uint8Array
  readonly weekdays: readonly number[]
}

export type RobustLevel = {
  /** Contacts of the whole open day, also where a part of it was not recorded. */
  readonly levels: Float64Array
  /** Relative scatter of an interval beyond Poisson. */
  readonly scatter: number
}

const passes = 8
const clipAt = 2

export function robustLevel(data: DayCounts): RobustLevel {
  const { rows, slots, counts, known } = data
  const shares = weekdayShares(data)
  const levels = new Float64Array(rows)
  const shareKnown = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    let total = 0
    for (let at = row * slots; at < (row + 1) * slots; at++) {
      if (!known[at]) continue
      total += counts[at]!
      shareKnown[row]! += shares[at]!
    }
    levels[row] = Math.max(total / Math.max(shareKnown[row]!, 0.02), 0.3)
  }
  let scatter = 0.05
  for (let pass = 0; pass < passes; pass++) {
    scatter = scatterOf(data, shares, levels) ?? scatter
    for (let row = 0; row < rows; row++) {
      let pull = 0
      for (let at = row * slots; at < (row + 1) * slots; at++) {
        if (!known[at] || shares[at] === 0) continue
        const expected = Math.max(levels[row]! * shares[at]!, 1e-9)
        const limit = clipAt * Math.sqrt(1 / expected + scatter ** 2)
        pull += shares[at]! * Math.min(Math.max(counts[at]! / expected - 1, -limit), limit)
      }
      levels[row] = Math.max(levels[row]! * (1 + pull / Math.max(shareKnown[row]!, 0.02)), 0.3)
    }
  }
  return { levels, scatter }
}

/** 2.19 = 1.48²: the squared median size of normal errors is their variance ÷ 2.19. */
function scatterOf(
  { rows, slots, counts, known }: DayCounts,
  shares: Float64Array,
  levels: Float64Array,
): number | undefined {
  const sizes: number[] = []
  let poisson = 0
  for (let row = 0; row < rows; row++)
    for (let at = row * slots; at < (row + 1) * slots; at++) {
      const expected = levels[row]! * shares[at]!
      if (!known[at] || expected <= 3) continue
      sizes.push(counts[at]! / expected - 1)
      poisson += 1 / expected
    }
  if (sizes.length <= 50) return undefined
  return Math.sqrt(Math.max(2.19 * medianSize(sizes) ** 2 - poisson / sizes.length, 0.02 ** 2))
}

/** Share of each interval in its day: the weekday's own, shrunk by two pseudo-days towards that of all days. */
function weekdayShares(data: DayCounts): Float64Array {
  const { rows, slots, counts, known, open, weekdays } = data
  const all = new Float64Array(slots)
  let total = 0
  for (let row = 0; row < rows; row++)
    for (let slot = 0; slot < slots; slot++) {
      if (!known[row * slots + slot]) continue
      all[slot]! += counts[row * slots + slot]!
      total += counts[row * slots + slot]!
    }
  const shares = new Float64Array(rows * slots)
  for (const weekday of new Set(weekdays)) {
    const own = weekdays.flatMap((each, row) => (each === weekday ? [row] : []))
    const profile = ownProfile(data, own)
    for (const row of own) {
      let sum = 0
      for (let slot = 0; slot < slots; slot++) {
        const at = row * slots + slot
        if (!open[at]) continue
        shares[at] =
          (own.length * profile[slot]! + (2 * all[slot]!) / Math.max(total, 1e-9)) / (own.length + 2)
        sum += shares[at]!
      }
      for (let slot = 0; slot < slots; slot++) shares[row * slots + slot]! /= Math.max(sum, 1e-9)
    }
  }
  return shares
}

/** Median of the shares of whole days; the mean where numbers are too small for a median. */
function ownProfile({ slots, counts, known, open }: DayCounts, rows: readonly number[]): Float64Array {
  const totals = rows.map((row) => {
    let total = 0
    for (let at = row * slots; at < (row + 1) * slots; at++) if (known[at]) total += counts[at]!
    return total
  })
  const whole = rows.flatMap((row, at) => {
    for (let slot = 0; slot < slots; slot++)
      if (open[row * slots + slot] && !known[row * slots + slot]) return []
    return totals[at]! > 0 ? [at] : []
  })
  const used = whole.length > 0 ? whole : rows.map((_, at) => at)
  const sorted = used.map((at) => totals[at]!).sort((a, b) => a - b)
  const openCount = Math.max(
    1,
    open.subarray(rows[0]! * slots, (rows[0]! + 1) * slots).reduce((a, b) => a + b, 0),
  )
  const large = (sorted[sorted.length >> 1] ?? 0) / openCount > 30
  const profile = new Float64Array(slots)
  const column = new Float64Array(used.length)
  for (let slot = 0; slot < slots; slot++) {
    used.forEach((at, place) => {
      column[place] = (counts[rows[at]! * slots + slot]! || 0) / Math.max(totals[at]!, 1e-9)
    })
    if (large) {
      const ordered = column.slice().sort()
      const half = ordered.length >> 1
      profile[slot] = ordered.length % 2 ? ordered[half]! : (ordered[half - 1]! + ordered[half]!) / 2
    } else profile[slot] = column.reduce((a, b) => a + b, 0) / used.length
  }
  return profile
}
