/** What is decided about a queue's staffing, and what holds when nobody has decided. */
import { usualUsable } from './blending.ts'
import type { ServiceTarget } from './service-target.ts'
import type { ShrinkagePart } from './shrinkage.ts'

export type StaffingSettings = {
  readonly target: ServiceTarget
  /** The probability with which an interval's load is to be met, 0–1. */
  readonly confidence: number
  /** People to have there while it is open. */
  readonly fewest: number
  /** Null: from what has been counted. Hours that have a time of their own have it in `handleHours`. */
  readonly handleSeconds: number | null
  readonly handleHours: { hour: number; seconds: number }[]
  /** From what has been counted, for ever, or this many seconds. */
  readonly patience: 'counted' | 'endless' | number
  /** Chats: how many at once, and by how much each slows the others. */
  readonly parallel: number
  readonly slowing: number
  /** Tasks: open hours to do them in, the share that is to be done by then, and what waits already. */
  readonly deadlineHours: number
  readonly share: number
  readonly backlog: { readonly tasks: number; readonly oldestHours: number }
  /** Tasks that agents of these queues do while they wait, and the part of their idle time that is of use. */
  readonly blendWith: string[]
  readonly usable: number
}

/** The field's usual target, with a cap on those who give up: 80/20 alone lets a hasty queue staff below its load. */
export function usualSettings(kind: 'calls' | 'chats' | 'tasks'): StaffingSettings {
  return {
    target: {
      serviceLevel: { share: 0.8, withinSeconds: kind === 'chats' ? 60 : 20, convention: 'ofOffered' },
      maxMeanWaitSeconds: null,
      maxAbandon: 0.05,
      maxOccupancy: null,
    },
    confidence: 0.8,
    fewest: 1,
    handleSeconds: null,
    handleHours: [],
    patience: 'counted',
    parallel: 3,
    slowing: 0.2,
    deadlineHours: 8,
    share: 0.95,
    backlog: { tasks: 0, oldestHours: 0 },
    blendWith: [],
    usable: usualUsable,
  }
}

/**
 * Where a centre begins that has not counted its own. Meals and meetings are placed by the shift plan; illness is near
 * the 6.7 % of Norwegian working days that were lost to it in 2024 (SSB 12441), holidays are 25 of 260 days by law.
 */
export const usualShrinkage: readonly ShrinkagePart[] = [
  { name: 'Korte pauser', share: 0.05, place: 'at-work', planned: false },
  { name: 'Spørsmål og systemstopp', share: 0.03, place: 'at-work', planned: false },
  { name: 'Matpause', share: 0.06, place: 'at-work', planned: true },
  { name: 'Møter og opplæring', share: 0.05, place: 'at-work', planned: true },
  { name: 'Ferie', share: 0.1, place: 'away', planned: false },
  { name: 'Sykdom', share: 0.07, place: 'away', planned: false },
]
