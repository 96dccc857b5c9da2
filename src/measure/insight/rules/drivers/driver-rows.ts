/** Contacts as numbers for the drivers: scores of areas and questions, and what the customer felt. */
import type { EditionMethod, QuestionMethod } from '../../../edition/contract.ts'
import { type CompiledMethod, notApplicable } from '../../../results/rules/compiled-form.ts'
import type { InsightContact } from '../insight-contact.ts'

/** The questions about the customer's experience: scales that carry no points. */
export function outcomesOf({ questions }: EditionMethod): readonly QuestionMethod[] {
  return questions.filter(({ scored, kind }) => !scored && kind === 'scale')
}

export function outcomeValue({ answers }: InsightContact, outcome: string): number | undefined {
  const answer = answers[outcome]
  return answer === undefined || answer === '' || answer === notApplicable ? undefined : Number(answer)
}

export function areaRow({ areas }: CompiledMethod, contact: InsightContact): (number | null)[] {
  return areas.map((id) => contact.areas[id]?.score ?? null)
}

/** By the method's scored questions: points ÷ best points, 0–1; null where not asked or not applicable. */
export function questionRow(compiled: CompiledMethod, contact: InsightContact): (number | null)[] {
  const form = compiled.forms.get(contact.channel)!
  return compiled.method.questions
    .filter(({ scored }) => scored)
    .map(({ id }) => {
      const question = form.scoredQuestions.find((one) => one.id === id)
      const choice = question?.options.get(contact.answers[id] ?? '')
      return question && choice !== undefined ? question.points[choice]! / question.best : null
    })
}
