import type { Contract } from './types.ts'

/**
 * Full time by day without any agreement of its own: 37.5 hours, the limits of the Act as they stand for everybody.
 *
 * @example const partTime = { ...usualContract, weeklyHours: 22.5 }
 */
export const usualContract: Contract = {
  weeklyHours: 37.5,
  flexHours: 0,
  normalHours: 40,
  averaging: 'none',
  averagingWeeks: 1,
  overtime: 'law',
  dailyRestHours: 11,
  weeklyRestHours: 35,
  averagedSundays: false,
  sundayWork: false,
  nightWork: false,
  nightFrom: '21:00',
  age: 'adult',
  paidBreaks: false,
  freeWeekendEvery: 0,
  mostDaysInRow: 0,
}
