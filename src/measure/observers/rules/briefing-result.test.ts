import { expect, test } from 'vitest'
import { attemptResult, briefingStateOf } from './briefing-result.ts'

const attempt = (right: number, wrong: number, startedAt = '2026-11-01T08:00:00.000Z') =>
  attemptResult({
    attemptId: startedAt,
    startedAt,
    questions: 10,
    passMark: 80,
    answers: [...Array(right).fill(true), ...Array(wrong).fill(false)],
  })

test('eight right of ten pass the mark 80, seven do not, and an unfinished attempt is neither', () => {
  expect(attempt(8, 2)).toMatchObject({ passed: true, right: 8, answered: 10 })
  expect(attempt(7, 3).passed).toBe(false)
  expect(attempt(8, 1).passed).toBe(null)
})

test('passed once is passed, whatever comes later', () => {
  expect(briefingStateOf([])).toBe('notTaken')
  expect(briefingStateOf([attempt(3, 7)])).toBe('failed')
  expect(briefingStateOf([attempt(3, 7), attempt(1, 0, '2026-11-02T08:00:00.000Z')])).toBe('begun')
  expect(briefingStateOf([attempt(9, 1), attempt(0, 10, '2026-11-02T08:00:00.000Z')])).toBe('passed')
})
