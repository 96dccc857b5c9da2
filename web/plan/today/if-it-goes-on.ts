import type { TodayQueue } from '../../../src/plan/traffic/contract.ts'

type Day = Pick<TodayQueue, 'soFar' | 'expectedSoFar' | 'updated'> & {
  readonly cells: readonly Pick<TodayQueue['cells'][number], 'updated' | 'planned'>[]
}

/**
 * The rest of the day at the level so far, beside what is expected of it. It is told with that and never instead: what
 * is expected says how much of a morning has lasted on past days, but an alarm may be the first of its kind.
 *
 * @returns nothing where it would say the same, or where nothing was expected so far
 */
export function ifItGoesOn({ soFar, expectedSoFar, updated, cells }: Day) {
  if (!updated || !expectedSoFar) return undefined
  const left = cells.reduce((sum, cell) => sum + (cell.updated === null ? 0 : (cell.planned ?? 0)), 0)
  const n = Math.round((left * soFar) / expectedSoFar)
  const rest = Math.round(updated.mean - soFar)
  return n === rest || left === 0 ? undefined : { n, rest }
}
