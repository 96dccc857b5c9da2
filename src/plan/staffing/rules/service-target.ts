/** What is wanted of a queue (ServiceTarget), and whether figures meet it. Several wishes hold together. */
import {
  growsWithoutEnd,
  type QueueFigures,
  type ServiceLevelConvention,
  serviceLevel,
} from './erlang/figures.ts'

export type ServiceTarget = {
  readonly serviceLevel: {
    /** 0–1, below 1. */
    readonly share: number
    readonly withinSeconds: number
    readonly convention: ServiceLevelConvention
  } | null
  readonly maxMeanWaitSeconds: number | null
  readonly maxAbandon: number | null
  readonly maxOccupancy: number | null
}

export const targetParts = ['serviceLevel', 'meanWait', 'abandon', 'occupancy'] as const
export type TargetPart = (typeof targetParts)[number]

/** Which parts the target has. */
export function partsOf(target: ServiceTarget): TargetPart[] {
  return targetParts.filter((part) => wanted(target, part) !== null)
}

/** The figures' value for a part, and the value that is wanted. */
export function wanted(target: ServiceTarget, part: TargetPart): number | null {
  switch (part) {
    case 'serviceLevel':
      return target.serviceLevel?.share ?? null
    case 'meanWait':
      return target.maxMeanWaitSeconds
    case 'abandon':
      return target.maxAbandon
    case 'occupancy':
      return target.maxOccupancy
  }
}

/** A hair's breadth for rounding: a level of .8 that is worked out as .79999999999 is met. */
const hair = 1e-9

/** A queue that only grows meets no part: nobody gives up of it, however many stand in it. */
export function meetsPart(figures: QueueFigures, target: ServiceTarget, part: TargetPart): boolean {
  const limit = wanted(target, part)
  if (limit === null) return true
  if (growsWithoutEnd(figures)) return false
  switch (part) {
    case 'serviceLevel':
      return serviceLevel(figures, target.serviceLevel!.convention) >= limit - hair
    case 'meanWait':
      return figures.meanWaitSeconds <= limit + hair
    case 'abandon':
      return figures.pAbandon <= limit + hair
    case 'occupancy':
      return figures.occupancy <= limit + hair
  }
}

export function meetsTarget(figures: QueueFigures, target: ServiceTarget): boolean {
  return targetParts.every((part) => meetsPart(figures, target, part))
}
