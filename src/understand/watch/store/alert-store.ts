/** Who is told of alarms, and what was sent to them. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { AlarmKind } from '../rules/kinds.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>
type Way = 'email' | 'webhook'

export type StoredSubscription = {
  readonly subscriptionId: string
  readonly personId: string
  readonly person: string
  readonly email: string
  readonly language: 'nb' | 'nn' | 'en'
  readonly active: boolean
  readonly way: Way
  readonly url: string | null
  readonly secret: Buffer | null
  readonly kinds: readonly AlarmKind[]
  readonly createdAt: Date
}

/** Those that have not been ended, and whose person is still there. */
export function listSubscriptions(
  { organisationId }: Tenant,
  db: Db,
  subscriptionId?: string,
): Promise<readonly StoredSubscription[]> {
  return db
    .selectFrom('alert_subscription as s')
    .innerJoin('person as p', (join) =>
      join.onRef('p.organisation_id', '=', 's.organisation_id').onRef('p.person_id', '=', 's.person_id'),
    )
    .select([
      's.subscription_id as subscriptionId',
      's.person_id as personId',
      'p.name as person',
      'p.email',
      'p.language',
      'p.active',
      's.way',
      's.url',
      's.secret',
      's.kinds',
      's.created_at as createdAt',
    ])
    .where('s.organisation_id', '=', organisationId)
    .where('ended_at', 'is', null)
    .where('p.active', '=', true)
    .$if(subscriptionId !== undefined, (query) => query.where('s.subscription_id', '=', subscriptionId!))
    .orderBy('s.created_at')
    .orderBy('s.subscription_id')
    .execute()
}

export async function insertSubscription(
  { organisationId, personId }: Scope,
  trx: Db,
  made: {
    readonly subscriptionId: string
    readonly way: Way
    readonly url: string | null
    readonly secret: Buffer | null
    readonly kinds: readonly AlarmKind[]
    readonly now: Date
  },
): Promise<void> {
  await trx
    .insertInto('alert_subscription')
    .values({
      organisation_id: organisationId,
      subscription_id: made.subscriptionId,
      person_id: personId,
      way: made.way,
      url: made.url,
      secret: made.secret,
      kinds: [...made.kinds],
      created_at: made.now,
      ended_at: null,
    })
    .execute()
}

export async function changeSubscription(
  { organisationId }: Scope,
  trx: Db,
  change: { readonly subscriptionId: string; readonly kinds?: readonly AlarmKind[]; readonly endedAt?: Date },
): Promise<void> {
  await trx
    .updateTable('alert_subscription')
    .set({
      ...(change.kinds && { kinds: [...change.kinds] }),
      ...(change.endedAt && { ended_at: change.endedAt }),
    })
    .where('organisation_id', '=', organisationId)
    .where('subscription_id', '=', change.subscriptionId)
    .execute()
}

/** What a delivery tells: which alarms, or that it is a test. */
export type DeliveryBody = { readonly alarmIds: readonly string[]; readonly test: boolean }

export async function insertDelivery(
  { organisationId }: Tenant,
  trx: Db,
  made: {
    readonly deliveryId: string
    readonly subscriptionId: string
    readonly body: DeliveryBody
    readonly now: Date
  },
): Promise<void> {
  await trx
    .insertInto('alert_delivery')
    .values({
      organisation_id: organisationId,
      delivery_id: made.deliveryId,
      subscription_id: made.subscriptionId,
      body: JSON.stringify(made.body),
      state: 'waiting',
      attempts: 0,
      outcome: null,
      created_at: made.now,
      tried_at: null,
    })
    .execute()
}

export type StoredDelivery = {
  readonly deliveryId: string
  readonly subscriptionId: string
  readonly way: Way
  readonly url: string | null
  readonly email: string
  readonly body: DeliveryBody
  readonly state: 'waiting' | 'sent' | 'failed'
  readonly attempts: number
  readonly outcome: string | null
  readonly createdAt: Date
  readonly triedAt: Date | null
}

export async function listDeliveries(
  { organisationId }: Tenant,
  db: Db,
  { deliveryId, most = 50 }: { readonly deliveryId?: string; readonly most?: number } = {},
): Promise<readonly StoredDelivery[]> {
  const { rows } = await sql<StoredDelivery>`
    select d.delivery_id as "deliveryId", d.subscription_id as "subscriptionId", s.way, s.url, p.email, d.body,
      d.state, d.attempts, d.outcome, d.created_at as "createdAt", d.tried_at as "triedAt"
    from alert_delivery d
      join alert_subscription s on s.organisation_id = d.organisation_id and s.subscription_id = d.subscription_id
      join person p on p.organisation_id = s.organisation_id and p.person_id = s.person_id
    where d.organisation_id = ${organisationId}
      ${deliveryId === undefined ? sql`` : sql`and d.delivery_id = ${deliveryId}::uuid`}
    order by d.created_at desc, d.delivery_id limit ${most}`.execute(db)
  return rows
}

/**
 * Takes the next attempt of a waiting delivery; undefined when it is not due, or another server has taken it. The
 * waits double: 1, 2, 4 … minutes after the attempt before.
 */
export async function claimDelivery(
  { organisationId }: Tenant,
  db: Db,
  { deliveryId, now }: { readonly deliveryId: string; readonly now: Date },
): Promise<number | undefined> {
  const { rows } = await sql<{ attempts: number }>`
    update alert_delivery set attempts = attempts + 1, tried_at = ${now}
    where organisation_id = ${organisationId} and delivery_id = ${deliveryId}::uuid and state = 'waiting'
      and (tried_at is null or tried_at + interval '1 minute' * power(2, attempts - 1) <= ${now})
    returning attempts`.execute(db)
  return rows[0]?.attempts
}

export async function finishDelivery(
  { organisationId }: Tenant,
  db: Db,
  end: {
    readonly deliveryId: string
    readonly state: 'waiting' | 'sent' | 'failed'
    readonly outcome: string
  },
): Promise<void> {
  await db
    .updateTable('alert_delivery')
    .set({ state: end.state, outcome: end.outcome })
    .where('organisation_id', '=', organisationId)
    .where('delivery_id', '=', end.deliveryId)
    .execute()
}

/** Deliveries of all organisations whose turn has come. For the house's clock only. */
export async function dueDeliveries(
  db: Db,
  now: Date,
): Promise<readonly { readonly organisationId: string; readonly deliveryId: string }[]> {
  const { rows } = await sql<{ organisationId: string; deliveryId: string }>`
    select organisation_id as "organisationId", delivery_id as "deliveryId" from alert_delivery
    where state = 'waiting'
      and (tried_at is null or tried_at + interval '1 minute' * power(2, attempts - 1) <= ${now})
    order by created_at limit 200`.execute(db)
  return rows
}
