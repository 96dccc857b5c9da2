/** One run: a centre's time from the first second to the last, and one flat record of every contact. */
import { ArrivalStream } from './arrival-stream.ts'
import { chance, keyAfter, purpose } from './chance.ts'
import { ContactTable, mark, origin, outcome } from './contact-table.ts'
import { Desk } from './desk.ts'
import { drawPatience } from './draws.ts'
import { EventHeap, happening, indexOf, kindOf } from './event-heap.ts'
import type { Program, ProgramQueue } from './program.ts'
import { WaitingLines } from './waiting-lines.ts'

export type Run = {
  readonly contacts: ContactTable
  /** Per queue: those who helped themselves, and seconds × people waiting as they were added up on the way. */
  readonly avoided: Float64Array
  readonly waitingArea: Float64Array
  /** Per group. */
  readonly busySeconds: Float64Array
}

/** Steps from a contact's key to those that follow from it. */
const step = { redial: 1, shift: 2, return: 3 } as const
/** Whoever comes too early comes within the first hour after opening. */
const openingRush = 3600

/** @param seed of this run; runs of two plans with the same seed meet the same customers */
export function runOnce(program: Program, seed: number): Run {
  const running = new Running(program, seed)
  running.run()
  return running.result()
}

class Running {
  readonly #program: Program
  readonly #contacts = new ContactTable()
  readonly #heap = new EventHeap()
  readonly #lines: WaitingLines
  readonly #desk: Desk
  readonly #streams: readonly ArrivalStream[]
  /** Per queue, the first open span that is not over. */
  readonly #span: Int32Array
  readonly #changes: readonly { readonly group: number; readonly people: number }[]

  constructor(program: Program, seed: number) {
    this.#program = program
    this.#lines = new WaitingLines(program.queues.length, this.#contacts)
    this.#desk = new Desk({ program, contacts: this.#contacts, lines: this.#lines, heap: this.#heap })
    this.#streams = program.queues.map((queue) => new ArrivalStream(program, queue, seed))
    this.#span = new Int32Array(program.queues.length)
    this.#changes = this.#planned(seed)
  }

  run(): void {
    const heap = this.#heap
    const { seconds } = this.#program
    for (;;) {
      const queue = this.#nextStream()
      const coming = this.#streams[queue]!.time
      const happens = heap.nextTime
      if (Math.min(coming, happens) >= seconds) break
      if (happens <= coming) {
        const code = heap.nextCode
        heap.pop()
        this.#happens(kindOf(code), indexOf(code), happens)
      } else {
        const stream = this.#streams[queue]!
        const contact = this.#contacts.add(queue, coming, stream.key, origin.first, -1)
        stream.advance()
        this.#comes(contact, coming)
      }
    }
    this.#finish()
  }

