/**
 * The people of all groups: who is there, who is free, and who has room for another chat. The free ones of a group stand
 * in lists by how many chats they have; whoever has been in a list longest is taken first.
 */
import type { Program } from './program.ts'

export class Crew {
  readonly groupOf: Int16Array
  readonly present: Uint8Array
  /** Leaves as soon as nothing is in hand. */
  readonly leaving: Uint8Array
  /** Contacts in hand. */
  readonly load: Uint8Array
  /** The call or task in hand, or −1. Chats are in `slots`. */
  readonly contact: Int32Array
  /** When what is in hand is next over; an event of another moment is out of date. */
  readonly nextEnd: Float64Array
  readonly updated: Float64Array
  /** Chats in hand, `most` places a person, and the work that is left of each. */
  readonly slots: Int32Array
  readonly left: Float64Array
  readonly most: number
  /** Seconds with something in hand, per group. */
  readonly busySeconds: Float64Array
  readonly #busySince: Float64Array
  readonly firstOf: Int32Array
  readonly #heads: Int32Array
  readonly #tails: Int32Array
  readonly #list: Int32Array
  readonly #next: Int32Array
  readonly #previous: Int32Array
  readonly #lists: number
  readonly #countFrom: number

  constructor(program: Program) {
    const sizes = program.groups.map(({ present }) => present.reduce((most, each) => Math.max(most, each), 0))
    const people = sizes.reduce((sum, size) => sum + size, 0)
    this.most = program.queues.reduce((most, { concurrency }) => Math.max(most, concurrency), 1)
    this.firstOf = new Int32Array(sizes.length + 1)
    this.groupOf = new Int16Array(people)
    sizes.forEach((size, group) => {
      const first = this.firstOf[group]!
      this.firstOf[group + 1] = first + size
      this.groupOf.fill(group, first, first + size)
    })
    this.present = new Uint8Array(people)
    this.leaving = new Uint8Array(people)
    this.load = new Uint8Array(people)
    this.contact = new Int32Array(people).fill(-1)
    this.nextEnd = new Float64Array(people).fill(Number.POSITIVE_INFINITY)
    this.updated = new Float64Array(people)
    this.slots = new Int32Array(people * this.most).fill(-1)
    this.left = new Float64Array(people * this.most)
    this.busySeconds = new Float64Array(sizes.length)
    this.#busySince = new Float64Array(people)
    // One list for each number of chats with room for one more, and one for those whose task may be laid aside.
    this.#lists = this.most + 1
    this.#heads = new Int32Array(sizes.length * this.#lists).fill(-1)
    this.#tails = new Int32Array(sizes.length * this.#lists).fill(-1)
    this.#list = new Int32Array(people).fill(-1)
    this.#next = new Int32Array(people)
    this.#previous = new Int32Array(people)
    this.#countFrom = program.countFrom
  }

  /** Who has stood longest in a group's list of so many chats; −1 for nobody. */
  firstWith(group: number, chats: number): number {
    return this.#heads[group * this.#lists + chats]!
  }

  firstInterruptible(group: number): number {
    return this.#heads[group * this.#lists + this.most]!
  }

  standIn(agent: number, chats: number): void {
    this.#append(agent, this.groupOf[agent]! * this.#lists + chats)
  }

  standInterruptible(agent: number): void {
    this.#append(agent, this.groupOf[agent]! * this.#lists + this.most)
  }

  stepOut(agent: number): void {
    const list = this.#list[agent]!
    if (list === -1) return
    const after = this.#next[agent]!
    const before = this.#previous[agent]!
    if (before === -1) this.#heads[list] = after
    else this.#next[before] = after
    if (after === -1) this.#tails[list] = before
    else this.#previous[after] = before
    this.#list[agent] = -1
  }

  isStanding(agent: number): boolean {
    return this.#list[agent] !== -1
  }

  becomesBusy(agent: number, now: number): void {
    this.#busySince[agent] = now
  }

  becomesFree(agent: number, now: number): void {
    const group = this.groupOf[agent]!
    const since = Math.max(this.#busySince[agent]!, this.#countFrom)
    if (now > since) this.busySeconds[group] = this.busySeconds[group]! + now - since
  }

  #append(agent: number, list: number): void {
    const tail = this.#tails[list]!
    this.#next[agent] = -1
    this.#previous[agent] = tail
    if (tail === -1) this.#heads[list] = agent
    else this.#next[tail] = agent
    this.#tails[list] = agent
    this.#list[agent] = list
  }
}
