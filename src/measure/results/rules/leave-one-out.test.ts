import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type LeaveOneOutEntry, leaveOneOut, type TotalSums } from './leave-one-out.ts'
import { rank } from './rank.ts'

const contactOf = (score: number): TotalSums => ({
  total: score,
  weight: 1,
  answeredWeight: 1,
  unanswered: 0,
})

function entry(name: string, ...scores: number[]): LeaveOneOutEntry {
  const total = scores.reduce((sum, score) => sum + score, 0)
  return {
    name,
    sums: { total, weight: scores.length, answeredWeight: scores.length, unanswered: 0 },
    contacts: scores.map((score) => ({ ...contactOf(score), channel: 'phone' as const })),
  }
}

test('two of four contacts decide: without A’s best or B’s worst one B would have won', () => {
  expect(leaveOneOut([entry('A', 80, 60), entry('B', 75, 63)], 'shared')).toEqual({
    contacts: 4,
    changing: 2,
    deciding: [
      { participant: 'A', channel: 'phone', score: 80, winners: ['B'] },
      { participant: 'B', channel: 'phone', score: 63, winners: ['B'] },
    ],
  })
})

test('a winner far ahead stays the winner; one who shares the place may win alone', () => {
  expect(leaveOneOut([entry('A', 90, 90, 90), entry('B', 20, 30, 10)], 'shared').changing).toBe(0)
  const shared = leaveOneOut([entry('A', 80, 60), entry('B', 70, 70)], 'shared')
  expect(shared.deciding.map(({ score, winners }) => [score, winners])).toEqual([
    [80, ['B']],
    [60, ['A']],
  ])
})

test('who has no contact left has no place, and one alone wins with whatever is left', () => {
  expect(leaveOneOut([entry('A', 80), entry('B', 70)], 'shared').deciding).toEqual([
    { participant: 'A', channel: 'phone', score: 80, winners: ['B'] },
  ])
  expect(leaveOneOut([entry('A', 80, 70)], 'shared').changing).toBe(0)
})

test('the answer is that of ranking everybody again without the contact', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 4 })
  fc.assert(
    fc.property(fc.array(scores, { minLength: 1, maxLength: 5 }), (lists) => {
      const mean = (list: readonly number[]) =>
        list.length === 0 ? null : list.reduce((sum, score) => sum + score, 0) / list.length
      const winners = (all: readonly (readonly number[])[]) =>
        rank(all.map((list) => ({ value: mean(list) }))).flatMap((place, at) => (place === 1 ? [at] : []))
      let changing = 0
      lists.forEach((list, who) => {
        for (let out = 0; out < list.length; out++) {
          const left = lists.map((other, at) => (at === who ? list.toSpliced(out, 1) : other))
          if (winners(left).join() !== winners(lists).join()) changing++
        }
      })
      const entries = lists.map((list, at) => entry(`P${at}`, ...list))
      expect(leaveOneOut(entries, 'shared').changing).toBe(changing)
    }),
  )
})
