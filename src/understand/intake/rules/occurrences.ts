/**
 * How often the same thing has been met, for millions of things in little memory: an open-addressing table of
 * 64-bit fingerprints and counts, 12 bytes a slot. It is asked only about rows that have no id of their own.
 */
export type Occurrences = {
  /** Counts the thing and answers how often it has been met, itself included: 1 the first time. */
  readonly count: (fingerprint: Fingerprint) => number
  readonly size: () => number
}

/** Two 32-bit halves of a good hash. */
export type Fingerprint = { readonly high: number; readonly low: number }

type Slots = { readonly high: Uint32Array; readonly low: Uint32Array; readonly counts: Uint32Array }

const fullest = 0.6

export function countOccurrences(slotsAtFirst = 1024): Occurrences {
  let slots = emptySlots(slotsAtFirst)
  let size = 0
  const grow = () => {
    const larger = emptySlots(slots.counts.length * 2)
    for (let from = 0; from < slots.counts.length; from++) {
      if (slots.counts[from] === 0) continue
      const to = placeOf(larger, slots.high[from]!, slots.low[from]!)
      larger.high[to] = slots.high[from]!
      larger.low[to] = slots.low[from]!
      larger.counts[to] = slots.counts[from]!
    }
    slots = larger
  }
  return {
    size: () => size,
    count({ high, low }) {
      const place = placeOf(slots, high, low)
      if (slots.counts[place] === 0) {
        slots.high[place] = high
        slots.low[place] = low
        size += 1
      }
      slots.counts[place] = slots.counts[place]! + 1
      const met = slots.counts[place]!
      if (size > slots.counts.length * fullest) grow()
      return met
    },
  }
}

function emptySlots(length: number): Slots {
  return { high: new Uint32Array(length), low: new Uint32Array(length), counts: new Uint32Array(length) }
}

/** Where the fingerprint is, or the free place where it belongs. The length is a power of two. */
function placeOf({ high: highs, low: lows, counts }: Slots, high: number, low: number): number {
  const mask = counts.length - 1
  let place = (low ^ (high * 31)) & mask
  while (counts[place] !== 0 && (highs[place] !== high >>> 0 || lows[place] !== low >>> 0)) {
    place = (place + 1) & mask
  }
  return place
}
