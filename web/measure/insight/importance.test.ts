import { expect, test } from 'vitest'
import type { ComparedQuestion } from '../../../src/measure/results/contract.ts'
import { placeQuestions } from './importance.ts'

const text = { nb: '–', nn: '–', en: '–' }
const question = (id: string, score: number, interval: [number, number] | null): ComparedQuestion => ({
  question: id,
  area: 'agent',
  text,
  n: 20,
  notApplicable: 0,
  score,
  interval,
  options: [],
  class: { n: 100, score: 80 },
})
const weighed = (...shares: number[]) => ({
  kind: 'weighed' as const,
  method: 'relativeWeights' as const,
  n: 200,
  participants: 8,
  explained: 0.7,
  explainedInterval: null,
  left: [],
  weights: shares.map((share, at) => ({ id: `q${at}`, share, interval: null, positive: true, asked: 1 })),
})

test('important and below the class for certain is where to begin; unimportant or unsure is not', () => {
  const placed = placeQuestions(weighed(0.4, 0.35, 0.25), [
    question('q0', 70, [62, 78]),
    question('q1', 70, [58, 82]),
    question('q2', 60, [50, 70]),
  ])
  expect(placed.map(({ difference, isFocus }) => [difference, isFocus])).toEqual([
    [-10, true],
    [-10, false],
    [-20, false],
  ])
})

test('above for certain is a strength; without an interval or a class nothing is said', () => {
  const { class: _, ...alone } = question('q2', 60, [50, 70])
  const placed = placeQuestions(weighed(0.4, 0.35, 0.25), [
    question('q0', 90, [85, 95]),
    question('q1', 70, null),
    alone,
  ])
  expect(placed.map(({ question: id, isStrong, isFocus }) => [id, isStrong, isFocus])).toEqual([
    ['q0', true, false],
    ['q1', false, false],
  ])
})
