import { expect, test } from 'vitest'
import type { SurveyQuestionnaire } from '../contract.ts'
import { checkQuestionnaire, isWhole } from './check-questionnaire.ts'

const text = { nb: '–', nn: '–', en: '–' }
const item = (id: string, ...questions: readonly string[]) => ({ id, text, questions: [...questions] })
const survey: SurveyQuestionnaire = {
  mode: 'rank',
  depth: 2,
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

test('an answer is whole when the first places are filled, or when everything is rated', () => {
  expect(isWhole(survey, { listen: 1, wait: 2 })).toBe(true)
  expect(isWhole(survey, { listen: 1 })).toBe(false)
  expect(isWhole(survey, { listen: 1, wait: 1 })).toBe(false)
  expect(isWhole(survey, { listen: 1, smile: 2 })).toBe(false)
  expect(isWhole({ ...survey, mode: 'rate' }, { listen: 7, wait: 1, solution: 4 })).toBe(true)
  expect(isWhole({ ...survey, mode: 'rate' }, { listen: 8, wait: 1, solution: 4 })).toBe(false)
})
