/** What moves traffic: marked days, kinds of events with their dates, shocks, and drivers with their values. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { EventCategory } from '../rules/event-words.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

export type DayMark = {
  readonly day: string
  readonly reason: string
  readonly person: string
  readonly at: Date
}

export async function listMarks({ organisationId }: Tenant, db: Db, queueId: string): Promise<DayMark[]> {
  const { rows } = await sql<DayMark>`
    select m.day, m.reason, p.name as person, m.marked_at as at from plan_day_mark m
      join person p on p.organisation_id = m.organisation_id and p.person_id = m.marked_by
    where m.organisation_id = ${organisationId} and m.queue_id = ${queueId} order by m.day`.execute(db)
  return rows
}

export async function saveMark(
  { organisationId, personId }: Scope,
  db: Db,
  given: { readonly queueId: string; readonly day: string; readonly reason: string; readonly now: Date },
): Promise<void> {
  if (given.reason === '') {
    await db
      .deleteFrom('plan_day_mark')
      .where('organisation_id', '=', organisationId)
      .where('queue_id', '=', given.queueId)
      .where('day', '=', given.day)
      .execute()
    return
  }
  const said = { reason: given.reason, marked_at: given.now, marked_by: personId }
  await db
    .insertInto('plan_day_mark')
    .values({ organisation_id: organisationId, queue_id: given.queueId, day: given.day, ...said })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'queue_id', 'day']).doUpdateSet(said))
    .execute()
}

export type StoredKind = {
  readonly kindId: string
  readonly name: string
  readonly category: EventCategory
  readonly lagFrom: number
  readonly queueIds: readonly string[]
}

export function listKinds({ organisationId }: Tenant, db: Db): Promise<StoredKind[]> {
  return db
    .selectFrom('plan_event_kind')
    .select([
      'kind_id as kindId',
      'name',
      'category',
      'lag_from as lagFrom',
      sql<string[]>`queue_ids::text[]`.as('queueIds'),
    ])
    .where('organisation_id', '=', organisationId)
    .where('closed_at', 'is', null)
    .orderBy('created_at')
    .orderBy('kind_id')
    .execute()
}

export async function insertKind(
  { organisationId }: Tenant,
  db: Db,
  { kind, now }: { readonly kind: StoredKind; readonly now: Date },
): Promise<void> {
  await db
    .insertInto('plan_event_kind')
    .values({
      organisation_id: organisationId,
      kind_id: kind.kindId,
      name: kind.name,
      category: kind.category,
      lag_from: kind.lagFrom,
      queue_ids: [...kind.queueIds],
      created_at: now,
      closed_at: null,
    })
    .execute()
}

export async function updateKind({ organisationId }: Tenant, db: Db, kind: StoredKind): Promise<boolean> {
  const row = await db
    .updateTable('plan_event_kind')
    .set({
      name: kind.name,
      category: kind.category,
      lag_from: kind.lagFrom,
      queue_ids: [...kind.queueIds],
    })
    .where('organisation_id', '=', organisationId)
    .where('kind_id', '=', kind.kindId)
    .where('closed_at', 'is', null)
    .returning('kind_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function closeKind(
  { organisationId }: Tenant,
  db: Db,
  { kindId, now }: { readonly kindId: string; readonly now: Date },
): Promise<boolean> {
  const row = await db
    .updateTable('plan_event_kind')
    .set({ closed_at: now })
    .where('organisation_id', '=', organisationId)
    .where('kind_id', '=', kindId)
    .where('closed_at', 'is', null)
    .returning('kind_id')
    .executeTakeFirst()
  return row !== undefined
}

export type StoredEvent = {
  readonly eventId: string
  readonly kindId: string
  readonly day: string
  readonly size: number
  readonly factor: number | null
  readonly note: string
}

/** Of the kinds that are in use, in order of date. */
export async function listEvents({ organisationId }: Tenant, db: Db): Promise<StoredEvent[]> {
  const { rows } = await sql<StoredEvent>`
    select e.event_id as "eventId", e.kind_id as "kindId", e.day, e.size, e.factor, e.note
    from plan_event e join plan_event_kind k on k.organisation_id = e.organisation_id and k.kind_id = e.kind_id
    where e.organisation_id = ${organisationId} and k.closed_at is null
    order by e.day, e.event_id`.execute(db)
  return rows
}

export async function insertEvent(
  { organisationId, personId }: Scope,
  db: Db,
  { event, now }: { readonly event: StoredEvent; readonly now: Date },
): Promise<void> {
  const { eventId, kindId, ...fields } = event
  await db
    .insertInto('plan_event')
    .values({
      organisation_id: organisationId,
      event_id: eventId,
      kind_id: kindId,
      ...fields,
      created_at: now,
      created_by: personId,
    })
    .execute()
}

