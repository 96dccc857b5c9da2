/** Measure's part of the demo world: observers, one edition that is over, one under way and one being prepared. */
import { addDays } from '../kernel/calendar.ts'
import { seededRandom } from '../kernel/random.ts'
import { toInstant, toLocal } from '../kernel/zone.ts'
import type { EditionMethod } from '../measure/edition/contract.ts'
import { insertRevision } from '../measure/planning/index.ts'
import type { DemoOrganisation } from '../organisation/index.ts'
import type { Db } from '../platform/database/index.ts'
import { type DemoFinds, insertChecks, readDemoPages } from './channel-checks.ts'
import { insertContacts } from './contacts.ts'
import { insertDemoAppeals } from './demo-appeals.ts'
import { buildDemoEarlier } from './demo-earlier.ts'
import { type DemoEdition, demoEdition, demoParticipants } from './demo-edition.ts'
import { buildDemoExpectations } from './demo-expectations.ts'
import { buildDemoFeedback } from './demo-feedback.ts'
import { extraMethod, fieldworkEnd, finishedMethod, nextMethod, runningMethod } from './demo-methods.ts'
import { insertObserverWork } from './demo-observers.ts'
import { insertOpenAppeals } from './demo-open-appeals.ts'
import { buildDemoPractice, withTraining } from './demo-practice.ts'
import { insertPublication } from './demo-publication.ts'
import { insertRows } from './demo-store.ts'
import { type DemoObserver, demoObserverPool, insertObservers } from './observers.ts'
import { insertParticipants } from './participants.ts'
import { seededId } from './seeded-id.ts'
import { classWithSignIn } from './world.ts'

type Setting = {
  readonly trx: Db
  readonly organisation: DemoOrganisation
  readonly observers: readonly DemoObserver[]
  readonly finds: DemoFinds
  readonly now: Date
}

export async function buildDemoMeasure(trx: Db, organisation: DemoOrganisation, now: Date): Promise<void> {
  const random = seededRandom('observers')
  const observers = demoObserverPool(organisation, { now, random })
  await insertObservers(trx, organisation, { observers, now })
  const setting: Setting = { trx, organisation, observers, finds: await readDemoPages(), now }
  const today = toLocal(now).date
  await buildFinished(setting, finishedMethod(today))
  await buildExtra(setting, extraMethod(today, classWithSignIn))
  const running = await buildRunning(setting, runningMethod(today))
  await buildPrepared(setting, { method: nextMethod(today), copiedFrom: running })
  await buildDemoExpectations(setting)
  await buildDemoFeedback(setting)
  await insertObserverWork(setting)
}

/** Announced seven weeks after the last day of fieldwork. */
async function buildFinished(setting: Setting, method: EditionMethod): Promise<void> {
  const publishedAt = toInstant(addDays(fieldworkEnd(method), 49), '12:00')
  const ending = { kind: 'published', at: publishedAt.toISOString() } as const
  const edition = withTraining(demoEdition({ ...planning(setting, method), ending }), method)
  const plannedAt = planningDay(method)
  await insertEdition(setting, {
    method,
    editionId: edition.editionId,
    state: 'published',
    plannedAt,
    publishedAt,
  })
  await fillEdition(setting, { method, edition })
  const announced = { editionId: edition.editionId, year: fieldworkEnd(method).slice(0, 4), publishedAt }
  await insertPublication(setting.trx, setting.organisation, announced)
  await insertDemoAppeals({ ...setting, method, edition, publishedAt })
  await buildDemoPractice(setting, { method, edition })
  await buildDemoEarlier(setting, method)
}

/** A small round that stands in its appeal window, so that there is something to decide. */
async function buildExtra(setting: Setting, method: EditionMethod): Promise<void> {
  const { classes } = method
  const edition = demoEdition({ ...planning(setting, method), classes, ending: { kind: 'appealWindow' } })
  const { editionId } = edition
  const name = `Ekstramåling ${classWithSignIn} ${method.calendar.start.slice(0, 4)}`
  await insertEdition(setting, {
    method,
    editionId,
    state: 'review',
    plannedAt: planningDay(method),
    name,
  })
  await fillEdition(setting, { method, edition })
  await insertOpenAppeals({ ...setting, method, edition })
}

