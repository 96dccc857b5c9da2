/** First contacts of one queue in order of time, made an interval at a time from the seed of the run. */
import { chance, keyAfter, mix, purpose } from './chance.ts'
import { dayFactor, mostOfOneDraw, poissonCount } from './draws.ts'
import type { Program, ProgramQueue } from './program.ts'

export class ArrivalStream {
  /** The next contact's moment, and its key; no more when infinite. */
  time = Number.POSITIVE_INFINITY
  key = 0
  /** Those who helped themselves and never came. */
  avoided = 0
  readonly #queue: ProgramQueue
  readonly #program: Program
  readonly #seed: number
  #slot = -1
  #at = 0
  #count = 0
  #times = new Float64Array(64)
  #keys = new Int32Array(64)
  #drawn = new Float64Array(64)
  #places = new Int32Array(65)

  constructor(program: Program, queue: ProgramQueue, runSeed: number) {
    this.#program = program
    this.#queue = queue
    this.#seed = keyAfter(runSeed, queue.key)
    this.advance()
  }

  advance(): void {
    while (this.#at === this.#count) {
      if (++this.#slot >= this.#queue.arrivals.length) {
        this.time = Number.POSITIVE_INFINITY
        return
      }
      this.#fill(this.#slot)
    }
    this.time = this.#times[this.#at]!
    this.key = this.#keys[this.#at++]!
  }

  #fill(slot: number): void {
    const { slotSeconds, slotsPerDay } = this.#program
    const day = keyAfter(this.#seed, -1 - Math.floor(slot / slotsPerDay))
    const factor = dayFactor(this.#queue.dayCv, chance(day, purpose.day))
    const mean = this.#queue.arrivals[slot]! * factor
    const pieces = Math.max(1, Math.ceil(mean / mostOfOneDraw))
    this.#at = 0
    this.#count = 0
    for (let piece = 0; piece < pieces; piece++) {
      const base = keyAfter(this.#seed, slot * 64 + piece)
      const count = mean === 0 ? 0 : poissonCount(mean / pieces, chance(base, purpose.count))
      const from = slot * slotSeconds + (piece * slotSeconds) / pieces
      this.#place(base, count, from, slotSeconds / pieces)
    }
  }

  /** Draws the moments and puts them in order: into as many buckets as there are contacts, then by insertion. */
  #place(base: number, count: number, from: number, length: number): void {
    this.#makeRoom(this.#count + count)
    const { selfService } = this.#queue
    const [times, keys, drawn, places] = [this.#times, this.#keys, this.#drawn, this.#places]
    places.fill(0, 0, count + 1)
    for (let k = 0; k < count; k++) {
      const u = chance(mix(base + Math.imul(k + 1, 0x9e3779b9)), purpose.moment)
      drawn[k] = u
      const bucket = ((u * count) | 0) + 1
      places[bucket] = places[bucket]! + 1
    }
    for (let bucket = 1; bucket <= count; bucket++) places[bucket] = places[bucket]! + places[bucket - 1]!
    const start = this.#count
    for (let k = 0; k < count; k++) {
      const u = drawn[k]!
      const bucket = (u * count) | 0
      const at = start + places[bucket]!
      places[bucket] = places[bucket]! + 1
      times[at] = from + u * length
      keys[at] = mix(base + Math.imul(k + 1, 0x9e3779b9))
    }
    for (let at = start + 1; at < start + count; at++) this.#insert(at, start)
    this.#count = selfService === 0 ? start + count : this.#withoutHelped(start, count)
  }

  #insert(at: number, start: number): void {
    const [times, keys] = [this.#times, this.#keys]
    const time = times[at]!
    if (time >= times[at - 1]!) return
    const key = keys[at]!
    let to = at
    for (; to > start && times[to - 1]! > time; to--) {
      times[to] = times[to - 1]!
      keys[to] = keys[to - 1]!
    }
    times[to] = time
    keys[to] = key
  }

  #withoutHelped(start: number, count: number): number {
    const [times, keys, { selfService }] = [this.#times, this.#keys, this.#queue]
    let to = start
    for (let at = start; at < start + count; at++) {
      if (chance(keys[at]!, purpose.selfService) < selfService) {
        if (times[at]! >= this.#program.countFrom) this.avoided++
        continue
      }
      times[to] = times[at]!
      keys[to++] = keys[at]!
    }
    return to
  }

  #makeRoom(count: number): void {
    if (count < this.#times.length) return
    const room = 2 * count + 64
    const [times, keys] = [this.#times, this.#keys]
    this.#times = new Float64Array(room)
    this.#times.set(times)
    this.#keys = new Int32Array(room)
    this.#keys.set(keys)
    this.#drawn = new Float64Array(room)
    this.#places = new Int32Array(room + 1)
  }
}
