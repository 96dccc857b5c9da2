/** Own targets and essential performances (M7.6). */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import type { EditionMethod } from '../../edition/contract.ts'
import { seriesOf } from '../../trend/index.ts'
import { isLessBetter, nameInMethod, readFigure } from '../../trend/rules/figure.ts'
import type { Measured } from '../../trend/rules/figures-of-edition.ts'
import type { EssentialLine, PracticeAnswer, SeasonPoint, TargetLine } from '../contract.ts'
import { figureOver } from '../rules/figure-values.ts'
import { judgeTarget } from '../rules/judge-target.ts'
import { seasonOf } from '../rules/season.ts'
import {
  findEssentials,
  insertEssentials,
  insertTargetChange,
  listTargetChanges,
  type TargetChange,
} from '../store/target-store.ts'
import {
  besideFigure,
  type Centre,
  type CentreFigures,
  figuresOf,
  findCentre,
  findOwnCentre,
  headOf,
  type InCentre,
  type MeasuredEdition,
  measuredEditions,
  plainFigure,
} from './centre.ts'

export async function readPractice(context: Context, input: InCentre): Promise<PracticeAnswer> {
  const { scope, db } = context
  const centre = await findCentre(context, input)
  const [measured] = await measuredEditions(context, centre)
  const figures = await figuresOf(context, centre, measured)
  const changes = await listTargetChanges(scope, db, centre.keys)
  const current = new Map(changes.map((change) => [change.figure, change]))
  const { method } = centre.edition
  const look = knownFigures(measured, figures)
  return {
    ...headOf(centre, measured),
    targets: [...current.values()].flatMap((change) => toLine(change, method, look)),
    essentials: essentialLines(await findEssentials(scope, db, centre.keys), method, figures),
    offered: offeredFigures(method).map((figure) => ({
      figure,
      ...wordsOf(figure, method),
      known: plainFigure(look(figure)),
    })),
    history: changes.toReversed().map(({ figure, level, changedAt }) => ({
      figure,
      ...wordsOf(figure, method),
      level,
      changedAt: changedAt.toISOString(),
    })),
  }
}

type Look = (figure: string) => Measured | undefined

/** As on the results page where it shows the figure; a share of contacts is counted here. */
function knownFigures(measured: MeasuredEdition | undefined, { own }: CentreFigures): Look {
  return (id) => {
    const figure = readFigure(id)
    if (figure?.kind !== 'share' || !measured) return own.get(id)
    const known = figureOver(figure, measured.contacts, measured.edition.method)
    return known && { value: known.value, n: known.n, interval: known.interval && [...known.interval] }
  }
}

/** In the order of the page: the whole, shares from each band's limit, channels, areas, questions. */
function offeredFigures({ bands, channels, areas, questions }: EditionMethod): readonly string[] {
  const scored = questions.filter((question) => question.scored)
  const limits = bands.map(({ from }) => from).filter((from) => Number.isInteger(from) && from > 0)
  return [
    'total',
    'answered',
    'unanswered',
    ...limits.toSorted((a, b) => b - a).map((from) => `share:${from}`),
    ...channels.map(({ id }) => `channel:${id}`),
    ...areas.filter(({ id }) => scored.some(({ area }) => area === id)).map(({ id }) => `area:${id}`),
    ...scored.map(({ id }) => `question:${id}`),
  ]
}

function wordsOf(id: string, method: EditionMethod) {
  const figure = readFigure(id)
  const name = figure && nameInMethod(figure, method)
  return name ? { name } : {}
}

/** Nothing for a target that was taken away, or for a figure that the method no longer has. */
function toLine(
  { figure: id, level, changedAt }: TargetChange,
  method: EditionMethod,
  look: Look,
): TargetLine[] {
  const figure = readFigure(id)
  if (level === null || !figure) return []
  const known = look(id)
  const less = isLessBetter(figure)
  const judged = known && judgeTarget(known, { level, isLessBetter: less })
  return [
    {
      figure: id,
      ...wordsOf(id, method),
      level,
      isLessBetter: less,
      changedAt: changedAt.toISOString(),
      known: plainFigure(known),
      verdict: judged?.verdict ?? null,
      distance: judged?.distance ?? null,
      distanceInterval: judged?.distanceInterval ?? null,
      isMet: judged?.isMet ?? null,
      needed: judged?.needed ?? null,
    },
  ]
}

