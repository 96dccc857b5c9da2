/** Overtime and the total of working time, § 10-6. */
import { type Claim, quietMonday } from './claim.ts'
import { everyWeek, inWeek, weeksBefore } from './written-shifts.ts'

const union = { overtime: 'union' } as const
const authority = { overtime: 'authority' } as const

const overtime: Claim[] = [
  {
    rule: 'overtime-week',
    claim: 'ten hours of overtime a week',
    paragraph: '§ 10-6 (4)',
    kept: '1-5 08:00-18:30 30 +120',
    passed: '1-4 08:00-18:30 30 +120, 5 08:00-18:31 30 +121',
    value: 601,
    limit: 600,
  },
  {
    rule: 'overtime-week',
    claim: 'twenty by agreement with the shop stewards',
    paragraph: '§ 10-6 (5)',
    contract: union,
    kept: '1-5 08:00-20:30 30 +240',
    passed: '1-4 08:00-20:30 30 +240, 5 08:00-20:31 30 +241',
    value: 1201,
    limit: 1200,
  },
  {
    rule: 'overtime-week',
    claim: 'twenty-five when the Labour Inspection Authority permits it',
    paragraph: '§ 10-6 (6)',
    contract: authority,
    kept: '1-5 07:00-20:30 30 +300',
    passed: '1-4 07:00-20:30 30 +300, 5 07:00-20:31 30 +301',
    value: 1501,
    limit: 1500,
  },
  {
    rule: 'overtime-week',
    claim: 'overtime is the end of a shift: that after Sunday midnight is of the next week',
    paragraph: '§ 10-6 (4)',
    kept: '1-4 08:00-18:30 30 +120, 7 17:00-03:00 +300',
    passed: '1-4 08:00-18:30 30 +120, 7 16:59-03:00 +301',
    value: 601,
    limit: 600,
  },
  {
    rule: 'overtime-four-weeks',
    claim: '25 hours in four weeks',
    paragraph: '§ 10-6 (4)',
    kept: everyWeek(4, '1-3 08:00-18:35 30 +125'),
    passed: `${everyWeek(3, '1-3 08:00-18:35 30 +125')}, ${inWeek(4, '1-2 08:00-18:35 30 +125, 3 08:00-18:36 30 +126')}`,
    value: 1501,
    limit: 1500,
  },
  {
    rule: 'overtime-four-weeks',
    claim: '50 hours in four weeks by agreement with the shop stewards, three of them known as sums',
    paragraph: '§ 10-6 (5)',
    contract: union,
    agent: { earlier: weeksBefore(quietMonday, 9, () => ({ overtimeMinutes: 750 })) },
    kept: '1-5 08:00-19:00 30 +150',
    passed: '1-4 08:00-19:00 30 +150, 5 08:00-19:01 30 +151',
    value: 3001,
    limit: 3000,
  },
  {
    rule: 'overtime-year',
    claim: '200 hours in 52 weeks, the week a year ago no longer among them',
    paragraph: '§ 10-6 (4)',
    agent: { earlier: weeksBefore(quietMonday, 60, () => ({ overtimeMinutes: 230 })) },
    kept: '1 08:00-21:00 30 +270',
    passed: '1 08:00-21:01 30 +271',
    value: 12_001,
    limit: 12_000,
  },
  {
    rule: 'overtime-year',
    claim: '300 hours in 52 weeks by agreement with the shop stewards',
    paragraph: '§ 10-6 (5)',
    contract: union,
    agent: { earlier: weeksBefore(quietMonday, 51, () => ({ overtimeMinutes: 350 })) },
    kept: '1 08:00-19:00 30 +150',
    passed: '1 08:00-19:01 30 +151',
    value: 18_001,
    limit: 18_000,
  },
  {
    rule: 'overtime-year',
    claim: '200 hours in 26 weeks when the Labour Inspection Authority permits it',
    paragraph: '§ 10-6 (6)',
    contract: authority,
    agent: { earlier: weeksBefore(quietMonday, 40, () => ({ overtimeMinutes: 470 })) },
    kept: '1 08:00-20:40 30 +250',
    passed: '1 08:00-20:41 30 +251',
    value: 12_001,
    limit: 12_000,
  },
]

const week48 = '1-6 08:00-16:30 30'

const total: Claim[] = [
  {
    rule: 'total-day',
    claim: '13 hours a day, overtime included',
    paragraph: '§ 10-6 (8)',
    kept: '1 08:00-21:30 30 +240',
    passed: '1 08:00-21:31 30 +241',
    value: 781,
    limit: 780,
  },
  {
    rule: 'total-day',
    claim: '13 hours where the authority has let the normal day be long, too',
    paragraph: '§ 10-6 (8)',
    contract: { averaging: 'authority', averagingWeeks: 26 },
    kept: '1 08:00-21:30 30',
    passed: '1 08:00-21:31 30',
    value: 781,
    limit: 780,
  },
  {
    rule: 'total-week',
    claim: '48 hours a week, overtime included',
    paragraph: '§ 10-6 (8)',
    kept: `${week48} +60`,
    passed: '1-5 08:00-16:30 30 +60, 6 08:00-16:31 30 +61',
    value: 2881,
    limit: 2880,
  },
  {
    rule: 'total-week',
    claim: 'on average over eight weeks for those whose hours are averaged',
    paragraph: '§ 10-6 (8)',
    contract: { averaging: 'person', averagingWeeks: 52 },
    kept: everyWeek(8, week48),
    passed: `${everyWeek(7, week48)}, ${inWeek(8, '1-5 08:00-16:30 30, 6 08:00-16:31 30')}`,
    value: 2880.125,
    limit: 2880,
  },
  {
    rule: 'total-week',
    claim: 'at most 69 hours in a single week by both agreements with the shop stewards',
    paragraph: '§ 10-6 (8)',
    contract: { averaging: 'union', averagingWeeks: 52, overtime: 'union' },
    kept: '1-6 08:00-20:00 30 +150',
    passed: '1-5 08:00-20:00 30 +150, 6 08:00-20:01 30 +151',
    value: 4141,
    limit: 4140,
  },
]

export const overtimeClaims: readonly Claim[] = [...overtime, ...total]
