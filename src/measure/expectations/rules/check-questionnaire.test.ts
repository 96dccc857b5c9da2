import { expect, test } from 'vitest'
import type { SurveyQuestionnaire } from '../contract.ts'
import { checkQuestionnaire, isWhole } from './check-questionnaire.ts'

const text = { nb: '–', nn: '–', en: '–' }
const item = (id: string, ...questions: readonly string[]) => ({ id, text, questions: [...questions] })
const survey: SurveyQuestionnaire = {
  mode: 'rank',
  depth: 2,
  sets: { size: 3, count: 3 },
  items: [item('listen', 'listened'), item('wait'), item('solution', 'solution')],
  background: { age: true, channel: false },
  opensOn: '2026-10-01',
  closesOn: '2026-10-21',
}
const known = new Set(['listened', 'solution'])

test('a sound questionnaire has nothing wrong with it', () => {
  expect(checkQuestionnaire(survey, known)).toEqual([])
})

test('what stands twice, what the method does not have and days the wrong way round are told', () => {
  const wrong = {
    ...survey,
    depth: 9,
    items: [...survey.items, item('wait', 'listened', 'smile')],
    closesOn: '2026-09-01',
  }
  expect(checkQuestionnaire(wrong, known).map(({ code, value }) => [code, value])).toEqual([
    ['doubled-item', 'wait'],
    ['doubled-question', 'listened'],
    ['unknown-question', 'smile'],
    ['too-deep', undefined],
    ['closes-before-opening', undefined],
  ])
})

test('sets larger than what there is to show, and too few for everything to be shown, are told', () => {
  const asked = { ...survey, mode: 'bestWorst' as const }
  expect(checkQuestionnaire(asked, known)).toEqual([])
  const items = [...survey.items, item('need')]
  const codes = (size: number, count: number) =>
    checkQuestionnaire({ ...asked, items, sets: { size, count } }, known).map(({ code }) => code)
  expect(codes(5, 4)).toEqual(['too-deep'])
  expect(codes(3, 1)).toEqual(['too-few-sets'])
})

test('an answer is whole when the first places are filled, or when everything is rated', () => {
  const asked = { ...survey, sets: [] }
  expect(isWhole(asked, { listen: 1, wait: 2 })).toBe(true)
  expect(isWhole(asked, { listen: 1 })).toBe(false)
  expect(isWhole(asked, { listen: 1, wait: 1 })).toBe(false)
  expect(isWhole(asked, { listen: 1, smile: 2 })).toBe(false)
  expect(isWhole({ ...asked, mode: 'rate' }, { listen: 7, wait: 1, solution: 4 })).toBe(true)
  expect(isWhole({ ...asked, mode: 'rate' }, { listen: 8, wait: 1, solution: 4 })).toBe(false)
})

test('an answer by sets is whole when each of the own sets has a most and a least important', () => {
  const sets = [
    ['listen', 'wait', 'solution'],
    ['wait', 'solution', 'listen'],
  ]
  const asked = { ...survey, mode: 'bestWorst' as const, sets }
  const choices = sets.map((items) => ({ items, best: 'listen', worst: 'wait' }))
  expect(isWhole(asked, choices)).toBe(true)
  expect(isWhole(asked, choices.slice(1))).toBe(false)
  expect(isWhole(asked, choices.toReversed())).toBe(false)
  expect(isWhole(asked, [choices[0]!, { ...choices[1]!, best: 'wait' }])).toBe(false)
  expect(isWhole(asked, [choices[0]!, { ...choices[1]!, best: 'smile' }])).toBe(false)
  expect(isWhole(asked, { listen: 1, wait: 2 })).toBe(false)
  expect(isWhole({ ...asked, mode: 'rank' }, choices)).toBe(false)
})
