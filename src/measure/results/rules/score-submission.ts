/**
 * The one scoring function of the product: preview in the browser, storage on the server, recomputation and the
 * command line all call it (M5.7). Formula and worked example: docs/methods/score.md.
 */
import { type CompiledForm, notApplicable } from './compiled-form.ts'

/** Question id → option id, or `na`. A question without an entry, or with an empty one, is blank. */
export type Answers = Readonly<Record<string, string | undefined>>

export type FilledForm = { readonly answered: boolean; readonly answers: Answers }

export type AreaScore = { readonly points: number; readonly possible: number; readonly score: number }

export type Score = {
  readonly kind: 'scored'
  readonly answered: boolean
  readonly points: number
  readonly possible: number
  /** EnquiryScore, 0–100, unrounded. */
  readonly score: number
  /** Area id → its score; an area where everything was "not applicable" has no entry, nor has an unanswered contact. */
  readonly areas: Readonly<Record<string, AreaScore>>
}

export type AnswerProblem = {
  readonly code: 'blank' | 'unknown-option'
  readonly question: string
  readonly value?: string
}

export type ScoreOutcome =
  | Score
  /** Answered, but every scored question is "not applicable": there is nothing to divide by. */
  | { readonly kind: 'noScore'; readonly reason: 'nothing-applicable' }
  | { readonly kind: 'refused'; readonly problems: readonly AnswerProblem[] }

/** In a list of chosen places, the mark of "not applicable". */
const chosenNotApplicable = -1

/**
 * Scores one submission: EnquiryScore = points ÷ possible × 100 over the scored questions of its channel's form.
 * Unanswered: the whole submission is 0 of the form's possible points, whatever was written in it (M4.2).
 * "Not applicable" leaves numerator and denominator; a blank scored question is refused by name; a question that
 * is not scored is never looked at.
 *
 * Example: 6 of 10 points on one question, 20 of 20 on another and `na` on a third of 10 → 26 of 30, 86.67.
 */
export function scoreSubmission(form: CompiledForm, { answered, answers }: FilledForm): ScoreOutcome {
  if (!answered) return unansweredScore(form)
  const scored = form.scoredQuestions
  const choices = new Array<number>(scored.length)
  const problems: AnswerProblem[] = []
  for (let index = 0; index < scored.length; index++) {
    const question = scored[index]!
    const value = answers[question.id]
    if (value === undefined || value === '') {
      problems.push({ code: 'blank', question: question.id })
      continue
    }
    const choice = value === notApplicable ? chosenNotApplicable : question.options.get(value)
    if (choice === undefined) problems.push({ code: 'unknown-option', question: question.id, value })
    else choices[index] = choice
  }
  return problems.length > 0 ? { kind: 'refused', problems } : scoreChoices(form, choices)
}

/** The score of a contact that nobody answered: 0 of everything that the form could have given. */
export function unansweredScore(form: CompiledForm): Score {
  return { kind: 'scored', answered: false, points: 0, possible: form.possible, score: 0, areas: {} }
}

/** Scores answers that are already places of options, in the order of the form's scored questions. */
function scoreChoices(form: CompiledForm, choices: readonly number[]): ScoreOutcome {
  const points = new Array<number>(form.areas.length).fill(0)
  const possible = new Array<number>(form.areas.length).fill(0)
  let allPoints = 0
  let allPossible = 0
  for (let index = 0; index < choices.length; index++) {
    const choice = choices[index]!
    if (choice === chosenNotApplicable) continue
    const question = form.scoredQuestions[index]!
    const got = question.points[choice]!
    points[question.area]! += got
    possible[question.area]! += question.best
    allPoints += got
    allPossible += question.best
  }
  if (allPossible === 0) return { kind: 'noScore', reason: 'nothing-applicable' }
  const areas: Record<string, AreaScore> = {}
  for (let area = 0; area < form.areas.length; area++) {
    if (possible[area]! > 0) areas[form.areas[area]!] = areaScore(points[area]!, possible[area]!)
  }
  const score = percent(allPoints, allPossible)
  return { kind: 'scored', answered: true, points: allPoints, possible: allPossible, score, areas }
}

const areaScore = (points: number, possible: number): AreaScore => ({
  points,
  possible,
  score: percent(points, possible),
})

/** Multiplied before divided, so that whole points that make a whole per cent give exactly that number. */
const percent = (points: number, possible: number): number => (points * 100) / possible
