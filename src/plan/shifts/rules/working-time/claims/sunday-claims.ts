/** Sundays and public holidays, § 10-8 (4) and § 10-10, and weekends by agreement. */
import { type Claim, quietMonday } from './claim.ts'
import { weeksBefore } from './written-shifts.ts'

const averagedSundays = { averagedSundays: true } as const
/** No holiday in the 26 weeks that end with the week of this Monday. */
const novemberMonday = '2027-11-15'

const free: Claim[] = [
  {
    rule: 'next-sunday',
    claim: 'after a Sunday at work the next one is free',
    paragraph: '§ 10-8 (4)',
    kept: '7 10:00-14:00, 21 10:00-14:00',
    passed: '7 10:00-14:00, 14 10:00-14:00',
    value: 2,
    limit: 1,
  },
  {
    rule: 'next-sunday',
    claim: 'after a Sunday the next one may be Ascension Day',
    paragraph: '§ 10-8 (4)',
    monday: '2027-04-26',
    kept: '7 10:00-14:00, 14 10:00-14:00',
    passed: '7 10:00-14:00, 11 10:00-14:00',
    value: 2,
    limit: 1,
  },
  {
    rule: 'next-sunday',
    claim: 'late on Christmas Day is still one holiday, not the next one too',
    paragraph: '§ 10-8 (4)',
    monday: '2026-12-21',
    kept: '5 10:00-20:00',
    passed: '5 10:00-20:00, 6 10:00-12:00',
    value: 2,
    limit: 1,
  },
  {
    rule: 'next-sunday',
    claim: 'Sunday has begun on Saturday at 18:00',
    paragraph: '§ 10-8 (4)',
    kept: '6 10:00-18:00 30, 14 10:00-14:00',
    passed: '6 10:00-18:01 30, 14 10:00-14:00',
    value: 2,
    limit: 1,
  },
  {
    rule: 'next-sunday',
    claim: 'the last Sunday before the plan counts',
    paragraph: '§ 10-8 (4)',
    agent: { earlier: weeksBefore(quietMonday, 1, () => ({ sundayWorked: true })) },
    kept: '6 10:00-18:00 30',
    passed: '7 10:00-14:00',
    value: 2,
    limit: 1,
  },
  {
    rule: 'fourth-sunday',
    claim: 'with averages one in every fourth week is free',
    paragraph: '§ 10-8 (4)',
    contract: averagedSundays,
    kept: '7 10:00-14:00, 14 10:00-14:00, 21 10:00-14:00',
    passed: '7 10:00-14:00, 14 10:00-14:00, 21 10:00-14:00, 28 10:00-14:00',
    value: 4,
    limit: 3,
  },
  {
    rule: 'fourth-sunday',
    claim: 'five days of Christmas are two weeks, and a holiday that is free will do for a Sunday',
    paragraph: '§ 10-8 (4)',
    contract: averagedSundays,
    monday: '2026-12-14',
    kept: '7 10:00-14:00, 12 10:00-14:00, 13 10:00-14:00, 14 10:00-14:00, 21 10:00-14:00, 28 10:00-14:00',
    passed:
      '7 10:00-14:00, 12 10:00-14:00, 13 10:00-14:00, 14 10:00-14:00, 19 10:00-14:00, 21 10:00-14:00, 28 10:00-14:00',
    value: 4,
    limit: 3,
  },
  {
    rule: 'half-of-sundays',
    claim: 'with averages half of the Sundays of 26 weeks are free',
    paragraph: '§ 10-8 (4)',
    contract: averagedSundays,
    monday: novemberMonday,
    agent: { earlier: weeksBefore(novemberMonday, 25, (back) => ({ sundayWorked: back <= 13 })) },
    kept: '6 10:00-18:00 30',
    passed: '7 10:00-14:00',
    value: 14,
    limit: 13,
  },
  {
    rule: 'half-of-sundays',
    claim: 'where there are three holidays besides, it is half of 29',
    paragraph: '§ 10-8 (4)',
    contract: averagedSundays,
    agent: { earlier: weeksBefore(quietMonday, 25, (back) => ({ sundayWorked: back <= 14 })) },
    kept: '6 10:00-18:00 30',
    passed: '7 10:00-14:00',
    value: 15,
    limit: 14,
  },
  {
    rule: 'half-of-sundays',
    claim: 'fourteen of the 29 may be worked',
    paragraph: '§ 10-8 (4)',
    contract: averagedSundays,
    agent: { earlier: weeksBefore(quietMonday, 25, (back) => ({ sundayWorked: back <= 13 })) },
    kept: '7 10:00-14:00',
    passed: '7 10:00-14:00, 14 10:00-14:00',
    value: 15,
    limit: 14,
  },
  {
    rule: 'free-weekend',
    claim: 'every second weekend is free, Saturday included',
    contract: { freeWeekendEvery: 2 },
    kept: '6 08:00-14:00, 20 08:00-14:00',
    passed: '6 08:00-14:00, 14 08:00-14:00',
    value: 2,
    limit: 1,
  },
  {
    rule: 'free-weekend',
    claim: 'the weekend begins on Saturday at 00:00',
    contract: { freeWeekendEvery: 1 },
    kept: '5 16:00-24:00 30',
    passed: '5 16:00-00:01 30',
    value: 1,
    limit: 0,
  },
  {
    rule: 'free-weekend',
    claim: 'weekends before the plan count',
    contract: { freeWeekendEvery: 3 },
    agent: { earlier: weeksBefore(quietMonday, 2, () => ({ weekendWorked: true })) },
    kept: '1-5 08:00-16:00 30',
    passed: '6 08:00-14:00',
    value: 3,
    limit: 2,
  },
]

