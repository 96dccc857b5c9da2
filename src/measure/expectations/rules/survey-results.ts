/** What the answers of a survey say: mean places or ratings with intervals, three first, worths, agreement, groups. */
import { type Random, randomInteger } from '../../../kernel/random.ts'
import { type Interval, quantileInPlace, wilsonInterval } from '../../../kernel/statistics.ts'
import {
  type Background,
  fewestAnswers,
  type GroupResult,
  highestRating,
  type ItemResult,
  type SurveyItem,
  type SurveyMode,
  type SurveyResults,
} from '../contract.ts'
import { kendallW } from './kendall-w.ts'
import { plackettLuce, type Ranking } from './plackett-luce.ts'
import { type Answer, importanceOf, placesOf } from './ranks.ts'
import { visibleGroups } from './visible-groups.ts'

export type Answered = { readonly answer: Answer; readonly background: Background }

export type SurveyOfAnswers = {
  readonly mode: SurveyMode
  readonly items: readonly Pick<SurveyItem, 'id' | 'text'>[]
}

type Chance = { readonly random: Random; readonly draws?: number }

const level = 0.95
const usualDraws = 2000
/** A worth is found by iteration, so fewer copies are drawn of it. */
const worthDraws = 400

/**
 * Everything of the results but the trend. The intervals are percentile intervals over resampled answers, the same
 * copies for every item. Items come in the order of their means, the most important first; fewer than five answers
 * give no item at all, because the few would be told.
 */
export function surveyResults(
  survey: SurveyOfAnswers,
  answers: readonly Answered[],
  { random, draws = usualDraws }: Chance,
): Pick<SurveyResults, 'n' | 'items' | 'agreement' | 'groups'> {
  const n = answers.length
  if (n < fewestAnswers) return { n, items: [], agreement: null, groups: [] }
  const ids = survey.items.map(({ id }) => id)
  const places = answers.map(({ answer }) => placesOf({ mode: survey.mode, items: ids }, answer))
  const samples = drawSamples(n, random, draws)
  const means = meanEstimates(valuesOf(survey, answers), samples)
  const worths = survey.mode === 'rank' ? worthEstimates(survey, answers, samples) : undefined
  const items = survey.items.map(({ id, text }, at): Omit<ItemResult, 'place'> => {
    const count = places.filter((own) => own[at]! <= topPlaces).length
    const [low, high] = wilsonInterval(count / n, n, level)
    return {
      id,
      text,
      mean: means[at]!,
      importance: importanceEstimate(survey, means[at]!),
      top: { count, percent: (count / n) * 100, interval: [low * 100, high * 100] },
      worth: worths?.[at] ?? null,
    }
  })
  const ordered = items
    .toSorted((a, b) => b.importance.value - a.importance.value)
    .map((item, index) => ({ ...item, place: index + 1 }))
  return {
    n,
    items: ordered,
    agreement: kendallW(places),
    groups: groupResults({ survey, order: ordered.map(({ id }) => id) }, answers, { random, draws }),
  }
}

/** The importance of each item, in the order of the survey: what trends and points are made of. */
export function importances(
  survey: SurveyOfAnswers,
  answers: readonly Answered[],
  { random, draws = usualDraws }: Chance,
): readonly ItemResult['importance'][] {
  const means = meanEstimates(valuesOf(survey, answers), drawSamples(answers.length, random, draws))
  return means.map((mean) => importanceEstimate(survey, mean))
}

const topPlaces = 3

/** The numbers that means are taken of: places, or the ratings as they were given. */
function valuesOf(
  { mode, items }: SurveyOfAnswers,
  answers: readonly Answered[],
): readonly (readonly number[])[] {
  const ids = items.map(({ id }) => id)
  return answers.map(({ answer }) =>
    mode === 'rank' ? placesOf({ mode, items: ids }, answer) : ids.map((id) => answer[id] ?? 1),
  )
}

/** For each copy, how often each answer was drawn into it. */
function drawSamples(n: number, random: Random, draws: number): readonly Uint16Array[] {
  return Array.from({ length: draws }, () => {
    const times = new Uint16Array(n)
    for (let draw = 0; draw < n; draw++) times[randomInteger(random, n)]! += 1
    return times
  })
}

type Estimate = { readonly value: number; readonly interval: Interval | null }

function meanEstimates(
  values: readonly (readonly number[])[],
  samples: readonly Uint16Array[],
): readonly { value: number; interval: Interval | null }[] {
  const n = values.length
  return (values[0] ?? []).map((_, item) => {
    const value = values.reduce((sum, own) => sum + own[item]!, 0) / n
    const copies = Float64Array.from(samples, (times) => {
      let sum = 0
      for (let row = 0; row < n; row++) sum += times[row]! * values[row]![item]!
      return sum / n
    })
    // All the same in every copy: the answers cannot tell how sure that is.
    return { value, interval: values.every((own) => own[item] === values[0]![item]) ? null : middle(copies) }
  })
}

function middle(copies: Float64Array): Interval {
  const low = quantileInPlace(copies, (1 - level) / 2)
  return [low, quantileInPlace(copies, (1 + level) / 2)]
}

function importanceEstimate({ mode, items }: SurveyOfAnswers, mean: Estimate): ItemResult['importance'] {
  const ends = { items: items.length, highest: highestRating }
  const of = (figure: number) => importanceOf(mode, figure, ends)
  const both = mean.interval?.map(of).sort((a, b) => a - b)
  return { value: of(mean.value), interval: both ? [both[0]!, both[1]!] : null }
}

/** Worths in per cent. */
function worthEstimates(
  { items }: SurveyOfAnswers,
  answers: readonly Answered[],
  samples: readonly Uint16Array[],
): readonly { value: number; interval: Interval | null }[] {
  const at = new Map(items.map(({ id }, index) => [id, index]))
  const orders = answers.map(({ answer }) =>
    Object.entries(answer)
      .toSorted(([, a], [, b]) => a - b)
      .flatMap(([id]) => at.get(id) ?? []),
  )
  const worthsOf = (times?: Uint16Array, near: Near = {}) =>
    plackettLuce(
      items.length,
      orders.flatMap((order, row): Ranking[] => {
        const often = times?.[row] ?? 1
        return often === 0 ? [] : [{ order, times: often }]
      }),
      near,
    )
  const whole = worthsOf()
  const copies = samples.slice(0, worthDraws).map((times) => worthsOf(times, { start: whole, precise: 1e-4 }))
  return whole.map((worth, item) => ({
    value: worth * 100,
    interval: copies.length === 0 ? null : middle(Float64Array.from(copies, (worths) => worths[item]! * 100)),
  }))
}

type Near = { readonly start?: readonly number[]; readonly precise?: number }

type Grouping = { readonly survey: SurveyOfAnswers; readonly order: readonly string[] }

function groupResults(
  { survey, order }: Grouping,
  answers: readonly Answered[],
  { random, draws = usualDraws }: Chance,
): GroupResult[] {
  return (['age', 'channel'] as const).flatMap((by) => {
    const groups = Map.groupBy(answers, ({ background }): string => background[by] ?? '')
    const shown = visibleGroups(new Map([...groups].map(([group, own]) => [group, own.length])))
    return shown.map((group): GroupResult => {
      const own = groups.get(group)!
      const estimates = importances(survey, own, { random, draws })
      const figures = new Map(survey.items.map(({ id }, at) => [id, estimates[at]!] as const))
      const items = order.map((id) => {
        const { value, interval } = figures.get(id)!
        return { id, importance: value, interval }
      })
      return { by, group, n: own.length, items }
    })
  })
}
