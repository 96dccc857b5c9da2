/** A concrete thing to do, with what it changes where it helps and what it costs elsewhere. */
import type { Outlook } from './stretch.ts'
import type { ShiftChange } from './today-world.ts'
import type { ActionKind } from './words.ts'

export type Effect = {
  readonly queueId: string
  readonly queue: string
  /** Local, `HH:MM`. */
  readonly from: string
  readonly to: string
  readonly before: Outlook
  readonly after: Outlook
}

export type Proposal = {
  readonly kind: ActionKind
  /** How many people it takes; 0 for what takes none. */
  readonly people: number
  /** How long each; 0 where that says nothing. */
  readonly minutes: number
  /** What is taken for granted of customers, 0–1: so many choose to be called back, or need nobody after the message. */
  readonly share: number | null
  /** Tasks that wait longer for it. */
  readonly tasksLater: number | null
  readonly effect: Effect
  /** Where it costs something; the same queue at another time, or another queue. */
  readonly cost: readonly Effect[]
  /** The shifts that get other times by it; absent for what leaves the plan as it is. */
  readonly changes?: readonly ShiftChange[]
}

/** By at least so much: the chance of a miss falls, or, where it is as good as certain, the wait does. */
const [lessRisk, lessWait] = [0.005, 5]

export function helps({ before, after }: Effect): boolean {
  if (after.risk <= before.risk - lessRisk) return true
  if (after.risk > before.risk || after.waitSeconds === null) return false
  return before.waitSeconds === null || after.waitSeconds <= before.waitSeconds - lessWait
}