  result(): Run {
    return {
      contacts: this.#contacts,
      avoided: Float64Array.from(this.#streams, ({ avoided }) => avoided),
      waitingArea: this.#lines.area,
      busySeconds: this.#desk.crew.busySeconds,
    }
  }

  /** What is known before the first contact: people's hours, closing times, and what already waits. */
  #planned(seed: number) {
    const changes: { group: number; people: number }[] = []
    this.#program.groups.forEach(({ changeAt, present }, group) => {
      present.forEach((people, at) => {
        this.#heap.push(changeAt[at]!, happening.staffChanges, changes.length)
        changes.push({ group, people })
      })
    })
    this.#program.queues.forEach(({ key, cutAtClosing, closes, backlog }, queue) => {
      if (cutAtClosing) for (const time of closes) this.#heap.push(time, happening.closes, queue)
      backlog.forEach((age, at) => {
        const own = keyAfter(keyAfter(seed, key), at + 0x40000000)
        this.#lines.join(queue, this.#contacts.add(queue, -age, own, origin.waitingAtOpen, -1), 0)
      })
    })
    return changes
  }

  #nextStream(): number {
    const streams = this.#streams
    let soonest = 0
    for (let at = 1; at < streams.length; at++) if (streams[at]!.time < streams[soonest]!.time) soonest = at
    return soonest
  }

  #happens(kind: number, index: number, now: number): void {
    switch (kind) {
      case happening.workEnds:
        this.#workEnds(index, now)
        break
      case happening.staffChanges: {
        const { group, people } = this.#changes[index]!
        this.#desk.staff(group, people, now)
        break
      }
      case happening.closes:
        this.#cutOff(index, now)
        break
      case happening.gives:
        this.#givesUp(index, now)
        break
      case happening.offersCallback:
        this.#offersCallback(index, now)
        break
      case happening.comes:
        this.#comes(index, now)
        break
    }
  }

  #comes(contact: number, now: number): void {
    const contacts = this.#contacts
    const at = contacts.queue[contact]!
    const queue = this.#program.queues[at]!
    if (!this.#isOpen(at, queue, now)) {
      this.#meetsClosed(contact, queue, now)
      return
    }
    if (this.#desk.offer(at, contact, now)) return
    this.#lines.join(at, contact, now)
    const { patience, callback } = queue
    const leaves = drawPatience(patience, chance(contacts.key[contact]!, purpose.patience))
    if (leaves < this.#program.seconds - now) this.#heap.push(now + leaves, happening.gives, contact)
    if (callback && callback.after <= leaves)
      this.#heap.push(now + callback.after, happening.offersCallback, contact)
  }

  #workEnds(agent: number, now: number): void {
    const contact = this.#desk.workEnds(agent, now)
    if (contact === -1) return
    const contacts = this.#contacts
    contacts.end[contact] = now
    if (contacts.marks[contact]! & mark.unreached) this.#afterGivingUp(contact, now)
    else {
      contacts.outcome[contact] = outcome.handled
      const queue = contacts.queue[contact]!
      const { returns, returnDelay } = this.#program.queues[queue]!
      if (returns > 0 && chance(contacts.key[contact]!, purpose.returns) < returns)
        this.#follows(contact, { queue, delay: returnDelay, now, as: origin.returned, by: step.return })
    }
    this.#desk.settle(agent, now)
  }

  #givesUp(contact: number, now: number): void {
    const contacts = this.#contacts
    if (contacts.outcome[contact] !== outcome.waiting || contacts.marks[contact]! & mark.callback) return
    this.#lines.leave(contacts.queue[contact]!, contact, now)
    contacts.end[contact] = now
    this.#afterGivingUp(contact, now)
  }

  /** One number decides: dials again, goes to another channel, or is gone for good. */
  #afterGivingUp(contact: number, now: number): void {
    const contacts = this.#contacts
    const queue = contacts.queue[contact]!
    const { redial, redialDelay, shifts } = this.#program.queues[queue]!
    const u = chance(contacts.key[contact]!, purpose.afterAbandon)
    if (u < redial) {
      contacts.outcome[contact] = outcome.redialled
      this.#follows(contact, { queue, delay: redialDelay, now, as: origin.redialledIn, by: step.redial })
      return
    }
    let below = redial
    for (const { to, share, delay } of shifts) {
      below += share
      if (u >= below) continue
      contacts.outcome[contact] = outcome.shifted
      this.#follows(contact, { queue: to, delay, now, as: origin.shiftedIn, by: step.shift })
      return
    }
    contacts.outcome[contact] = outcome.abandonedForGood
  }

  #meetsClosed(contact: number, { laterWhenClosed, shifts }: ProgramQueue, now: number): void {
    const contacts = this.#contacts
    const queue = contacts.queue[contact]!
    contacts.marks[contact]! |= mark.closed
    contacts.end[contact] = now
    const u = chance(contacts.key[contact]!, purpose.afterAbandon)
    let below = laterWhenClosed
    if (u < below) {
      contacts.outcome[contact] = outcome.redialled
      this.#follows(contact, { queue, delay: 0, now, as: origin.redialledIn, by: step.redial })
      return
    }
    for (const { to, share, delay } of shifts) {
      below += share * (1 - laterWhenClosed)
      if (u >= below) continue
      contacts.outcome[contact] = outcome.shifted
      this.#follows(contact, { queue: to, delay, now, as: origin.shiftedIn, by: step.shift })
      return
    }
    contacts.outcome[contact] = outcome.abandonedForGood
  }

  /** A contact that comes from another one, in open hours; one after the end of the run is noted on its parent. */
  #follows(parent: number, next: Following): void {
    const contacts = this.#contacts
    const key = keyAfter(contacts.key[parent]!, next.by)
    const u = chance(key, purpose.delay)
    const wanted = next.now - next.delay * Math.log(u)
    const time = this.#openFrom(next.queue, wanted, chance(key, purpose.moment))
    if (time >= this.#program.seconds) {
      contacts.marks[parent]! |= mark.returnsLater
      return
    }
    contacts.marks[parent]! |= mark.cameAgain
    const child = contacts.add(next.queue, time, key, next.as, parent)
    this.#heap.push(time, happening.comes, child)
  }

  #isOpen(at: number, { opens, closes }: ProgramQueue, now: number): boolean {
    let span = this.#span[at]!
    while (span < closes.length && closes[span]! <= now) span++
    this.#span[at] = span
    return span < opens.length && opens[span]! <= now
  }

  #openFrom(queue: number, time: number, u: number): number {
    const { opens, closes } = this.#program.queues[queue]!
    let span = this.#span[queue]!
    while (span < closes.length && closes[span]! <= time) span++
    if (span === opens.length) return Number.POSITIVE_INFINITY
    if (opens[span]! <= time) return time
    return opens[span]! + u * Math.min(openingRush, closes[span]! - opens[span]!)
  }

  #offersCallback(contact: number, now: number): void {
    const contacts = this.#contacts
    if (contacts.outcome[contact] !== outcome.waiting) return
    const { accept } = this.#program.queues[contacts.queue[contact]!]!.callback!
    if (chance(contacts.key[contact]!, purpose.callback) >= accept) return
    contacts.marks[contact]! |= mark.callback
    contacts.agreed[contact] = now
  }

  #cutOff(queue: number, now: number): void {
    const contacts = this.#contacts
    for (let first = this.#lines.first[queue]!; first !== -1; first = this.#lines.first[queue]!) {
      this.#lines.leave(queue, first, now)
      if (contacts.group[first] !== -1)
        contacts.aside[first] = contacts.aside[first]! + now - contacts.end[first]!
      contacts.outcome[first] = outcome.waitingAtClose
      contacts.end[first] = now
    }
  }

  /** Nothing more is taken up; what is in hand is finished. */
  #finish(): void {
    const heap = this.#heap
    this.#desk.isClosed = true
    for (let queue = 0; queue < this.#program.queues.length; queue++)
      this.#cutOff(queue, this.#program.seconds)
    for (; heap.size > 0; ) {
      const [code, now] = [heap.nextCode, heap.nextTime]
      heap.pop()
      if (kindOf(code) === happening.workEnds) this.#workEnds(indexOf(code), now)
    }
  }
}

type Following = {
  readonly queue: number
  readonly delay: number
  readonly now: number
  readonly as: number
  readonly by: number
}
