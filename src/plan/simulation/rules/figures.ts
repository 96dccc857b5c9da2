/** What a run says, computed from its records alone. */

import { emptyCounts, type Ledger, type LedgerCounts, makeLedger } from '../../flow/rules/ledger.ts'
import type { ContactTable } from './engine/contact-table.ts'
import { mark, origin, outcome } from './engine/contact-table.ts'
import type { Program } from './engine/program.ts'
import type { Run } from './engine/run-once.ts'
import type { Experience, Scenario } from './scenario.ts'

/** Shares are of the offered: those who came while the line was open. NaN where there was nobody. */
export type QueueFigures = {
  readonly offered: number
  readonly handled: number
  /** Answered within the target's seconds ÷ offered. A callback counts from when the customer came. */
  readonly serviceLevel: number
  /** Seconds on the line: until somebody answered, they gave up, or a callback was agreed. */
  readonly meanWait: number
  /** Nine of ten waited less. */
  readonly waitP90: number
  readonly abandonShare: number
  readonly abandoned: number
  readonly abandonedForGood: number
  readonly redialled: number
  readonly shifted: number
  readonly returned: number
  readonly closed: number
  readonly avoided: number
  readonly waitingAtClose: number
  readonly callbacks: number
  readonly callbackWait: number
  readonly satisfaction: number
  readonly measuredScore: number
}
export type QueueFigure = keyof QueueFigures

export type CentreFigures = {
  /** Hours of people who were there to answer, and the part of them with something in hand. */
  readonly hours: number
  readonly occupancy: number
  readonly cost: number
  readonly satisfaction: number
  readonly measuredScore: number
  /** Everything that was offered, over first contacts that came: what repeats add. */
  readonly contactsPerFirst: number
  /** Of those offered, whoever never got an answer there. */
  readonly abandonedForGood: number
}
export type CentreFigure = keyof CentreFigures

/** Sums of an interval of the counted days. */
export type SlotSums = {
  readonly offered: Float64Array
  readonly within: Float64Array
  readonly wait: Float64Array
  readonly gaveUp: Float64Array
}

export type RunFigures = {
  readonly queues: readonly QueueFigures[]
  readonly centre: CentreFigures
  readonly ledgers: readonly Ledger[]
  readonly slots: readonly SlotSums[]
}

export function figuresOf(run: Run, program: Program, scenario: Scenario): RunFigures {
  const counted = program.queues.map((_, queue) => countQueue(run.contacts, program, queue))
  const curves = { satisfaction: scenario.satisfaction, measuredScore: scenario.measuredScore }
  const queues = counted.map((own, queue) =>
    queueFigures(own, run.avoided[queue]!, program.queues[queue]!.kind === 'tasks' ? undefined : curves),
  )
  return {
    queues,
    centre: centreFigures(run, program, queues, counted),
    ledgers: counted.map(({ ledger }) => makeLedger(ledger)),
    slots: counted.map(({ slots }) => slots),
  }
}

type Counted = {
  readonly ledger: LedgerCounts
  readonly slots: SlotSums
  readonly waits: Float64Array
  readonly answered: Uint8Array
  readonly offered: number
  readonly within: number
  readonly waitSum: number
  readonly gaveUp: number
  readonly closed: number
  readonly callbacks: number
  readonly reached: number
  readonly callbackSum: number
}

const cameAs = ['waitingAtOpen', 'first', 'redialledIn', 'shiftedIn', 'returned'] as const
const wentAs = [
  undefined,
  undefined,
  'handled',
  'abandonedForGood',
  'redialled',
  'shifted',
  'waitingAtClose',
] as const

/** One pass over the records. Only contacts that came in the counted time are counted, wherever they end. */
function countQueue(contacts: ContactTable, program: Program, queue: number): Counted {
  const { countFrom, slotSeconds, seconds } = program
  const { targetSeconds } = program.queues[queue]!
  const size = (seconds - countFrom) / slotSeconds
  const slots = {
    offered: new Float64Array(size),
    within: new Float64Array(size),
    wait: new Float64Array(size),
    gaveUp: new Float64Array(size),
  }
  const ledger: Record<keyof LedgerCounts, number> = { ...emptyCounts }
  const waits = new Float64Array(contacts.size)
  const answered = new Uint8Array(contacts.size)
  let [offered, within, waitSum, gaveUp, closed] = [0, 0, 0, 0, 0]
  let [callbacks, reached, callbackSum] = [0, 0, 0]
  for (let at = 0; at < contacts.size; at++) {
    if (contacts.queue[at] !== queue) continue
    const arrival = contacts.arrival[at]!
    if (arrival < countFrom && !(countFrom === 0 && contacts.origin[at] === origin.waitingAtOpen)) continue
    ledger[cameAs[contacts.origin[at]!]!]++
    ledger[wentAs[contacts.outcome[at]!]!]++
    const marks = contacts.marks[at]!
    if (marks & mark.closed) {
      closed++
      continue
    }
    const isHandled = contacts.outcome[at] === outcome.handled
    const until = contacts.group[at] === -1 ? contacts.end[at]! : contacts.start[at]!
    const agreed = contacts.agreed[at]!
    const wait = (Number.isNaN(agreed) ? until : Math.min(agreed, until)) - arrival
    if (marks & mark.callback) {
      callbacks++
      if (isHandled) {
        reached++
        callbackSum += until - arrival
      }
    }
    const inTime = isHandled && until - arrival <= targetSeconds
    const left = contacts.outcome[at] !== outcome.handled && contacts.outcome[at] !== outcome.waitingAtClose
    waits[offered] = wait
    answered[offered] = isHandled ? 1 : 0
    offered++
    waitSum += wait
    if (inTime) within++
    if (left) gaveUp++
    if (arrival < 0) continue
    const slot = Math.floor((arrival - countFrom) / slotSeconds)
    slots.offered[slot]!++
    slots.wait[slot]! += wait
    if (inTime) slots.within[slot]!++
    if (left) slots.gaveUp[slot]!++
  }
  const all = { ledger, slots, waits: waits.subarray(0, offered), answered: answered.subarray(0, offered) }
  return { ...all, offered, within, waitSum, gaveUp, closed, callbacks, reached, callbackSum }
}