export async function updateEvent({ organisationId }: Tenant, db: Db, event: StoredEvent): Promise<boolean> {
  const { eventId, kindId, ...fields } = event
  const row = await db
    .updateTable('plan_event')
    .set({ kind_id: kindId, ...fields })
    .where('organisation_id', '=', organisationId)
    .where('event_id', '=', eventId)
    .returning('event_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function deleteEvent({ organisationId }: Tenant, db: Db, eventId: string): Promise<boolean> {
  const row = await db
    .deleteFrom('plan_event')
    .where('organisation_id', '=', organisationId)
    .where('event_id', '=', eventId)
    .returning('event_id')
    .executeTakeFirst()
  return row !== undefined
}

export type StoredShock = {
  readonly shockId: string
  readonly queueId: string
  readonly day: string
  readonly name: string
  readonly multiplier: number
  readonly low: number | null
  readonly high: number | null
  readonly halfLifeDays: number | null
  readonly origin: 'found' | 'own'
  readonly state: 'proposed' | 'accepted' | 'dismissed'
}

const shockColumns = [
  'shock_id as shockId',
  'queue_id as queueId',
  'day',
  'name',
  'multiplier',
  'multiplier_low as low',
  'multiplier_high as high',
  'half_life_days as halfLifeDays',
  'origin',
  'state',
] as const

export function listShocks({ organisationId }: Tenant, db: Db, queueId: string): Promise<StoredShock[]> {
  return db
    .selectFrom('plan_shock')
    .select(shockColumns)
    .where('organisation_id', '=', organisationId)
    .where('queue_id', '=', queueId)
    .orderBy('day', 'desc')
    .orderBy('shock_id')
    .execute()
}

export function findShock(
  { organisationId }: Tenant,
  db: Db,
  shockId: string,
): Promise<StoredShock | undefined> {
  return db
    .selectFrom('plan_shock')
    .select(shockColumns)
    .where('organisation_id', '=', organisationId)
    .where('shock_id', '=', shockId)
    .executeTakeFirst()
}

/** Of proposals that nobody has settled nobody is the author. */
export async function saveShock(
  { organisationId, personId }: Scope,
  db: Db,
  { shock, now }: { readonly shock: StoredShock; readonly now: Date },
): Promise<void> {
  const changed = {
    day: shock.day,
    name: shock.name,
    multiplier: shock.multiplier,
    multiplier_low: shock.low,
    multiplier_high: shock.high,
    half_life_days: shock.halfLifeDays,
    state: shock.state,
    changed_at: now,
    changed_by: shock.state === 'proposed' ? null : personId,
  }
  await db
    .insertInto('plan_shock')
    .values({
      organisation_id: organisationId,
      shock_id: shock.shockId,
      queue_id: shock.queueId,
      origin: shock.origin,
      ...changed,
    })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'shock_id']).doUpdateSet(changed))
    .execute()
}

/** Proposals that the latest forecast no longer makes. */
export async function dropProposals({ organisationId }: Tenant, db: Db, queueId: string): Promise<void> {
  await db
    .deleteFrom('plan_shock')
    .where('organisation_id', '=', organisationId)
    .where('queue_id', '=', queueId)
    .where('state', '=', 'proposed')
    .execute()
}

export type StoredDriver = {
  readonly driverId: string
  readonly name: string
  readonly unit: string
  readonly queueIds: readonly string[]
  readonly scenario: 'low' | 'base' | 'high'
  readonly beyondSeen: boolean
  readonly lagDays: number
}

export function listDrivers({ organisationId }: Tenant, db: Db): Promise<StoredDriver[]> {
  return db
    .selectFrom('plan_driver')
    .select([
      'driver_id as driverId',
      'name',
      'unit',
      sql<string[]>`queue_ids::text[]`.as('queueIds'),
      'scenario',
      'beyond_seen as beyondSeen',
      'lag_days as lagDays',
    ])
    .where('organisation_id', '=', organisationId)
    .orderBy('created_at')
    .orderBy('driver_id')
    .execute()
}

export async function saveDriver(
  { organisationId }: Tenant,
  db: Db,
  { driver, now }: { readonly driver: StoredDriver; readonly now: Date },
): Promise<void> {
  const changed = {
    name: driver.name,
    unit: driver.unit,
    queue_ids: [...driver.queueIds],
    scenario: driver.scenario,
    beyond_seen: driver.beyondSeen,
    lag_days: driver.lagDays,
    changed_at: now,
  }
  await db
    .insertInto('plan_driver')
    .values({ organisation_id: organisationId, driver_id: driver.driverId, created_at: now, ...changed })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'driver_id']).doUpdateSet(changed))
    .execute()
}

export async function deleteDriver({ organisationId }: Tenant, db: Db, driverId: string): Promise<boolean> {
  const row = await db
    .deleteFrom('plan_driver')
    .where('organisation_id', '=', organisationId)
    .where('driver_id', '=', driverId)
    .returning('driver_id')
    .executeTakeFirst()
  return row !== undefined
}

export type DriverValue = {
  readonly driverId: string
  readonly scenario: 'seen' | 'low' | 'base' | 'high'
  readonly day: string
  readonly value: number
}

export function listDriverValues({ organisationId }: Tenant, db: Db): Promise<DriverValue[]> {
  return db
    .selectFrom('plan_driver_value')
    .select(['driver_id as driverId', 'scenario', 'day', 'value'])
    .where('organisation_id', '=', organisationId)
    .orderBy('driver_id')
    .orderBy('scenario')
    .orderBy('day')
    .execute()
}

export async function writeDriverValues(
  { organisationId }: Tenant,
  trx: Db,
  {
    driverId,
    values,
  }: { readonly driverId: string; readonly values: readonly Omit<DriverValue, 'driverId'>[] },
): Promise<void> {
  await sql`
    insert into plan_driver_value (organisation_id, driver_id, scenario, day, value)
    select ${organisationId}::uuid, ${driverId}::uuid, r.*
    from json_to_recordset(${JSON.stringify(values)}::json) as r(scenario text, day date, value double precision)
    on conflict (organisation_id, driver_id, scenario, day) do update set value = excluded.value`.execute(trx)
}
