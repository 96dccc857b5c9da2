/** How much of the time with customers is work with contacts. */

export const occupancyLimits = { least: 0.3, most: 1 } as const

/** Nobody's figure: until there is a requirement to tell it from. */
const usualOccupancy = 0.8

export type Hours = { readonly work: number; readonly onQueue: number }

/**
 * Of the hours that a target takes at the queues, those that are work with contacts. A target of short waits in a small
 * group takes many hours of being free to answer, and headcount that does not know it plans for too few people.
 *
 * @param hours of every queue whose requirement is known, over the same days
 * @example 350 hours of work that take 600 hours at the queue: 0.58
 */
export function occupancyOf(hours: readonly Hours[]): number | undefined {
  const [work, onQueue] = hours.reduce(([a, b], each) => [a + each.work, b + each.onQueue], [0, 0])
  if (!(work > 0 && onQueue > 0)) return undefined
  return Math.min(occupancyLimits.most, Math.max(occupancyLimits.least, work / onQueue))
}

/** What somebody has said, else what the requirement tells, else what is usual. */
export function chosenOccupancy(
  said: number | null,
  hours: readonly Hours[],
): { readonly occupancy: number; readonly occupancyFrom: 'own' | 'requirement' | 'usual' } {
  if (said !== null) return { occupancy: said, occupancyFrom: 'own' }
  const told = occupancyOf(hours)
  return told === undefined
    ? { occupancy: usualOccupancy, occupancyFrom: 'usual' }
    : { occupancy: told, occupancyFrom: 'requirement' }
}