function essentialLines(
  chosen: readonly string[],
  { questions }: EditionMethod,
  figures: CentreFigures,
): EssentialLine[] {
  return chosen.flatMap((id) => {
    const question = questions.find((one) => one.id === id)
    if (!question) return []
    const figure = `question:${id}`
    return [
      {
        question: id,
        text: question.text,
        area: question.area,
        known: plainFigure(figures.own.get(figure)),
        class: besideFigure(figures.class.get(figure)),
      },
    ]
  })
}

type TargetInput = InCentre & { readonly figure: string; readonly level: number | null }

/** @throws AppError not-found · not-allowed · invalid-input for a figure that the method does not have */
export async function setTarget(context: Context, input: TargetInput): Promise<Record<never, never>> {
  const { scope, now } = context
  const centre = await findOwnCentre(context, input)
  const { figure, level } = input
  if (!offeredFigures(centre.edition.method).includes(figure)) throw unknown('figure', figure)
  return inTransaction(context.db, async (trx) => {
    const row = { changeId: newId(now.getTime()), centre: centre.keys[0], figure, level, changedAt: now }
    await insertTargetChange(scope, trx, row)
    await recordAudit(
      context,
      { action: 'target.set', subject: subjectOf(centre), detail: { figure, level } },
      trx,
    )
    return {}
  })
}

type EssentialsInput = InCentre & { readonly questions: readonly string[] }

/** @throws AppError not-found · not-allowed · invalid-input for a question that is not scored */
export async function setEssentials(context: Context, input: EssentialsInput): Promise<Record<never, never>> {
  const { scope, now } = context
  const centre = await findOwnCentre(context, input)
  const questions = [...new Set(input.questions)]
  requireQuestions(centre, questions)
  return inTransaction(context.db, async (trx) => {
    const row = { changeId: newId(now.getTime()), centre: centre.keys[0], questions, changedAt: now }
    await insertEssentials(scope, trx, row)
    await recordAudit(
      context,
      { action: 'essentials.set', subject: subjectOf(centre), detail: { questions } },
      trx,
    )
    return {}
  })
}

/** @throws AppError invalid-input for a question that is not scored in the edition */
export function requireQuestions({ edition }: Centre, questions: readonly string[]): void {
  const scored = new Set(edition.method.questions.filter((one) => one.scored).map(({ id }) => id))
  const stranger = questions.find((id) => !scored.has(id))
  if (stranger !== undefined) throw unknown('questions', stranger)
}

function unknown(path: string, value: string): AppError {
  return new AppError('invalid-input', {}, [{ code: 'unknown-value', path, value }])
}

export function subjectOf({ participantId }: Centre) {
  return { kind: 'participant', id: participantId }
}

/** @throws AppError not-found · invalid-input for something that is no figure */
export async function readSeason(
  context: Context,
  { figure: id, ...input }: InCentre & { readonly figure: string },
): Promise<{ points: SeasonPoint[] }> {
  const centre = await findCentre(context, input)
  const figure = readFigure(id)
  if (!figure) throw unknown('figure', id)
  const [measured] = await measuredEditions(context, centre)
  return { points: measured ? [...seasonOf(figure, measured.contacts, measured.edition.method)] : [] }
}

/** The centre and its class over the editions; a participant sees the published ones. */
export async function readTrend(context: Context, input: InCentre) {
  const centre = await findCentre(context, input)
  const guarded = !centre.isOrganiser
  return {
    own: await seriesOf(context, { kind: 'participant', name: centre.name, guarded }),
    class: await seriesOf(context, { kind: 'class', name: centre.class, guarded }),
  }
}
