/** What matters against where one is weak: each question with its weight and its distance to the class. */
import type { DriverSet } from '../../../src/measure/insight/contract.ts'
import type { ComparedQuestion } from '../../../src/measure/results/contract.ts'

export type PlacedQuestion = {
  readonly question: string
  /** Share of what goes with the outcome, 0–1. */
  readonly weight: number
  readonly score: number
  readonly n: number
  /** Own score less the class's. */
  readonly difference: number
  /** Important and below the class for certain: where to begin. */
  readonly isFocus: boolean
  /** Important and above the class for certain. */
  readonly isStrong: boolean
}

type Weighed = Extract<DriverSet, { kind: 'weighed' }>

/**
 * Questions with a weight and a class to stand beside, the most important first. Important: a larger weight than if
 * all had the same. Below for certain: the whole interval of the own score lies under the class's score.
 *
 * Example: weights 0.6 and 0.4, both 10 under the class with intervals that do not reach it → the first is the focus.
 */
export function placeQuestions(
  { weights }: Weighed,
  questions: readonly ComparedQuestion[],
): readonly PlacedQuestion[] {
  const own = new Map(questions.map((question) => [question.question, question]))
  return weights.flatMap(({ id, share }): PlacedQuestion[] => {
    const found = own.get(id)
    const ofClass = found?.class?.score
    if (!found || found.score === null || ofClass == null) return []
    const isImportant = share * weights.length > 1
    const [low, high] = found.interval ?? [0, 100]
    return [
      {
        question: id,
        weight: share,
        score: found.score,
        n: found.n,
        difference: found.score - ofClass,
        isFocus: isImportant && high < ofClass,
        isStrong: isImportant && low > ofClass,
      },
    ]
  })
}
