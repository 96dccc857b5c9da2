/** How much of a full-time position a number of hours is. */
import type { Contract } from '../../rules/types.ts'

/**
 * Full time by the agreements that most of working life follows, where the breaks are not paid: 37.5 hours beside the
 * Act's 40, 35.5 beside its 38, and 33.6 beside its 36 (as agreed between LO and NAF from 1 January 1987, now an annex to their Basic Agreement).
 */
const fullWeek: Readonly<Record<Contract['normalHours'], number>> = { 40: 37.5, 38: 35.5, 36: 33.6 }

/** @example percentOf({ weeklyHours: 18.75, normalHours: 40 }) // 50 */
export function percentOf({
  weeklyHours,
  normalHours,
}: Pick<Contract, 'weeklyHours' | 'normalHours'>): number {
  return Math.round((1000 * weeklyHours) / fullWeek[normalHours]) / 10
}

/** @example hoursOf(80, 40) // 30 */
export function hoursOf(percent: number, normalHours: Contract['normalHours']): number {
  return Math.round(percent * fullWeek[normalHours]) / 100
}
