import { expect, test } from 'vitest'
import { question, smallMethod } from '../../results/rules/testing/small-method.ts'
import type { PointsLine } from '../contract.ts'
import { kendallTau } from './kendall-tau.ts'
import { pointsEffect } from './points-effect.ts'

const text = { nb: '–', nn: '–', en: '–' }
const method = smallMethod({
  questions: [question('listen', 'agent', [12, 0]), question('tidy', 'agent', [12, 0])],
})
const line = (id: string, proposed: number): PointsLine => ({
  question: id,
  text,
  area: 'agent',
  channels: ['phone'],
  importance: 50,
  today: 12,
  target: proposed,
  proposed,
  kept: null,
})
const contact = (participant: string, listen: string, tidy: string) => ({
  participant,
  class: 'Bank',
  channel: 'phone' as const,
  answered: true,
  answers: { listen, tidy },
})
const contacts = [
  contact('Havblikk', 'o1', 'o0'),
  contact('Havblikk', 'o0', 'o0'),
  contact('Havblikk', 'o1', 'o0'),
  contact('Tindheim', 'o0', 'o1'),
  contact('Tindheim', 'o0', 'o1'),
  contact('Tindheim', 'o0', 'o1'),
]

test('those who do well what comes to carry more points move up, and the season itself is not touched', () => {
  const before = structuredClone(contacts)
  const effect = pointsEffect(method, contacts, [line('listen', 18), line('tidy', 6)])
  expect(effect.participants).toMatchObject([
    {
      participant: 'Havblikk',
      before: { total: 200 / 3, rank: 1, classRank: 1 },
      after: { total: 50, rank: 2 },
    },
    { participant: 'Tindheim', before: { total: 50, rank: 2 }, after: { total: 75, rank: 1, classRank: 1 } },
  ])
  expect(effect).toMatchObject({
    contacts: 6,
    moved: 2,
    largestMove: 1,
    tau: -1,
    classWinnersChanged: ['Bank'],
  })
  expect(contacts).toEqual(before)
})

test('the same points move nobody and no band', () => {
  const effect = pointsEffect(method, contacts, [line('listen', 12), line('tidy', 12)])
  expect(effect).toMatchObject({ moved: 0, largestMove: 0, tau: 1, classWinnersChanged: [] })
  for (const band of effect.bands) expect(band.after).toBe(band.before)
})

test('tau-b: five pairs alike and one not; shared places are corrected for', () => {
  expect(kendallTau([1, 2, 3, 4], [1, 2, 4, 3])).toBeCloseTo(4 / 6, 12)
  expect(kendallTau([1, 2, 3], [3, 2, 1])).toBe(-1)
  expect(kendallTau([1, 1, 2], [1, 2, 3])).toBeCloseTo(2 / Math.sqrt(6), 12)
  expect(kendallTau([1, 1], [1, 2])).toBeNull()
  expect(kendallTau([1], [1])).toBeNull()
})