async function buildRunning(setting: Setting, method: EditionMethod): Promise<string> {
  const edition = demoEdition({ ...planning(setting, method), ending: { kind: 'running' } })
  const { editionId } = edition
  await insertEdition(setting, { method, editionId, state: 'fieldwork', plannedAt: planningDay(method) })
  await fillEdition(setting, { method, edition })
  return editionId
}

/** The first check has been made, and most channels are settled; the rest is left for whoever tries it out. */
async function buildPrepared(
  setting: Setting,
  { method, copiedFrom }: { readonly method: EditionMethod; readonly copiedFrom: string },
): Promise<void> {
  const random = seededRandom(`demo ${method.calendar.start}`)
  const at = new Date(setting.now.getTime() - 2 * 86_400_000)
  const editionId = seededId(random, at)
  const participants = demoParticipants((made) => seededId(random, made), at)
  await insertEdition(setting, { method, editionId, state: 'preparing', plannedAt: at, copiedFrom })
  const confirmed = (_: unknown, index: number) => index % 6 !== 4
  await insertParticipants(setting, { editionId, participants, at, confirmed })
  await insertChecks(setting, { editionId, participants, finds: setting.finds, rounds: [{ round: 1, at }] })
}

function planning({ observers, now }: Setting, method: EditionMethod) {
  return {
    method,
    observers: observers.map(({ plan }) => plan),
    seed: `demo ${method.calendar.start}`,
    now,
    plannedAt: planningDay(method),
  }
}

function planningDay({ calendar }: EditionMethod): Date {
  return toInstant(addDays(calendar.start, -18), '10:00')
}

type Filled = { readonly method: EditionMethod; readonly edition: DemoEdition }

async function fillEdition(setting: Setting, { method, edition }: Filled): Promise<void> {
  const { editionId, participants } = edition
  const at = planningDay(method)
  await insertParticipants(setting, { editionId, participants, at, confirmed: () => true })
  const rounds = [
    { round: 1, at: new Date(at.getTime() - 21 * 86_400_000) },
    { round: 2, at: new Date(at.getTime() - 7 * 86_400_000) },
  ] as const
  await insertChecks(setting, { editionId, participants, finds: setting.finds, rounds })
  await insertRevision(setting.organisation.scopes.organiser, setting.trx, {
    editionId,
    revision: 1,
    now: at,
    seed: edition.seed,
    reason: 'Første plan',
    fairness: edition.fairness,
    moves: [],
    amendments: {},
  })
  await insertContacts({ ...setting, method }, edition)
}

type EditionRow = {
  readonly method: EditionMethod
  readonly editionId: string
  readonly state: 'preparing' | 'fieldwork' | 'review' | 'published'
  readonly name?: string
  readonly plannedAt: Date
  readonly publishedAt?: Date
  readonly copiedFrom?: string
}

async function insertEdition({ trx, organisation, now }: Setting, edition: EditionRow): Promise<void> {
  const { method, editionId, plannedAt, state } = edition
  const tenant = { organisation_id: organisation.organisationId, edition_id: editionId }
  await insertRows(trx, 'edition', [
    {
      ...tenant,
      name: edition.name ?? editionName(method),
      state,
      method,
      method_version: method.methodVersion,
      revision: 1,
      copied_from: edition.copiedFrom ?? null,
      frozen_at: state === 'preparing' ? null : toInstant(method.calendar.start, '07:00'),
      published_at: edition.publishedAt ?? null,
      created_at: plannedAt,
      changed_at: now,
    },
  ])
  const saved = { revision: 1, method, saved_at: plannedAt, saved_by: organisation.scopes.organiser.personId }
  await insertRows(trx, 'edition_revision', [{ ...tenant, ...saved }])
}

function editionName({ calendar }: EditionMethod): string {
  const year = Number(calendar.start.slice(0, 4))
  const over = fieldworkEnd({ calendar }).slice(0, 4)
  return Number(over) === year ? `Utgave ${year}` : `Utgave ${year}/${over.slice(2)}`
}