type Curves = {
  readonly satisfaction: Experience | undefined
  readonly measuredScore: Experience | undefined
}

/** @param curves of those who wait at the other end; none for letters, which wait without their sender */
function queueFigures(own: Counted, avoided: number, curves: Curves | undefined): QueueFigures {
  const { ledger, offered } = own
  return {
    offered,
    handled: ledger.handled,
    serviceLevel: own.within / offered,
    meanWait: own.waitSum / offered,
    satisfaction: meanExperience(own, curves?.satisfaction),
    measuredScore: meanExperience(own, curves?.measuredScore),
    waitP90: ninth(own.waits),
    abandonShare: own.gaveUp / offered,
    abandoned: own.gaveUp,
    abandonedForGood: ledger.abandonedForGood,
    redialled: ledger.redialled,
    shifted: ledger.shifted,
    returned: ledger.returned,
    closed: own.closed,
    avoided,
    waitingAtClose: ledger.waitingAtClose,
    callbacks: own.callbacks,
    callbackWait: own.callbackSum / own.reached,
  }
}

function ninth(waits: Float64Array): number {
  if (waits.length === 0) return Number.NaN
  return waits.slice().sort()[Math.ceil(0.9 * waits.length) - 1]!
}

function meanExperience({ waits, answered, offered }: Counted, curve: Experience | undefined): number {
  if (!curve) return Number.NaN
  let sum = 0
  for (let at = 0; at < offered; at++) sum += answered[at] ? scoreAfter(curve, waits[at]!) : curve.unanswered
  return sum / offered
}

/** Straight between the points. @example scoreAfter({ points: [{0: 80}, {60: 70}] }, 30) // 75 */
export function scoreAfter({ points }: Pick<Experience, 'points'>, wait: number): number {
  const above = points.findIndex(({ seconds }) => seconds >= wait)
  if (above === -1) return points.at(-1)!.score
  if (above === 0) return points[0]!.score
  const [from, to] = [points[above - 1]!, points[above]!]
  return from.score + ((to.score - from.score) * (wait - from.seconds)) / (to.seconds - from.seconds)
}

function centreFigures(
  { busySeconds }: Run,
  program: Program,
  queues: readonly QueueFigures[],
  counted: readonly Counted[],
): CentreFigures {
  const hours = program.groups.map((group) => presentSeconds(group, program) / 3600)
  const allHours = hours.reduce((sum, own) => sum + own, 0)
  const offered = queues.reduce((sum, own) => sum + own.offered, 0)
  const first = counted.reduce((sum, { ledger }) => sum + ledger.first, 0)
  const weighted = (figure: 'satisfaction' | 'measuredScore') => {
    const known = queues.filter((own) => !Number.isNaN(own[figure]))
    const people = known.reduce((sum, own) => sum + own.offered, 0)
    return known.reduce((sum, own) => sum + own[figure] * own.offered, 0) / people
  }
  return {
    hours: allHours,
    occupancy: busySeconds.reduce((sum, own) => sum + own, 0) / 3600 / allHours,
    cost: program.groups.reduce((sum, { costPerHour }, group) => sum + costPerHour * hours[group]!, 0),
    satisfaction: weighted('satisfaction'),
    measuredScore: weighted('measuredScore'),
    contactsPerFirst: offered / first,
    abandonedForGood: queues.reduce((sum, own) => sum + own.abandonedForGood, 0),
  }
}

function presentSeconds(
  { changeAt, present }: Program['groups'][number],
  { countFrom, seconds }: Program,
): number {
  return present.reduce((sum, people, at) => {
    const until = changeAt[at + 1] ?? seconds
    return sum + people * Math.max(0, until - Math.max(changeAt[at]!, countFrom))
  }, 0)
}
