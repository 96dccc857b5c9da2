/** Measure's part of the demo world: observers, and two editions with everything that belongs to them. */
import { addDays } from '../kernel/calendar.ts'
import { seededRandom } from '../kernel/random.ts'
import { toInstant, toLocal } from '../kernel/zone.ts'
import type { EditionMethod } from '../measure/edition/contract.ts'
import type { DemoOrganisation } from '../organisation/index.ts'
import type { Db } from '../platform/database/index.ts'
import { insertContacts } from './contacts.ts'
import { demoEdition } from './demo-edition.ts'
import { fieldworkEnd, finishedMethod, runningMethod } from './demo-methods.ts'
import { insertRows } from './demo-store.ts'
import { type DemoObserver, demoObserverPool, insertObservers } from './observers.ts'
import { insertParticipants } from './participants.ts'

type Setting = {
  readonly trx: Db
  readonly organisation: DemoOrganisation
  readonly observers: readonly DemoObserver[]
  readonly now: Date
}

type EditionPlan = {
  readonly name: string
  readonly method: EditionMethod
  readonly state: 'fieldwork' | 'published'
  readonly publishedAt?: Date
}

export async function buildDemoMeasure(trx: Db, organisation: DemoOrganisation, now: Date): Promise<void> {
  const random = seededRandom('observers')
  const observers = demoObserverPool(organisation, { now, random })
  await insertObservers(trx, organisation, { observers, now })
  const setting: Setting = { trx, organisation, observers, now }
  const today = toLocal(now).date
  await buildEdition(setting, runningPlan(runningMethod(today)))
  await buildEdition(setting, finishedPlan(finishedMethod(today)))
}

function runningPlan(method: EditionMethod): EditionPlan {
  return { name: editionName(method), method, state: 'fieldwork' }
}

/** Announced seven weeks after the last day of fieldwork. */
function finishedPlan(method: EditionMethod): EditionPlan {
  const publishedAt = toInstant(addDays(fieldworkEnd(method), 49), '12:00')
  return { name: editionName(method), method, state: 'published', publishedAt }
}

function editionName({ calendar }: EditionMethod): string {
  const year = Number(calendar.start.slice(0, 4))
  const over = fieldworkEnd({ calendar }).slice(0, 4)
  return Number(over) === year ? `Utgave ${year}` : `Utgave ${year}/${over.slice(2)}`
}

async function buildEdition(setting: Setting, plan: EditionPlan): Promise<void> {
  const { method, publishedAt } = plan
  const plannedAt = toInstant(addDays(method.calendar.start, -18), '10:00')
  const edition = demoEdition({
    method,
    observers: setting.observers.map(({ plan: observer }) => observer),
    seed: `demo ${method.calendar.start}`,
    now: setting.now,
    plannedAt,
    ending: publishedAt ? { kind: 'published', at: publishedAt.toISOString() } : { kind: 'running' },
  })
  await insertEdition(setting, { ...plan, plannedAt, editionId: edition.editionId })
  await insertParticipants(setting, edition, { confirmedAt: plannedAt })
  await insertContacts({ ...setting, method }, edition)
}

type EditionRow = EditionPlan & { readonly editionId: string; readonly plannedAt: Date }

async function insertEdition({ trx, organisation, now }: Setting, edition: EditionRow): Promise<void> {
  const { method, editionId, plannedAt } = edition
  const tenant = { organisation_id: organisation.organisationId, edition_id: editionId }
  const frozenAt = toInstant(method.calendar.start, '07:00')
  await insertRows(trx, 'edition', [
    {
      ...tenant,
      name: edition.name,
      state: edition.state,
      method,
      method_version: method.methodVersion,
      revision: 1,
      copied_from: null,
      frozen_at: frozenAt,
      published_at: edition.publishedAt ?? null,
      created_at: plannedAt,
      changed_at: now,
    },
  ])
  const saved = { revision: 1, method, saved_at: plannedAt, saved_by: organisation.scopes.organiser.personId }
  await insertRows(trx, 'edition_revision', [{ ...tenant, ...saved }])
}
