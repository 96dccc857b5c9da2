import { expect, test } from 'vitest'
import { answerFigures, countAnswers, emptyCounts } from './answer-figures.ts'
import { compileMethod } from './compiled-form.ts'
import { meanWithInterval } from './mean-interval.ts'
import type { Answers } from './score-submission.ts'
import { smallMethod } from './testing/small-method.ts'

const compiled = compileMethod(smallMethod())
function figuresOf(...list: Answers[]) {
  const counts = emptyCounts(compiled)
  for (const answers of list) countAnswers(counts, compiled.forms.get('phone')!, answers)
  return answerFigures(compiled, 'all', counts)
}

test('a question’s score is the mean of points over its best points, "not applicable" left out', () => {
  const { questions } = figuresOf({ greeting: 'o0' }, { greeting: 'o1' }, { greeting: 'na' })
  expect(questions).toHaveLength(1)
  expect(questions[0]).toMatchObject({ question: 'greeting', n: 2, notApplicable: 1, score: 80 })
  expect(questions[0]!.options).toEqual([
    { option: 'o0', count: 1 },
    { option: 'o1', count: 1 },
    { option: 'o2', count: 0 },
  ])
})

test('NPS is the share of 9–10 less the share of 0–6, and stands apart from the questions', () => {
  const answers = ['10', '9', '9', '8', '7', '6', '0', '10', '9', '5'].map((nps) => ({ nps }))
  const { questions, experience } = figuresOf(...answers)
  expect(questions).toEqual([])
  expect(experience[0]).toMatchObject({ question: 'nps', kind: 'nps', n: 10, value: 20 })
})

test('20 yes and 5 no is 80 with Wilson’s interval 61–91', () => {
  const values = [
    { value: 100, count: 20 },
    { value: 0, count: 5 },
  ]
  const { mean, interval } = meanWithInterval(values, { low: 0, high: 100 }, 0.95)
  expect(mean).toBe(80)
  expect(interval![0]).toBeCloseTo(60.87, 1)
  expect(interval![1]).toBeCloseTo(91.14, 1)
})

test('steps inside the scale give Student’s interval: 2, 4, 4, 5, 5 on 1–7 is 4 ± 1.52', () => {
  const values = [
    { value: 2, count: 1 },
    { value: 4, count: 2 },
    { value: 5, count: 2 },
  ]
  const { mean, interval } = meanWithInterval(values, { low: 1, high: 7 }, 0.95)
  expect(mean).toBe(4)
  expect(interval![0]).toBeCloseTo(4 - 1.521, 2)
  expect(interval![1]).toBeCloseTo(4 + 1.521, 2)
})

test('when all answered alike the interval still has a width, and one answer alone has none', () => {
  const alike = meanWithInterval([{ value: 100, count: 25 }], { low: 0, high: 100 }, 0.95)
  expect(alike.interval![0]).toBeCloseTo(86.7, 1)
  expect(alike.interval![1]).toBe(100)
  expect(meanWithInterval([{ value: 100, count: 1 }], { low: 0, high: 100 }, 0.95).interval).toBeNull()
  expect(meanWithInterval([], { low: 0, high: 100 }, 0.95)).toEqual({ n: 0, mean: null, interval: null })
})
