/**
 * Contacts as rows of numbers whose sums tell everything that a gap is split into: how many there were on a channel,
 * how many were answered, and for each question how much it could and did give.
 */
import type { CompiledForm, CompiledMethod } from '../../../results/rules/compiled-form.ts'
import { notApplicable } from '../../../results/rules/compiled-form.ts'
import type { InsightContact } from '../insight-contact.ts'

/** Columns of a row; `q` is a place among the form's scored questions. */
export const column = {
  weight: 0,
  answered: 1,
  /** What the question could give, as a share of the contact's possible points, times the contact's weight. */
  could: (q: number) => 2 + 2 * q,
  /** What it gave, in the same measure. */
  gave: (q: number) => 3 + 2 * q,
} as const

export const widthOf = (form: CompiledForm): number => 2 + 2 * form.scoredQuestions.length

/**
 * One contact. Its weight is 1 where the total is a mean of scores, and its possible points where it is points over
 * possible points, so that both score rules are Σ gave ÷ Σ weight.
 *
 * Example: 6 of 10 points on the only question → [1, 1, 1, 0.6]; unanswered → [1, 0, 0, 0].
 */
export function columnsOf(compiled: CompiledMethod, form: CompiledForm, contact: InsightContact): number[] {
  const weight = compiled.method.score.total === 'pointsOverPossible' ? contact.possible : 1
  const row = new Array<number>(widthOf(form)).fill(0)
  row[column.weight] = weight
  if (!contact.answered) return row
  row[column.answered] = weight
  form.scoredQuestions.forEach(({ id, best, points, options }, q) => {
    const answer = contact.answers[id]
    if (answer === undefined || answer === '' || answer === notApplicable) return
    const choice = options.get(answer)
    if (choice === undefined) return
    row[column.could(q)] = (weight * best) / contact.possible
    row[column.gave(q)] = (weight * points[choice]!) / contact.possible
  })
  return row
}
