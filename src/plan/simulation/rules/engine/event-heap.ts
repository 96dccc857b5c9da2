/** What is going to happen, soonest first: a binary heap over two flat arrays. */

/** In the order in which things of the same moment happen. */
export const happening = {
  workEnds: 0,
  staffChanges: 1,
  closes: 2,
  gives: 3,
  offersCallback: 4,
  comes: 5,
} as const

const kindShift = 27
const indexMask = 2 ** kindShift - 1

export class EventHeap {
  #times = new Float64Array(1024)
  #codes = new Int32Array(1024)
  size = 0

  get nextTime(): number {
    return this.size === 0 ? Number.POSITIVE_INFINITY : this.#times[0]!
  }

  /** Kind and index of the soonest, in one number. */
  get nextCode(): number {
    return this.#codes[0]!
  }

  push(time: number, kind: number, index: number): void {
    if (this.size === this.#times.length) this.#grow()
    const [times, codes] = [this.#times, this.#codes]
    const code = (kind << kindShift) | index
    let at = this.size++
    while (at > 0) {
      const above = (at - 1) >> 1
      const aboveTime = times[above]!
      if (aboveTime < time || (aboveTime === time && codes[above]! <= code)) break
      times[at] = aboveTime
      codes[at] = codes[above]!
      at = above
    }
    times[at] = time
    codes[at] = code
  }

  pop(): void {
    const last = --this.size
    const [times, codes] = [this.#times, this.#codes]
    const time = times[last]!
    const code = codes[last]!
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= last) break
      let belowTime = times[below]!
      const other = below + 1
      if (other < last) {
        const otherTime = times[other]!
        if (otherTime < belowTime || (otherTime === belowTime && codes[other]! < codes[below]!)) {
          below = other
          belowTime = otherTime
        }
      }
      if (belowTime > time || (belowTime === time && codes[below]! >= code)) break
      times[at] = belowTime
      codes[at] = codes[below]!
      at = below
    }
    times[at] = time
    codes[at] = code
  }

  #grow(): void {
    const times = new Float64Array(this.size * 2)
    times.set(this.#times)
    this.#times = times
    const codes = new Int32Array(this.size * 2)
    codes.set(this.#codes)
    this.#codes = codes
  }
}

export const kindOf = (code: number): number => code >> kindShift
export const indexOf = (code: number): number => code & indexMask
