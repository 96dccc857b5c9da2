/** The training plan of a team, and what later contacts show of it (M7.13). */
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { toLocal } from '../../../kernel/zone.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { inTransaction } from '../../../platform/database/index.ts'
import type { ChannelId, EditionMethod } from '../../edition/contract.ts'
import { listScored, type ScoredSubmission } from '../../results/index.ts'
import { listNamed } from '../../trend/index.ts'
import { figureBreaks } from '../../trend/rules/figure-breaks.ts'
import type { PracticeHead, Training, TrainingState } from '../contract.ts'
import { trainedValue } from '../rules/standards.ts'
import { type Periods, trainingEffect } from '../rules/training-effect.ts'
import { insertTraining, listTraining, type StoredTraining, updateTraining } from '../store/training-store.ts'
import {
  type Centre,
  findCentre,
  findOwnCentre,
  headOf,
  type InCentre,
  type MeasuredEdition,
  measuredEditions,
} from './centre.ts'
import { refuseNames } from './refuse-names.ts'
import { requireQuestions, subjectOf } from './targets.ts'

type Plan = PracticeHead & { readonly items: Training[] }

export async function listTrainingPlan(context: Context, input: InCentre): Promise<Plan> {
  const { scope, db, now } = context
  const centre = await findCentre(context, input)
  const measured = await measuredEditions(context, centre)
  const items = await listTraining(scope, db, centre.keys)
  const seen = items.length === 0 ? [] : await classesOf(context, measured)
  const today = toLocal(now).date
  return {
    ...headOf(centre, measured[0]),
    items: items.map((item) => ({
      ...item,
      questions: [...item.questions],
      channels: [...item.channels] as ChannelId[],
      texts: textsOf(centre.edition.method, item.questions),
      effect: effectOf(item, seen, today),
    })),
  }
}

function textsOf({ questions }: EditionMethod, ids: readonly string[]) {
  return questions.filter(({ id }) => ids.includes(id)).map(({ text }) => text)
}

/** The centre's whole class in an edition where it was measured. */
type SeenClass = {
  readonly method: EditionMethod
  readonly own: string
  readonly contacts: readonly ScoredSubmission[]
}

async function classesOf(
  context: Context,
  measured: readonly MeasuredEdition[],
): Promise<readonly SeenClass[]> {
  const { scope, db } = context
  const named = await listNamed(scope, db)
  return Promise.all(
    measured.map(async ({ edition, participantId, class: group }) => {
      const { editionId, method } = edition
      const members = named.filter((one) => one.editionId === editionId && one.class === group)
      const participantIds = members.map((one) => one.participantId)
      return {
        method,
        own: participantId,
        contacts: await listScored(scope, db, { editionId, participantIds }),
      }
    }),
  )
}

/**
 * Contacts of all editions in which the training's questions were asked as they were in the newest one, on each
 * side of the start. A centre of the class is known by its name from one edition to the next.
 */
function effectOf(training: StoredTraining, seen: readonly SeenClass[], today: string): Training['effect'] {
  const newest = seen.toSorted((a, b) => (a.method.calendar.start < b.method.calendar.start ? 1 : -1))[0]
  const comparable = seen.filter(({ method }) => isComparable(training, method, newest!.method))
  const centres = new Map<string, { before: number[]; after: number[] }>()
  for (const { method, own, contacts } of comparable) {
    for (const contact of contacts) {
      const value = trainedValue(method, training, contact)
      if (value === undefined) continue
      const key = contact.participantId === own ? ownKey : contact.participant
      const periods = centres.get(key) ?? { before: [], after: [] }
      centres.set(key, periods)
      periods[contact.date < training.startsOn ? 'before' : 'after'].push(value)
    }
  }
  const own: Periods = centres.get(ownKey) ?? { before: [], after: [] }
  centres.delete(ownKey)
  const level = newest?.method.score.interval.level ?? 0.95
  return trainingEffect({ own, others: [...centres.values()], hasStarted: training.startsOn <= today, level })
}

/** No centre's name: names are not empty. */
const ownKey = ''

function isComparable({ questions }: StoredTraining, method: EditionMethod, newest: EditionMethod): boolean {
  return questions.every((id) => figureBreaks({ kind: 'question', id }, method, newest).length === 0)
}

type TrainingInput = InCentre & {
  readonly title: string
  readonly what: string
  readonly questions: readonly string[]
  readonly channels: readonly string[]
  readonly startsOn: string
  readonly ownerRole: string
  readonly status: TrainingState
}

/** @throws AppError not-found · not-allowed · invalid-input · names-a-person */
export async function addTraining(context: Context, input: TrainingInput): Promise<{ trainingId: string }> {
  const { scope, now } = context
  const centre = await findOwnCentre(context, input)
  const trainingId = newId(now.getTime())
  const training = checked(centre, { ...input, trainingId })
  return inTransaction(context.db, async (trx) => {
    await insertTraining(scope, trx, { ...training, centre: centre.keys[0], now })
    const detail = { ...training }
    await recordAudit(context, { action: 'training.added', subject: subjectOf(centre), detail }, trx)
    return { trainingId }
  })
}

/** @throws AppError not-found · not-allowed · invalid-input · names-a-person */
export async function editTraining(
  context: Context,
  input: TrainingInput & { readonly trainingId: string },
): Promise<Record<never, never>> {
  const { scope, now } = context
  const centre = await findOwnCentre(context, input)
  const training = checked(centre, input)
  return inTransaction(context.db, async (trx) => {
    if (!(await updateTraining(scope, trx, { ...training, centres: centre.keys, now })))
      throw new AppError('not-found')
    const detail = { ...training }
    await recordAudit(context, { action: 'training.changed', subject: subjectOf(centre), detail }, trx)
    return {}
  })
}

function checked(centre: Centre, input: TrainingInput & { readonly trainingId: string }): StoredTraining {
  const { trainingId, title, what, questions, channels, startsOn, ownerRole, status } = input
  requireQuestions(centre, questions)
  refuseNames(centre, { title, what, ownerRole })
  return { trainingId, title, what, questions, channels, startsOn, ownerRole, status }
}
