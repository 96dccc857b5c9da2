/** Intervals in which nobody has come: closed, or open and empty by chance. */

/** Intervals or days in a row without contacts, of which this many would be usual, are no chance: e⁻⁷ is one in a thousand. */
export const mostByChance = 7
/** Open intervals beside a gap, on the quieter side, tell what would be usual in it. */
const beside = 4

/** What has been seen of a weekday, or of several together. */
export type SeenDays = {
  readonly days: number
  /** 1 where an interval is open by what came. */
  readonly open: Uint8Array
  /** Contacts of each interval on a day. */
  readonly means: Float64Array
}

/**
 * The intervals that are open, with those in which nobody came by chance. First of all days together, where a gap is
 * judged by what lies beside it, the day being a ring; then of each weekday, where it is judged by the other days. A gap
 * could have begun at any interval of the week, so that many times less likely is what chance no longer explains.
 *
 * @example
 * a line around the clock with a contact in every tenth quarter has, after eight weeks, quarters of a weekday that no
 * contact came in: they are open. An office closes at four on every day, and on Friday at two: that it does.
 */
export function withChanceGaps(weekdays: readonly SeenDays[]): Uint8Array[] {
  const all = together(weekdays)
  const slots = all.open.length
  const most = mostByChance + Math.log(slots * weekdays.length)
  const anyDay = opened(all.open, most, (gap) => {
    const sides = [-1, 1].map((way) => {
      const edge = way < 0 ? gap[0]! : gap.at(-1)!
      let sum = 0
      for (let k = 1; k <= beside; k++) sum += all.means[(edge + way * k + slots) % slots]!
      return sum / beside
    })
    return all.days * gap.length * Math.min(...sides)
  })
  return weekdays.map(({ days, open, means }) => {
    const busy = sumOver(means, open) / sumOver(all.means, open)
    const filled = opened(open, most, (gap) => {
      const usual = gap.reduce((sum, slot) => sum + all.means[slot]!, 0)
      return days * usual * busy
    })
    return filled.map((is, slot) => is & anyDay[slot]!)
  })
}

function together(weekdays: readonly SeenDays[]): SeenDays {
  const slots = weekdays[0]?.open.length ?? 0
  const days = weekdays.reduce((sum, each) => sum + each.days, 0)
  const means = new Float64Array(slots)
  const open = new Uint8Array(slots)
  for (const each of weekdays)
    for (let slot = 0; slot < slots; slot++) {
      means[slot]! += (each.days * each.means[slot]!) / days
      open[slot]! |= each.open[slot]!
    }
  return { days, open, means }
}

function opened(open: Uint8Array, most: number, usualIn: (gap: readonly number[]) => number): Uint8Array {
  const filled = open.slice()
  for (const gap of gapsOf(open)) if (usualIn(gap) < most) for (const slot of gap) filled[slot] = 1
  return filled
}

/** The closed intervals between open ones, over midnight too. */
function gapsOf(open: Uint8Array): number[][] {
  const first = open.indexOf(1)
  const gaps: number[][] = []
  let gap: number[] = []
  for (let k = 1; first >= 0 && k <= open.length; k++) {
    const slot = (first + k) % open.length
    if (!open[slot]) gap.push(slot)
    else if (gap.length > 0) {
      gaps.push(gap)
      gap = []
    }
  }
  return gaps
}

function sumOver(values: Float64Array, where: Uint8Array): number {
  let sum = 0
  for (let at = 0; at < values.length; at++) if (where[at]) sum += values[at]!
  return sum
}
