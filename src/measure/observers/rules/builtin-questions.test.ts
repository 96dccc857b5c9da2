import { describe, expect, test } from 'vitest'
import { referenceMethod } from '../../edition/rules/reference/reference-method.ts'
import { briefingQuestionSchema } from '../contract.ts'
import { builtInQuestions } from './builtin-questions.ts'

const rightOf = (questions: ReturnType<typeof builtInQuestions>, id: string) =>
  questions.find((question) => question.id === id)?.options.find(({ isRight }) => isRight)?.text

describe('the built-in briefing test', () => {
  const questions = builtInQuestions(referenceMethod)

  test('every question is a valid one with a single right answer, and no id comes twice', () => {
    for (const question of questions) expect(briefingQuestionSchema.safeParse(question).success).toBe(true)
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length)
    expect(questions).toHaveLength(14)
  })

  test('three working days: Monday is due on Wednesday and Friday on Tuesday', () => {
    expect(rightOf(questions, 'deadlineMonday')?.nb).toBe('Onsdag ved dagens slutt')
    expect(rightOf(questions, 'deadlineFriday')?.nb).toBe('Tirsdag ved dagens slutt')
  })

  test('figures are the edition’s own, and a channel that it does not have is not asked about', () => {
    const [phone] = referenceMethod.channels
    const other = { channels: [{ ...phone!, protocol: { ...phone!.protocol, wait: 8 } as never }] }
    const asked = builtInQuestions(other)
    expect(asked[0]!.text.nb).toContain('8 minutter')
    expect(asked.map(({ id }) => id)).not.toContain('chatbot')
    expect(asked.map(({ id }) => id)).not.toContain('deadlineMonday')
  })

  test('the right answers do not always stand in the same place', () => {
    const places = questions.map(({ options }) => options.findIndex(({ isRight }) => isRight))
    expect(new Set(places)).toEqual(new Set([0, 1, 2]))
  })
})
