/** What the engine runs: a scenario in seconds and places in lists, with nothing left to interpret. */
import type { Patience, WorkTime } from './draws.ts'

/** Times are seconds from the start of the first day. */
export type ProgramQueue = {
  readonly id: string
  /** A whole number from the id, so that a queue's chance does not change with its place in the list. */
  readonly key: number
  /** Answered one at a time, several at a time, or worked off. */
  readonly kind: 'calls' | 'chats' | 'tasks'
  /** Expected first contacts of each interval. */
  readonly arrivals: Float64Array
  /** Coefficient of variation of a whole day's level, beyond chance. */
  readonly dayCv: number
  readonly work: WorkTime
  readonly patience: Patience
  readonly targetSeconds: number
  /** Open spans, in order; tasks are taken in at any time. */
  readonly opens: Float64Array
  readonly closes: Float64Array
  /** At closing, those who wait are served by whoever is there, or cut off. */
  readonly cutAtClosing: boolean
  readonly selfService: number
  readonly redial: number
  readonly redialDelay: number
  readonly shifts: readonly { readonly to: number; readonly share: number; readonly delay: number }[]
  readonly returns: number
  readonly returnDelay: number
  /** Share of those who meet a closed line that come when it opens. */
  readonly laterWhenClosed: number
  readonly callback:
    | {
        readonly after: number
        readonly accept: number
        readonly unreachable: number
        readonly attempt: number
      }
    | undefined
  /** Chats that one person has at most at once, and how much slower each is for every further one. */
  readonly concurrency: number
  readonly slowdown: number
  /** A task may be laid aside when a call or a chat comes. */
  readonly interruptible: boolean
  /** Ages in seconds of what already waits at the start. */
  readonly backlog: Float64Array
}

export type ProgramGroup = {
  readonly id: string
  /** Queues in the order in which this group takes from them; equal priority: whoever has waited longest. */
  readonly skills: readonly { readonly queue: number; readonly priority: number }[]
  /** From `changeAt[i]` on there are `present[i]` people; before the first, none. */
  readonly changeAt: Float64Array
  readonly present: Int32Array
  readonly costPerHour: number
}

export type Program = {
  readonly seconds: number
  /** What comes before this is simulated and not counted. */
  readonly countFrom: number
  readonly slotSeconds: number
  readonly slotsPerDay: number
  readonly queues: readonly ProgramQueue[]
  readonly groups: readonly ProgramGroup[]
  /** Groups of each queue in the order in which they are tried. */
  readonly takers: readonly (readonly number[])[]
}
