/**
 * One flat record per contact, a column each (the way of Ciw's data records): the engine writes down what happened, and
 * every figure is computed afterwards from these columns.
 */

/** Why a contact came. */
export const origin = { waitingAtOpen: 0, first: 1, redialledIn: 2, shiftedIn: 3, returned: 4 } as const

/** Where it went. Only the first two can still change. */
export const outcome = {
  waiting: 0,
  inWork: 1,
  handled: 2,
  abandonedForGood: 3,
  redialled: 4,
  shifted: 5,
  waitingAtClose: 6,
} as const

/** Marks of a contact, added together. */
export const mark = { closed: 1, callback: 2, unreached: 4, returnsLater: 8, cameAgain: 16 } as const

export class ContactTable {
  size = 0
  #room = 0
  queue = new Uint8Array(0)
  origin = new Uint8Array(0)
  outcome = new Uint8Array(0)
  marks = new Uint8Array(0)
  key = new Int32Array(0)
  /** The contact that led to this one; −1 for a first one. */
  parent = new Int32Array(0)
  /** The group that took it; −1 for nobody. */
  group = new Int16Array(0)
  arrival = new Float64Array(0)
  /** When somebody took it; NaN for nobody. */
  start = new Float64Array(0)
  /** When it was over, whatever the outcome. */
  end = new Float64Array(0)
  /** Seconds laid aside after somebody had taken it. */
  aside = new Float64Array(0)
  /** When a callback was agreed; NaN for none. */
  agreed = new Float64Array(0)
  /** Seconds of work that it asks of one person who does nothing else; drawn when it is first taken. */
  work = new Float64Array(0)
  /** Neighbours in the line. */
  next = new Int32Array(0)
  previous = new Int32Array(0)

  constructor(room = 4096) {
    this.#makeRoom(room)
  }

  add(queue: number, arrival: number, key: number, cameAs: number, parent: number): number {
    if (this.size === this.#room) this.#makeRoom(this.#room * 2)
    const at = this.size++
    this.queue[at] = queue
    this.arrival[at] = arrival
    this.key[at] = key
    this.origin[at] = cameAs
    this.parent[at] = parent
    this.group[at] = -1
    this.start[at] = Number.NaN
    this.end[at] = Number.NaN
    this.agreed[at] = Number.NaN
    return at
  }

  #makeRoom(room: number): void {
    this.#room = room
    this.queue = grown(this.queue, new Uint8Array(room))
    this.origin = grown(this.origin, new Uint8Array(room))
    this.outcome = grown(this.outcome, new Uint8Array(room))
    this.marks = grown(this.marks, new Uint8Array(room))
    this.key = grown(this.key, new Int32Array(room))
    this.parent = grown(this.parent, new Int32Array(room))
    this.group = grown(this.group, new Int16Array(room))
    this.arrival = grown(this.arrival, new Float64Array(room))
    this.start = grown(this.start, new Float64Array(room))
    this.end = grown(this.end, new Float64Array(room))
    this.aside = grown(this.aside, new Float64Array(room))
    this.agreed = grown(this.agreed, new Float64Array(room))
    this.work = grown(this.work, new Float64Array(room))
    this.next = grown(this.next, new Int32Array(room))
    this.previous = grown(this.previous, new Int32Array(room))
  }
}

function grown<Column extends { set(from: Column): void }>(from: Column, to: Column): Column {
  to.set(from)
  return to
}
