/** Who waits in which queue, first come first; anybody can leave from the middle. The links lie in the contacts. */
import type { ContactTable } from './contact-table.ts'

export class WaitingLines {
  readonly first: Int32Array
  readonly #last: Int32Array
  readonly length: Int32Array
  /** Seconds times people waiting, added up as it happens: the left side of Little's law. */
  readonly area: Float64Array
  readonly #since: Float64Array
  readonly #contacts: ContactTable

  constructor(queues: number, contacts: ContactTable) {
    this.first = new Int32Array(queues).fill(-1)
    this.#last = new Int32Array(queues).fill(-1)
    this.length = new Int32Array(queues)
    this.area = new Float64Array(queues)
    this.#since = new Float64Array(queues)
    this.#contacts = contacts
  }

  join(queue: number, contact: number, now: number): void {
    this.#measure(queue, now)
    this.length[queue] = this.length[queue]! + 1
    const { next, previous } = this.#contacts
    const last = this.#last[queue]!
    next[contact] = -1
    previous[contact] = last
    if (last === -1) this.first[queue] = contact
    else next[last] = contact
    this.#last[queue] = contact
  }

  /** Back to the front of the line, for what was laid aside. */
  rejoin(queue: number, contact: number, now: number): void {
    this.#measure(queue, now)
    this.length[queue] = this.length[queue]! + 1
    const { next, previous } = this.#contacts
    const first = this.first[queue]!
    previous[contact] = -1
    next[contact] = first
    if (first === -1) this.#last[queue] = contact
    else previous[first] = contact
    this.first[queue] = contact
  }

  leave(queue: number, contact: number, now: number): void {
    this.#measure(queue, now)
    this.length[queue] = this.length[queue]! - 1
    const { next, previous } = this.#contacts
    const after = next[contact]!
    const before = previous[contact]!
    if (before === -1) this.first[queue] = after
    else next[before] = after
    if (after === -1) this.#last[queue] = before
    else previous[after] = before
  }

  #measure(queue: number, now: number): void {
    this.area[queue] = this.area[queue]! + this.length[queue]! * (now - this.#since[queue]!)
    this.#since[queue] = now
  }
}
