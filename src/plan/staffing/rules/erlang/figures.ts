/** What a queue does to those who call, as every model of this folder tells it. */

export type QueueFigures = {
  /** The share that does not get through at once, 0–1. */
  readonly pWait: number
  /** The share of all that is served within the target's seconds. */
  readonly servedWithin: number
  /** The share of all that gives up within the target's seconds. */
  readonly abandonedWithin: number
  /** Over everybody, those who gave up and those who never waited included; Infinity when the queue only grows. */
  readonly meanWaitSeconds: number
  readonly pAbandon: number
  /** The share of the agents' time that is spent on calls, 0–1. */
  readonly occupancy: number
}

/**
 * As much work comes as these people can do, or more, and nobody gives up: waiting has no end. What is counted of those
 * who give up, or of how busy the people are, says nothing of it.
 */
export const growsWithoutEnd = ({ meanWaitSeconds }: QueueFigures) => !Number.isFinite(meanWaitSeconds)

/** How a service level is counted: which calls are above the line, and which below. */
export const serviceLevelConventions = [
  /** Served within t ÷ all that called. The house's default. */
  'ofOffered',
  /** Served within t ÷ served; flatters a centre that people give up on. */
  'ofServed',
  /** Served within t, or gave up within t, ÷ all that called. */
  'countingShortAbandons',
  /** Served within t ÷ all that called but those who gave up within t. */
  'excludingShortAbandons',
] as const
export type ServiceLevelConvention = (typeof serviceLevelConventions)[number]

/** Example: of 100 calls 80 served in time, 4 gave up in time, 6 later: .80, .8889, .84 and .8333. */
export function serviceLevel(figures: QueueFigures, convention: ServiceLevelConvention): number {
  const { servedWithin, abandonedWithin, pAbandon } = figures
  switch (convention) {
    case 'ofOffered':
      return servedWithin
    case 'ofServed':
      return pAbandon < 1 ? servedWithin / (1 - pAbandon) : 0
    case 'countingShortAbandons':
      return servedWithin + abandonedWithin
    case 'excludingShortAbandons':
      return abandonedWithin < 1 ? servedWithin / (1 - abandonedWithin) : 0
  }
}

/** A queue that nobody joins. */
export const nobodyComes: QueueFigures = {
  pWait: 0,
  servedWithin: 1,
  abandonedWithin: 0,
  meanWaitSeconds: 0,
  pAbandon: 0,
  occupancy: 0,
}

type Waiting = { readonly patienceSeconds: number | null; readonly withinSeconds: number }

/** A queue without anybody to answer it. */
export function nobodyAnswers({ patienceSeconds, withinSeconds }: Waiting): QueueFigures {
  const gone =
    patienceSeconds === null ? 0 : patienceSeconds === 0 ? 1 : -Math.expm1(-withinSeconds / patienceSeconds)
  return {
    pWait: 1,
    servedWithin: 0,
    abandonedWithin: gone,
    meanWaitSeconds: patienceSeconds ?? Number.POSITIVE_INFINITY,
    pAbandon: patienceSeconds === null ? 0 : 1,
    occupancy: 1,
  }
}
