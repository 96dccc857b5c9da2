/** How worths are found of the answers of a survey, of all of them or of a copy. */
import { bestWorstWorths, type ChosenSet } from './best-worst-worth.ts'
import { plackettLuce, type Ranking } from './plackett-luce.ts'
import { choicesIn, numbersIn } from './ranks.ts'
import type { Answered, SurveyOfAnswers } from './survey-results.ts'

type Near = { readonly start?: readonly number[]; readonly precise?: number }

/** `times`: how often each answer counts, by default once. Worths sum to 1. */
export type FitWorths = (times?: Uint16Array, near?: Near) => readonly number[]

/** Undefined for ratings, which say nothing of one item against another. */
export function worthsOf(survey: SurveyOfAnswers, answers: readonly Answered[]): FitWorths | undefined {
  if (survey.mode === 'rank') return worthsOfOrders(survey, answers)
  return survey.mode === 'bestWorst' ? worthsOfChoices(survey, answers) : undefined
}

function worthsOfOrders({ items }: SurveyOfAnswers, answers: readonly Answered[]): FitWorths {
  const at = placesIn(items)
  const orders = answers.map(({ answer }) =>
    Object.entries(numbersIn(answer))
      .toSorted(([, a], [, b]) => a - b)
      .flatMap(([id]) => at.get(id) ?? []),
  )
  return (times, near = {}) => {
    const rankings = orders.map((order, row): Ranking => ({ order, times: times?.[row] ?? 1 }))
    return plackettLuce(
      items.length,
      rankings.filter((ranking) => ranking.times !== 0),
      near,
    )
  }
}

/** Many observers choose alike in the same set: each such choice stands once, with how often it was made. */
function worthsOfChoices({ items }: SurveyOfAnswers, answers: readonly Answered[]): FitWorths {
  const at = placesIn(items)
  const kinds = new Map<string, { readonly index: number; readonly set: ChosenSet }>()
  const chosen = answers.map(({ answer }) =>
    choicesIn(answer).flatMap((choice): number[] => {
      const [best, worst] = [at.get(choice.best), at.get(choice.worst)]
      if (best === undefined || worst === undefined) return []
      const shown = choice.items.flatMap((id) => at.get(id) ?? []).toSorted((a, b) => a - b)
      const key = `${shown.join()} ${best} ${worst}`
      const kind = kinds.get(key) ?? { index: kinds.size, set: { items: shown, best, worst } }
      kinds.set(key, kind)
      return [kind.index]
    }),
  )
  const sets = [...kinds.values()].map(({ set }) => set)
  return (times, near = {}) => {
    const made = new Float64Array(sets.length)
    for (const [row, own] of chosen.entries()) for (const kind of own) made[kind]! += times?.[row] ?? 1
    const counted = sets.map((set, kind) => ({ ...set, times: made[kind]! }))
    return bestWorstWorths(
      items.length,
      counted.filter((set) => set.times > 0),
      near,
    )
  }
}

function placesIn(items: SurveyOfAnswers['items']): ReadonlyMap<string, number> {
  return new Map(items.map(({ id }, index) => [id, index]))
}
