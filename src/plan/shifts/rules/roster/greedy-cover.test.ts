import { expect, test } from 'vitest'
import type { Candidate } from './candidates.ts'
import { usualWeights } from './costs.ts'
import { countOn, greedyCover } from './greedy-cover.ts'

const queue = (need: readonly number[]) => ({ queueId: 'q', skill: 'q', need })
const shift = (start: number, end: number, breaks: Candidate['breaks'] = []): Candidate => ({
  day: 0,
  start,
  end,
  breaks,
})

test('from the first quarter on, the shift that saves most for what it costs, its break where nobody is missing', () => {
  const need = [1, 1, 0, 1, 1, 1]
  const broken = shift(0, 6, [{ length: 1, earliest: 1, latest: 4 }])
  const placed = greedyCover(queue(need), [shift(0, 2), shift(3, 6), broken], usualWeights)
  expect(placed).toEqual([{ queueId: 'q', candidate: broken, breaks: [2] }])
  expect([...countOn(placed, need.length)]).toEqual([1, 1, 0, 1, 1, 1])
})

test('a shift that costs more than it saves is not begun, and one may go on past the end', () => {
  const need = [0, 0, 0, 0, 0, 0, 0, 1]
  expect(greedyCover(queue(need), [shift(0, 40)], usualWeights)).toEqual([])
  expect(greedyCover(queue(need), [shift(7, 12)], usualWeights)).toHaveLength(1)
})
