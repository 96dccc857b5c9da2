/** Service standards: what good looks like, per performance and channel, and how far away it is (M7.13). */
import { AppError } from '../../../kernel/errors.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import type { QuestionMethod } from '../../edition/contract.ts'
import { answersOfContacts } from '../../results/rules/gather-contacts.ts'
import { nameInMethod } from '../../trend/rules/figure.ts'
import type { KnownFigure, PerformanceStandards, PracticeHead, Standard } from '../contract.ts'
import { draftOf, missedContacts } from '../rules/standards.ts'
import { insertStandard, listStandardVersions, type StandardVersion } from '../store/standard-store.ts'
import { findEssentials } from '../store/target-store.ts'
import {
  besideFigure,
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
import { requireQuestions, subjectOf } from './targets.ts'

type Standards = PracticeHead & { readonly performances: PerformanceStandards[] }

export async function listStandards(context: Context, input: InCentre): Promise<Standards> {
  const { scope, db } = context
  const centre = await findCentre(context, input)
  const [measured] = await measuredEditions(context, centre)
  const figures = await figuresOf(context, centre, measured)
  const essentials = new Set(await findEssentials(scope, db, centre.keys))
  const versions = Map.groupBy(
    await listStandardVersions(scope, db, centre.keys),
    ({ question, channel }) => `${question} ${channel}`,
  )
  const questions = centre.edition.method.questions.filter(({ scored }) => scored)
  return {
    ...headOf(centre, measured),
    performances: questions.map((question) => {
      const { id, area, channels } = question
      const text = nameInMethod({ kind: 'question', id }, centre.edition.method) ?? question.text
      const figure = `question:${id}`
      return {
        question: id,
        area,
        text,
        channels,
        isEssential: essentials.has(id),
        draft: draftOf(question),
        known: plainFigure(figures.own.get(figure)),
        class: besideFigure(figures.class.get(figure)),
        standards: ['all', ...channels].flatMap((channel) =>
          toStandard(question, versions.get(`${id} ${channel}`) ?? [], { measured, figures }),
        ),
      }
    }),
  }
}

type Seen = { readonly measured: MeasuredEdition | undefined; readonly figures: CentreFigures }

/** Nothing where no version was written, or the last one is empty. */
function toStandard(
  question: QuestionMethod,
  [current, ...earlier]: readonly StandardVersion[],
  { measured, figures }: Seen,
): Standard[] {
  if (!current || isEmpty(current)) return []
  const channel = current.channel as Standard['channel']
  const isWhole = channel === 'all'
  const figure = `question:${question.id}`
  return [
    {
      ...versionOf(current),
      channel,
      known: isWhole ? plainFigure(figures.own.get(figure)) : onChannel(question, channel, measured),
      class: isWhole ? besideFigure(figures.class.get(figure)) : null,
      missed: measured ? missedIn(measured, question.id, isWhole ? undefined : channel) : [],
      earlier: earlier.map(versionOf),
    },
  ]
}

function isEmpty({ good, dos, donts }: StandardVersion): boolean {
  return good === '' && dos.length === 0 && donts.length === 0
}

function versionOf({ version, good, dos, donts, savedAt }: StandardVersion) {
  return { version, good, dos: [...dos], donts: [...donts], savedAt: savedAt.toISOString() }
}

/** The question's words and options as they were when the contacts were measured. */
function missedIn({ edition, contacts }: MeasuredEdition, id: string, channel: string | undefined) {
  const question = edition.method.questions.find((one) => one.id === id)
  return question ? missedContacts(question, contacts, channel) : []
}

function onChannel(
  { id }: QuestionMethod,
  channel: string,
  measured: MeasuredEdition | undefined,
): KnownFigure | null {
  if (!measured) return null
  const contacts = measured.contacts.filter((contact) => contact.channel === channel)
  const { questions } = answersOfContacts(measured.edition.method, channel, contacts)
  const found = questions.find(({ question }) => question === id)
  return found && found.score !== null ? { value: found.score, n: found.n, interval: found.interval } : null
}

type SaveInput = InCentre & {
  readonly question: string
  readonly channel: string
  readonly good: string
  readonly dos: readonly string[]
  readonly donts: readonly string[]
}

/** @throws AppError not-found · not-allowed · invalid-input for another question or channel · conflict */
export async function saveStandard(context: Context, input: SaveInput): Promise<{ version: number }> {
  const { scope, now } = context
  const centre = await findOwnCentre(context, input)
  const { question, channel, good, dos, donts } = input
  requireQuestions(centre, [question])
  const asked = centre.edition.method.questions.find(({ id }) => id === question)!
  if (channel !== 'all' && !(asked.channels as readonly string[]).includes(channel))
    throw new AppError('invalid-input', {}, [{ code: 'unknown-value', path: 'channel', value: channel }])
  return inTransaction(context.db, async (trx) => {
    const versions = await listStandardVersions(scope, trx, centre.keys)
    const before = versions.filter((one) => one.question === question && one.channel === channel)
    const version = Math.max(0, ...before.map((one) => one.version)) + 1
    const row = { centre: centre.keys[0], question, channel, version, good, dos, donts, savedAt: now }
    if (!(await insertStandard(scope, trx, row))) throw new AppError('conflict')
    const detail = { question, channel, version }
    await recordAudit(context, { action: 'standard.saved', subject: subjectOf(centre), detail }, trx)
    return { version }
  })
}
