/** What a closed survey says, and what those of earlier years said. */
import { AppError } from '../../../kernel/errors.ts'
import { seededRandom } from '../../../kernel/random.ts'
import type { Context } from '../../../organisation/index.ts'
import { type Edition, listEditions, loadEdition } from '../../edition/index.ts'
import { fewestAnswers, type SurveyResults } from '../contract.ts'
import { importances, surveyResults } from '../rules/survey-results.ts'
import { type TrendYear, trendLines } from '../rules/trend.ts'
import { listAnswers } from '../store/answer-store.ts'
import { listHistory } from '../store/history-store.ts'
import { countInvitations } from '../store/invitation-store.ts'
import { listSurveys, type StoredSurvey } from '../store/survey-store.ts'
import { loadSurvey } from './load-survey.ts'

type InEdition = { readonly editionId: string }

/** @throws AppError not-found · survey-running before it has closed */
export async function readResults(context: Context, { editionId }: InEdition): Promise<SurveyResults> {
  const { scope, db } = context
  const edition = await loadEdition(context, editionId)
  const survey = await closedSurvey(context, { editionId })
  const answers = await listAnswers(scope, db, { editionId })
  const results = surveyResults(survey, answers, { random: seededRandom(editionId) })
  const { invited } = await countInvitations(scope, db, { editionId })
  const years = await trendYears(context, edition)
  const inOrder = results.items.map(({ id, text }) => ({ id, text }))
  return {
    mode: survey.mode,
    depth: survey.depth,
    sets: survey.sets,
    invited,
    ...results,
    trend: trendLines(inOrder, years),
  }
}

/** @throws AppError not-found · survey-running before it has closed */
export async function closedSurvey(context: Context, { editionId }: InEdition): Promise<StoredSurvey> {
  const survey = await loadSurvey(context, { editionId })
  if (!survey) throw new AppError('not-found')
  if (survey.phase !== 'closed') throw new AppError('survey-running')
  return survey
}

const yearOf = ({ method }: Edition) => Number(method.calendar.start.slice(0, 4))

/** Closed surveys of this edition and of those before it, and the imported years. */
async function trendYears(context: Context, edition: Edition): Promise<readonly TrendYear[]> {
  const { scope, db } = context
  const editions = new Map((await listEditions(scope, db)).map((each) => [each.editionId, each]))
  const surveys = (await listSurveys(scope, db)).filter((survey) => survey.closedAt !== null)
  const asked: TrendYear[] = []
  for (const survey of surveys) {
    const own = editions.get(survey.editionId)
    if (!own || yearOf(own) > yearOf(edition)) continue
    if (yearOf(own) === yearOf(edition) && own.editionId !== edition.editionId) continue
    asked.push(...(await askedYear(context, survey, yearOf(own))))
  }
  const history = await listHistory(scope, db)
  const imported = [...Map.groupBy(history, ({ year }) => year)].map(
    ([year, rows]): TrendYear => ({
      year,
      imported: true,
      asked: null,
      figures: rows.map(({ performance, score, n, low, high, wording }) => {
        const interval: [number, number] | null = low === null || high === null ? null : [low, high]
        return { id: performance, importance: score, interval, n, wording }
      }),
    }),
  )
  return [...asked, ...imported.filter(({ year }) => year <= yearOf(edition))]
}

async function askedYear(
  { scope, db }: Context,
  survey: StoredSurvey,
  year: number,
): Promise<readonly TrendYear[]> {
  const { editionId, mode, depth, sets, items } = survey
  const answers = await listAnswers(scope, db, { editionId })
  if (answers.length < fewestAnswers) return []
  const figures = importances(survey, answers, { random: seededRandom(editionId) })
  const asked = { mode, depth, setSize: sets.size, items: items.length }
  return [
    {
      year,
      imported: false,
      asked,
      figures: items.map(({ id, text }, at) => {
        const { value, interval } = figures[at]!
        return { id, importance: value, interval, n: answers.length, wording: text.nb }
      }),
    },
  ]
}
