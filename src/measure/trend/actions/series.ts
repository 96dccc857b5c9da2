/** The figures of the programme, a class or a centre over the editions. */
import { AppError } from '../../../kernel/errors.ts'
import type { Context } from '../../../organisation/index.ts'
import type { Edition } from '../../edition/index.ts'
import { nameKey } from '../../participants/rules/import/read-import.ts'
import type { EarlierFigure, SeriesKind, TrendAnswer, TrendSeries } from '../contract.ts'
import { type Judgement, type KnownPoint, stepsBetween } from '../rules/build-series.ts'
import { nameInMethod, readFigure } from '../rules/figure.ts'
import type { Measured } from '../rules/figures-of-edition.ts'
import { keysOfSeries } from '../rules/series-key.ts'
import { listEarlier } from '../store/earlier-store.ts'
import { listJudgements, listTies } from '../store/tie-store.ts'
import { type EditionFigures, editionsInOrder, figuresIn, type Wanted, yearOf } from './edition-line.ts'

export type SeriesQuestion = {
  readonly kind: SeriesKind
  readonly name: string
  /** For somebody who is not the organiser: published editions only, and no class that is too small. */
  readonly guarded?: boolean
}

/** @throws AppError not-found for a name without a single figure */
export async function readSeries(context: Context, question: SeriesQuestion): Promise<TrendAnswer> {
  const answer = await seriesOf(context, question)
  if (answer.kind !== 'edition' && answer.series.length === 0) throw new AppError('not-found')
  return answer
}

/** The same without a refusal: a name without figures has no series. */
export async function seriesOf(
  context: Context,
  { kind, name, guarded = false }: SeriesQuestion,
): Promise<TrendAnswer> {
  const { scope, db } = context
  const ties = (await listTies(scope, db)).filter((tie) => tie.kind === kind)
  const keys = kind === 'edition' ? new Set<string>() : keysOfSeries(name, ties)
  const wanted: Wanted = { kind, keys, guarded }
  const judgements = await listJudgements(scope, db)
  const earlier = (await listEarlier(scope, db)).filter((figure) => belongs(figure, wanted))
  const points = [...earlierPoints(earlier), ...(await measuredPoints(context, wanted))]
  const editions = (await editionsInOrder(context)).toReversed()
  return {
    kind,
    name,
    alsoNamed: alsoNamed(name, keys, ties),
    series: [...Map.groupBy(points, ({ figure }) => figure)].flatMap(([figure, known]) =>
      toSeries(figure, known, { editions, judgements }),
    ),
  }
}

type FigurePoint = KnownPoint & { readonly figure: string }

function belongs({ class: group, participant }: EarlierFigure, { kind, keys }: Wanted): boolean {
  if (kind === 'participant') return keys.has(nameKey(participant))
  if (participant !== '') return false
  return kind === 'class' ? keys.has(nameKey(group)) : group === ''
}

function earlierPoints(figures: readonly EarlierFigure[]): readonly FigurePoint[] {
  return figures.map(({ figure, edition, year, value, n, low, high }) => ({
    figure,
    point: {
      edition,
      year,
      editionId: null,
      value,
      n,
      interval: low === null || high === null ? null : [low, high],
      isPreliminary: false,
    },
  }))
}

async function measuredPoints(context: Context, wanted: Wanted): Promise<readonly FigurePoint[]> {
  const points: FigurePoint[] = []
  for (const edition of await editionsInOrder(context)) {
    if (wanted.guarded && edition.state !== 'published') continue
    const found = await figuresIn(context, edition, wanted)
    for (const [figure, measured] of found.figures)
      points.push({ figure, point: toPoint(edition, measured, found), method: edition.method })
  }
  return points
}

function toPoint(
  edition: Edition,
  measured: Measured,
  { isPreliminary, participantId }: EditionFigures,
): KnownPoint['point'] {
  const { editionId, name } = edition
  const where = { edition: name, year: yearOf(edition), editionId }
  return { ...where, ...(participantId ? { participantId } : {}), ...measured, isPreliminary }
}

type Around = { readonly editions: readonly Edition[]; readonly judgements: readonly Judgement[] }

/** A figure in the newest words that a method has for it. */
function toSeries(
  id: string,
  known: readonly FigurePoint[],
  { editions, judgements }: Around,
): readonly TrendSeries[] {
  const figure = readFigure(id)
  if (!figure) return []
  const points = known.toSorted((a, b) => a.point.year - b.point.year)
  const name = editions.map(({ method }) => nameInMethod(figure, method)).find(Boolean)
  return [
    {
      figure: id,
      ...(name ? { name } : {}),
      points: points.map(({ point }) => point),
      steps: stepsBetween(figure, points, judgements),
    },
  ]
}

type Tied = {
  readonly nameKey: string
  readonly name: string
  readonly sameAsKey: string
  readonly sameAs: string
}

function alsoNamed(name: string, keys: ReadonlySet<string>, ties: readonly Tied[]): string[] {
  const names = new Map(
    ties.flatMap((tie) => [[tie.nameKey, tie.name] as const, [tie.sameAsKey, tie.sameAs] as const]),
  )
  return [...keys].filter((key) => key !== nameKey(name)).flatMap((key) => names.get(key) ?? [])
}
