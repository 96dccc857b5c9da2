import { expect, test } from 'vitest'
import { seededRandom } from '../../../kernel/random.ts'
import { type Answered, surveyResults } from './survey-results.ts'
import { visibleGroups } from './visible-groups.ts'

const text = { nb: '–', nn: '–', en: '–' }
const items = ['wait', 'listen', 'solution', 'need'].map((id) => ({ id, text }))
const ordered = (...ids: readonly string[]): Answered => ({
  answer: Object.fromEntries(ids.map((id, index) => [id, index + 1])),
  background: {},
})
const chance = () => ({ random: seededRandom(1), draws: 300 })

test('the item with the best mean place comes first, with its interval, worth and three first', () => {
  const answers = [
    ...Array.from({ length: 8 }, () => ordered('listen', 'solution')),
    ...Array.from({ length: 4 }, () => ordered('solution', 'need')),
  ]
  const { n, items: shown, agreement } = surveyResults({ mode: 'rank', items }, answers, chance())
  expect(n).toBe(12)
  expect(shown.map(({ id }) => id)).toEqual(['solution', 'listen', 'need', 'wait'])
  const [solution, listen] = shown
  expect(solution!.mean.value).toBeCloseTo(20 / 12, 12)
  expect(listen!.mean.value).toBeCloseTo((8 * 1 + 4 * 3.5) / 12, 12)
  for (const { mean, importance, worth } of [solution!, listen!]) {
    expect(mean.interval![0]).toBeLessThanOrEqual(mean.value)
    expect(mean.interval![1]).toBeGreaterThanOrEqual(mean.value)
    expect(importance.interval![0]).toBeLessThanOrEqual(importance.interval![1])
    expect(worth!.value).toBeGreaterThan(0)
  }
  // Nobody put it in order: that it is the same in all answers is no certainty.
  expect(shown.at(-1)).toMatchObject({ id: 'wait', mean: { interval: null } })
  expect(solution!.top).toMatchObject({ count: 12, percent: 100 })
  expect(shown.reduce((sum, { worth }) => sum + worth!.value, 0)).toBeCloseTo(100, 8)
  expect(agreement!.w).toBeGreaterThan(0.4)
})

test('ratings give means from 1 to 7 and no worths', () => {
  const rated = (wait: number, listen: number): Answered => ({
    answer: { wait, listen, solution: 4, need: 4 },
    background: {},
  })
  const answers = [rated(1, 7), rated(3, 7), rated(2, 6), rated(2, 7), rated(2, 6)]
  const { items: shown } = surveyResults({ mode: 'rate', items }, answers, chance())
  expect(shown[0]).toMatchObject({ id: 'listen', worth: null, mean: { value: 6.6 } })
  expect(shown.at(-1)).toMatchObject({ id: 'wait', mean: { value: 2 } })
})

test('choices from sets give scores that weigh by how often an item was shown, counts and worths', () => {
  const chosen = (
    ...sets: readonly (readonly [items: readonly string[], best: string, worst: string])[]
  ) => ({
    answer: sets.map(([items, best, worst]) => ({ items: [...items], best, worst })),
    background: {},
  })
  const [one, two] = [
    ['wait', 'listen', 'solution'],
    ['listen', 'solution', 'need'],
  ]
  const answers = [
    ...Array.from({ length: 5 }, () => chosen([one!, 'listen', 'wait'], [two!, 'listen', 'need'])),
    ...Array.from({ length: 3 }, () => chosen([one!, 'solution', 'wait'], [two!, 'need', 'listen'])),
  ]
  const { items: shown, agreement } = surveyResults({ mode: 'bestWorst', items }, answers, chance())
  expect(shown.map(({ id }) => id)).toEqual(['listen', 'solution', 'need', 'wait'])
  const [listen] = shown
  expect(listen).toMatchObject({ top: null, chosen: { shown: 16, best: 10, worst: 3 } })
  expect(listen!.mean.value).toBeCloseTo(7 / 16, 12)
  expect(listen!.importance.value).toBeCloseTo(50 + (50 * 7) / 16, 12)
  expect(listen!.importance.interval![0]).toBeLessThan(listen!.importance.value)
  expect(listen!.importance.interval![1]).toBeGreaterThan(listen!.importance.value)
  expect(shown.at(-1)).toMatchObject({ mean: { value: -1, interval: null } })
  expect(shown.reduce((sum, { worth }) => sum + worth!.value, 0)).toBeCloseTo(100, 8)
  expect(listen!.worth!.interval![0]).toBeLessThan(listen!.worth!.value)
  expect(agreement!.w).toBeGreaterThan(0.2)
})

test('four answers are too few to show anything', () => {
  const few = Array.from({ length: 4 }, () => ordered('listen'))
  expect(surveyResults({ mode: 'rank', items }, few, chance())).toEqual({
    n: 4,
    items: [],
    agreement: null,
    groups: [],
  })
})

test('the same answers and seed give the same intervals', () => {
  const answers = Array.from({ length: 9 }, (_, at) => ordered(items[at % 4]!.id, items[(at + 1) % 4]!.id))
  const twice = [1, 2].map(() => surveyResults({ mode: 'rank', items }, answers, chance()))
  expect(twice[0]).toEqual(twice[1])
})

test('a group is shown from five answers, and never so that a smaller one can be worked out', () => {
  const sizes = (...pairs: readonly (readonly [string, number])[]) => visibleGroups(new Map(pairs))
  expect(sizes(['a', 10], ['b', 9])).toEqual(['a', 'b'])
  expect(sizes(['a', 10], ['b', 9], ['c', 2])).toEqual(['a'])
  expect(sizes(['a', 10], ['b', 9], ['c', 2], ['d', 3])).toEqual(['a', 'b'])
  expect(sizes(['a', 4], ['b', 4])).toEqual([])
  expect(sizes(['', 3], ['b', 9])).toEqual([])
})
