import { expect, it } from 'vitest'
import { bestPoints, formFor } from './form.ts'
import { referenceMethod } from './reference/reference-method.ts'

/** The worked example of docs/methods/questionnaire.md. */
it('a good phone contact with a listener who listened only to some degree scores 187 of 196', () => {
  const { questions } = formFor(referenceMethod, 'phone')
  const answers: Readonly<Record<string, string>> = { waitPhone: 'm1', attempt: 'first', listened: 'd2' }
  const applicable = questions.filter(({ id, scored }) => scored && id !== 'otherSolutions')
  const possible = applicable.reduce((sum, question) => sum + bestPoints(question), 0)
  const points = applicable.reduce((sum, question) => {
    const option = question.options.find(({ id }) => id === answers[question.id])
    return sum + (option?.points ?? bestPoints(question))
  }, 0)
  expect([points, possible]).toEqual([187, 196])
})