type Eve = Pick<Claim, 'claim' | 'monday' | 'kept' | 'passed'>
const eves: Eve[] = [
  { claim: 'Saturday is over at 18:00', kept: '6 10:00-18:00 30', passed: '6 10:00-18:01 30' },
  { claim: 'Sunday is over at 22:00', kept: '7 22:00-23:00', passed: '7 21:59-23:00' },
  {
    claim: 'Christmas Eve is over at 15:00',
    monday: '2026-12-21',
    kept: '4 08:00-15:00 30',
    passed: '4 08:00-15:01 30',
  },
  {
    claim: 'Christmas Day goes on until midnight, since another one follows',
    monday: '2026-12-21',
    kept: '7 22:00-23:00',
    passed: '5 23:59-00:00',
  },
  {
    claim: 'New Year’s Eve is over at 18:00',
    monday: '2026-12-28',
    kept: '4 10:00-18:00 30',
    passed: '4 10:00-18:01 30',
  },
  {
    claim: 'the day before Maundy Thursday is over at 18:00',
    monday: '2027-03-22',
    kept: '3 10:00-18:00 30',
    passed: '3 10:00-18:01 30',
  },
  {
    claim: 'Easter Eve is over at 15:00',
    monday: '2027-03-22',
    kept: '6 08:00-15:00 30',
    passed: '6 08:00-15:01 30',
  },
  {
    claim: 'the eve of Whitsun is over at 15:00',
    monday: '2027-05-10',
    kept: '6 08:00-15:00 30',
    passed: '6 08:00-15:01 30',
  },
  {
    claim: 'the eve of 1 May is an ordinary day until 22:00',
    monday: '2026-04-27',
    kept: '4 14:00-22:00 30',
    passed: '4 14:00-22:01 30',
  },
  {
    claim: 'the eve of 17 May is an ordinary day until 22:00',
    monday: '2028-05-15',
    kept: '2 14:00-22:00 30',
    passed: '2 14:00-22:01 30',
  },
  {
    claim: 'not when 17 May is Ascension Day',
    monday: '2007-05-14',
    kept: '3 10:00-18:00 30',
    passed: '3 10:00-18:01 30',
  },
  {
    claim: 'nor when 17 May is a Sunday',
    monday: '2026-05-11',
    kept: '6 10:00-18:00 30',
    passed: '6 10:00-18:01 30',
  },
  {
    claim: '17 May itself is over at 22:00',
    monday: '2028-05-15',
    kept: '3 22:00-23:00',
    passed: '3 21:59-23:00',
  },
]

const work = eves.map(
  (eve): Claim => ({ rule: 'sunday-work', paragraph: '§ 10-10 (2)', value: 1, limit: 0, ...eve }),
)

export const sundayClaims: readonly Claim[] = [...free, ...work]
