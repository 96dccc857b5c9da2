/** Who takes what: work is taken, laid aside and finished, and people come and go. */
import { chance, purpose } from './chance.ts'
import { type ContactTable, mark, outcome } from './contact-table.ts'
import { Crew } from './crew.ts'
import { drawWork } from './draws.ts'
import { type EventHeap, happening } from './event-heap.ts'
import type { Program } from './program.ts'
import type { WaitingLines } from './waiting-lines.ts'

type DeskParts = {
  readonly program: Program
  readonly contacts: ContactTable
  readonly lines: WaitingLines
  readonly heap: EventHeap
}

export class Desk {
  readonly crew: Crew
  /** No more work is taken; what is in hand is finished. */
  isClosed = false
  readonly #program: Program
  readonly #contacts: ContactTable
  readonly #lines: WaitingLines
  readonly #heap: EventHeap
  readonly #isChat: Uint8Array
  readonly #isInterruptible: Uint8Array
  readonly #rooms: Int32Array
  readonly #staying: Int32Array

  constructor({ program, contacts, lines, heap }: DeskParts) {
    this.crew = new Crew(program)
    this.#program = program
    this.#contacts = contacts
    this.#lines = lines
    this.#heap = heap
    this.#isChat = Uint8Array.from(program.queues, ({ kind }) => (kind === 'chats' ? 1 : 0))
    this.#isInterruptible = Uint8Array.from(program.queues, ({ interruptible }) => (interruptible ? 1 : 0))
    this.#rooms = Int32Array.from(program.queues, ({ kind, concurrency }) =>
      kind === 'chats' ? concurrency : 1,
    )
    this.#staying = new Int32Array(program.groups.length)
  }

  /** Gives a contact that has just come to whoever is free; false when it must wait. */
  offer(queue: number, contact: number, now: number): boolean {
    let agent = this.#whoIsFree(queue)
    if (agent === -1 && !this.#isInterruptible[queue]) agent = this.#whoLaysAside(queue, now)
    if (agent === -1) return false
    this.#take(agent, contact, now)
    this.#stand(agent)
    return true
  }

  /** Ends what of an agent's work is over now. Returns the contact; −1 for an event that is out of date. */
  workEnds(agent: number, now: number): number {
    const { crew } = this
    if (crew.nextEnd[agent] !== now) return -1
    crew.stepOut(agent)
    const alone = crew.contact[agent]!
    if (alone !== -1) {
      crew.contact[agent] = -1
      crew.load[agent] = 0
      crew.nextEnd[agent] = Number.POSITIVE_INFINITY
    }
    const contact = alone === -1 ? this.#endOfChat(agent, now) : alone
    if (crew.load[agent] === 0) crew.becomesFree(agent, Math.min(now, this.#program.seconds))
    return contact
  }

  /** Takes up what waits, or goes, or stands free. */
  settle(agent: number, now: number): void {
    const { crew } = this
    if (this.isClosed) return
    if (crew.leaving[agent] === 1) {
      if (crew.load[agent] === 0) {
        crew.present[agent] = 0
        crew.leaving[agent] = 0
      }
      return
    }
    crew.stepOut(agent)
    while (crew.contact[agent] === -1 && crew.load[agent]! < crew.most) {
      const contact = this.#whatWaits(crew.groupOf[agent]!, crew.load[agent]!)
      if (contact === -1) break
      this.#lines.leave(this.#contacts.queue[contact]!, contact, now)
      this.#take(agent, contact, now)
    }
    this.#stand(agent)
  }

  staff(group: number, people: number, now: number): void {
    const { crew } = this
    const [first, after] = [crew.firstOf[group]!, crew.firstOf[group + 1]!]
    for (let agent = first; agent < after && this.#staying[group]! < people; agent++) {
      if (crew.leaving[agent] === 0) continue
      crew.leaving[agent] = 0
      this.#staying[group]!++
      this.settle(agent, now)
    }
    for (let agent = first; agent < after && this.#staying[group]! < people; agent++) {
      if (crew.present[agent] === 1) continue
      crew.present[agent] = 1
      this.#staying[group]!++
      this.settle(agent, now)
    }
    while (this.#staying[group]! > people) this.#sendHome(group)
  }

  #sendHome(group: number): void {
    const { crew } = this
    this.#staying[group]!--
    const free = crew.firstWith(group, 0)
    if (free !== -1) {
      crew.stepOut(free)
      crew.present[free] = 0
      return
    }
    let chosen = -1
    for (let agent = crew.firstOf[group]!; agent < crew.firstOf[group + 1]!; agent++) {
      if (crew.present[agent] === 0 || crew.leaving[agent] === 1) continue
      if (chosen === -1 || crew.load[agent]! < crew.load[chosen]!) chosen = agent
    }
    crew.leaving[chosen] = 1
    crew.stepOut(chosen)
  }

  /** The person of the first group with somebody who has the fewest chats in hand. */
  #whoIsFree(queue: number): number {
    const takers = this.#program.takers[queue]!
    const rooms = this.#rooms[queue]!
    for (let chats = 0; chats < rooms; chats++) {
      for (let at = 0; at < takers.length; at++) {
        const agent = this.crew.firstWith(takers[at]!, chats)
        if (agent !== -1) return agent
      }
    }
    return -1
  }

  #whoLaysAside(queue: number, now: number): number {
    const { crew } = this
    const takers = this.#program.takers[queue]!
    for (let at = 0; at < takers.length; at++) {
      const agent = crew.firstInterruptible(takers[at]!)
      if (agent === -1) continue
      const contact = crew.contact[agent]!
      const contacts = this.#contacts
      contacts.work[contact] = crew.nextEnd[agent]! - now
      contacts.end[contact] = now
      contacts.outcome[contact] = outcome.waiting
      this.#lines.rejoin(contacts.queue[contact]!, contact, now)
      crew.stepOut(agent)
      crew.contact[agent] = -1
      crew.load[agent] = 0
      crew.nextEnd[agent] = Number.POSITIVE_INFINITY
      crew.becomesFree(agent, now)
      return agent
    }
    return -1
  }

  /** The waiting contact that a person of the group with so many chats in hand takes next. */
  #whatWaits(group: number, chats: number): number {
    const { skills } = this.#program.groups[group]!
    const { first } = this.#lines
    const { arrival } = this.#contacts
    let chosen = -1
    let priority = Number.POSITIVE_INFINITY
    for (let at = 0; at < skills.length; at++) {
      const skill = skills[at]!
      if (skill.priority > priority) break
      const { queue } = skill
      if (this.#rooms[queue]! <= chats) continue
      const contact = first[queue]!
      if (contact === -1 || (chosen !== -1 && arrival[contact]! >= arrival[chosen]!)) continue
      chosen = contact
      priority = skill.priority
    }
    return chosen
  }

  #take(agent: number, contact: number, now: number): void {
    const { crew } = this
    const contacts = this.#contacts
    const queue = contacts.queue[contact]!
    if (contacts.group[contact] === -1) {
      contacts.start[contact] = now
      contacts.group[contact] = crew.groupOf[agent]!
      contacts.work[contact] = this.#workOf(contact, queue)
    } else {
      contacts.aside[contact] = contacts.aside[contact]! + now - contacts.end[contact]!
    }
    contacts.outcome[contact] = outcome.inWork
    crew.stepOut(agent)
    if (crew.load[agent] === 0) crew.becomesBusy(agent, now)
    if (this.#isChat[queue]) {
      this.#beginChat(agent, contact, now)
      return
    }
    crew.contact[agent] = contact
    crew.load[agent] = 1
    const end = now + contacts.work[contact]!
    crew.nextEnd[agent] = end
    this.#heap.push(end, happening.workEnds, agent)
  }

  #workOf(contact: number, queue: number): number {
    const key = this.#contacts.key[contact]!
    const { work, callback } = this.#program.queues[queue]!
    if (callback && this.#contacts.marks[contact]! & mark.callback) {
      if (chance(key, purpose.reached) < callback.unreachable) {
        this.#contacts.marks[contact]! |= mark.unreached
        return callback.attempt
      }
    }
    return drawWork(work, chance(key, purpose.work))
  }

  #stand(agent: number): void {
    const { crew } = this
    if (crew.leaving[agent] === 1) return
    const contact = crew.contact[agent]!
    if (contact === -1) {
      if (crew.load[agent]! < crew.most) crew.standIn(agent, crew.load[agent]!)
    } else if (this.#isInterruptible[this.#contacts.queue[contact]!]) crew.standInterruptible(agent)
  }

  #beginChat(agent: number, contact: number, now: number): void {
    const { crew } = this
    this.#workOn(agent, now)
    const at = agent * crew.most + crew.load[agent]!
    crew.slots[at] = contact
    crew.left[at] = this.#contacts.work[contact]!
    crew.load[agent] = crew.load[agent]! + 1
    this.#planChats(agent, now)
  }

  /** What has been done of the chats in hand since they were last looked at. */
  #workOn(agent: number, now: number): void {
    const { crew } = this
    const load = crew.load[agent]!
    const spent = now - crew.updated[agent]!
    crew.updated[agent] = now
    for (let slot = agent * crew.most, end = slot + load; slot < end; slot++)
      crew.left[slot] = crew.left[slot]! - spent / this.#slower(crew.slots[slot]!, load)
  }

  /** How many times as long a chat takes when somebody has `load` of them. */
  #slower(contact: number, load: number): number {
    return 1 + this.#program.queues[this.#contacts.queue[contact]!]!.slowdown * (load - 1)
  }

  #planChats(agent: number, now: number): void {
    const { crew } = this
    const load = crew.load[agent]!
    let soonest = Number.POSITIVE_INFINITY
    for (let slot = agent * crew.most, end = slot + load; slot < end; slot++)
      soonest = Math.min(soonest, Math.max(0, crew.left[slot]!) * this.#slower(crew.slots[slot]!, load))
    crew.nextEnd[agent] = now + soonest
    if (load > 0) this.#heap.push(now + soonest, happening.workEnds, agent)
  }

  #endOfChat(agent: number, now: number): number {
    const { crew } = this
    this.#workOn(agent, now)
    const first = agent * crew.most
    const last = first + crew.load[agent]! - 1
    let ended = first
    for (let slot = first + 1; slot <= last; slot++) {
      const [own, load] = [crew.slots[slot]!, crew.load[agent]!]
      const sooner = crew.left[slot]! * this.#slower(own, load)
      if (sooner < crew.left[ended]! * this.#slower(crew.slots[ended]!, load)) ended = slot
    }
    const contact = crew.slots[ended]!
    crew.slots[ended] = crew.slots[last]!
    crew.left[ended] = crew.left[last]!
    crew.slots[last] = -1
    crew.load[agent] = crew.load[agent]! - 1
    this.#planChats(agent, now)
    return contact
  }
}
