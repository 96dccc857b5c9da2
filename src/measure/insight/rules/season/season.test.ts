import { expect, test } from 'vitest'
import { question, smallMethod } from '../../../results/rules/testing/small-method.ts'
import { insightContact } from '../testing/contacts.ts'
import { hoursOf, monthsOf, totalOfContacts, weeksOf } from './season.ts'

const method = smallMethod({
  questions: [
    question(
      'all',
      'agent',
      Array.from({ length: 101 }, (_, points) => points),
    ),
  ],
})
const rule = { total: 'meanOfScores', level: 0.95 } as const
const contact = (score: number, date = '2026-01-13', hour?: number) =>
  insightContact(method, { date, answers: { all: `o${score}` }, ...(hour === undefined ? {} : { hour }) })

test('60, 80 and 100: 80, from 30.3 to 100', () => {
  const { total, interval, n } = totalOfContacts([contact(60), contact(80), contact(100)], rule)
  expect([n, total, interval![1]]).toEqual([3, 80, 100])
  expect(interval![0]).toBeCloseTo(30.3, 1)
})

test('one contact and equal ones have no interval', () => {
  expect(totalOfContacts([contact(60)], rule)).toMatchObject({ total: 60, interval: null })
  expect(totalOfContacts([contact(60), contact(60)], rule).interval).toBeNull()
  expect(totalOfContacts([], rule)).toMatchObject({ n: 0, total: null })
})

test('a month without contacts stands between those that have some, without a figure', () => {
  const months = monthsOf([contact(60, '2025-11-30'), contact(80, '2026-01-02')], rule)
  expect(months.map(({ from, to, total }) => [from, to, total])).toEqual([
    ['2025-11-01', '2025-11-30', 60],
    ['2025-12-01', '2025-12-31', null],
    ['2026-01-01', '2026-01-31', 80],
  ])
})

test('weeks run from Monday to Sunday over the new year', () => {
  const weeks = weeksOf(
    [contact(60, '2025-12-31'), contact(80, '2026-01-04'), contact(90, '2026-01-05')],
    rule,
  )
  expect(weeks.map(({ from, n }) => [from, n])).toEqual([
    ['2025-12-29', 2],
    ['2026-01-05', 1],
  ])
  expect(weeksOf([], rule)).toEqual([])
})

test('weekdays and hours: an hour with fewer than five contacts has no total', () => {
  const monday = [
    ...Array.from({ length: 5 }, () => contact(70, '2026-01-12', 9)),
    contact(20, '2026-01-12', 13),
  ]
  const points = hoursOf([...monday, contact(50, '2026-01-13')], rule)
  expect(points.map(({ weekday, hour, n, total }) => [weekday, hour, n, total && Math.round(total)])).toEqual(
    [
      [1, undefined, 6, 62],
      [1, 9, 5, 70],
      [1, 13, 1, null],
      [2, undefined, 1, 50],
    ],
  )
})
