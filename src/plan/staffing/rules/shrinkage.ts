/**
 * Shrinkage: time that is paid for, or spent at work, but not for the queue. Parts at work are shares of the time at
 * work, parts away from it are shares of the time of the contract. Shares of the same time are added; the two are
 * multiplied, since who is ill takes no break: 10 % and 20 % leave .9 × .8 = .72, not .7.
 */
export type ShrinkagePart = {
  readonly name: string
  /** 0–1. */
  readonly share: number
  /** `at-work`: breaks, meetings, training. `away`: holidays, illness, leave. */
  readonly place: 'at-work' | 'away'
  /** The shift plan places it on the clock (meals, planned meetings), so that the requirement must not count it too. */
  readonly planned: boolean
}

export type Shrinkage = {
  /** The share of the time at work that is on the queue, apart from what the shift plan places. */
  readonly onQueue: number
  /** The same with what the shift plan places taken off as well. */
  readonly ofShift: number
  /** The share of the contract's time that is on the queue. */
  readonly ofContract: number
}

/** @throws RangeError when the parts of one place take all the time */
export function shrinkageOf(parts: readonly ShrinkagePart[]): Shrinkage {
  const left = (kept: (part: ShrinkagePart) => boolean) => {
    const rest = 1 - parts.filter(kept).reduce((sum, { share }) => sum + share, 0)
    if (!(rest > 0)) throw new RangeError('the parts of shrinkage take all the time')
    return rest
  }
  const ofShift = left(({ place }) => place === 'at-work')
  return {
    onQueue: left(({ place, planned }) => place === 'at-work' && !planned),
    ofShift,
    ofContract: ofShift * left(({ place }) => place === 'away'),
  }
}

/** People to have there so that `agents` of them are on the queue. Rounding errors do not cost a person. */
export const grossedUp = (agents: number, left: number) => Math.ceil(agents / left - 1e-9)
