/** What the answers of a survey say: mean places or ratings with intervals, counts, worths, agreement, groups. */
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
import { scoreOf, talliesOf } from './best-worst.ts'
import { kendallW } from './kendall-w.ts'
import { choicesIn, importanceOf, numbersIn, placesOf, type Reply } from './ranks.ts'
import { visibleGroups } from './visible-groups.ts'
import { worthsOf } from './worths.ts'

export type Answered = { readonly answer: Reply; readonly background: Background }

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
  const worths = worthEstimates(survey, answers, samples)
  const tallies = talliesOf(
    ids,
    answers.flatMap(({ answer }) => choicesIn(answer)),
  )
  const byChoice = survey.mode === 'bestWorst'
  const items = survey.items.map(({ id, text }, at): Omit<ItemResult, 'place'> => {
    return {
      id,
      text,
      mean: means[at]!,
      importance: importanceEstimate(survey, means[at]!),
      top: byChoice ? null : topOf(places, at),
      chosen: byChoice ? tallies[at]! : null,
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

function topOf(places: readonly (readonly number[])[], item: number): ItemResult['top'] {
  const n = places.length
  const count = places.filter((own) => own[item]! <= topPlaces).length
  const [low, high] = wilsonInterval(count / n, n, level)
  return { count, percent: (count / n) * 100, interval: [low * 100, high * 100] }
}

type Weighted = { readonly value: number; readonly weight: number }

/** What means are taken of: places, ratings, or scores of choices, which weigh by how often an item was shown. */
function valuesOf(
  { mode, items }: SurveyOfAnswers,
  answers: readonly Answered[],
): readonly (readonly Weighted[])[] {
  const ids = items.map(({ id }) => id)
  return answers.map(({ answer }): readonly Weighted[] => {
    if (mode === 'bestWorst')
      return talliesOf(ids, choicesIn(answer)).map((tally) => ({
        value: scoreOf(tally),
        weight: tally.shown,
      }))
    const given = numbersIn(answer)
    const values = mode === 'rank' ? placesOf({ mode, items: ids }, given) : ids.map((id) => given[id] ?? 1)
    return values.map((value) => ({ value, weight: 1 }))
  })
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
  values: readonly (readonly Weighted[])[],
  samples: readonly Uint16Array[],
): readonly Estimate[] {
  return (values[0] ?? []).map((first, item) => {
    const own = values.map((row) => row[item]!)
    const meanOf = (times?: Uint16Array): number => {
      let [sum, weights] = [0, 0]
      for (const [row, { value, weight }] of own.entries()) {
        const often = weight * (times?.[row] ?? 1)
        sum += often * value
        weights += often
      }
      return weights === 0 ? 0 : sum / weights
    }
    const copies = Float64Array.from(samples, meanOf)
    // All the same in every copy: the answers cannot tell how sure that is.
    const told = own.some(({ value }) => value !== first.value)
    return { value: meanOf(), interval: told ? middle(copies) : null }
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

/** Worths in per cent; ratings have none. */
function worthEstimates(
  survey: SurveyOfAnswers,
  answers: readonly Answered[],
  samples: readonly Uint16Array[],
): readonly Estimate[] | undefined {
  const worthsIn = worthsOf(survey, answers)
  if (!worthsIn) return undefined
  const whole = worthsIn()
  const copies = samples.slice(0, worthDraws).map((times) => worthsIn(times, { start: whole, precise: 1e-4 }))
  return whole.map((worth, item) => ({
    value: worth * 100,
    interval: copies.length === 0 ? null : middle(Float64Array.from(copies, (worths) => worths[item]! * 100)),
  }))
}

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
