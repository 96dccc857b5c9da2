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
  const orders = answers.map(({ answer }) => [
    Object.entries(numbersIn(answer))
      .toSorted(([, a], [, b]) => a - b)
      .flatMap(([id]) => at.get(id) ?? []),
  ])
  const timesOf = alikeOnce(orders, (order) => order.join())
  return (times, near) =>
    plackettLuce(
      items.length,
      timesOf(times).map(([order, made]): Ranking => ({ order, times: made })),
      near,
    )
}

function worthsOfChoices({ items }: SurveyOfAnswers, answers: readonly Answered[]): FitWorths {
  const at = placesIn(items)
  const chosen = answers.map(({ answer }) =>
    choicesIn(answer).flatMap((choice): ChosenSet[] => {
      const [best, worst] = [at.get(choice.best), at.get(choice.worst)]
      if (best === undefined || worst === undefined) return []
      const shown = choice.items.flatMap((id) => at.get(id) ?? []).toSorted((a, b) => a - b)
      return [{ items: shown, best, worst }]
    }),
  )
  const timesOf = alikeOnce(chosen, (set) => `${set.items.join()} ${set.best} ${set.worst}`)
  return (times, near) =>
    bestWorstWorths(
      items.length,
      timesOf(times).map(([set, made]) => ({ ...set, times: made })),
      near,
    )
}

/** Many observers answer alike: each answer of a kind stands once, with how often it was given, if it was. */
function alikeOnce<Part>(answers: readonly (readonly Part[])[], keyOf: (part: Part) => string) {
  const kinds = new Map<string, { readonly index: number; readonly part: Part }>()
  const given = answers.map((parts) =>
    parts.map((part) => {
      const key = keyOf(part)
      const kind = kinds.get(key) ?? { index: kinds.size, part }
      kinds.set(key, kind)
      return kind.index
    }),
  )
  return (times?: Uint16Array): readonly (readonly [Part, number])[] => {
    const made = new Float64Array(kinds.size)
    for (const [row, own] of given.entries()) for (const kind of own) made[kind]! += times?.[row] ?? 1
    return [...kinds.values()]
      .map(({ index, part }) => [part, made[index]!] as const)
      .filter(([, count]) => count > 0)
  }
}

function placesIn(items: SurveyOfAnswers['items']): ReadonlyMap<string, number> {
  return new Map(items.map(({ id }, index) => [id, index]))
}
