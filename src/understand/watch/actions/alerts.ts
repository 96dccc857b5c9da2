/** Who is told of what, how it went, and a test. */
import { randomBytes } from 'node:crypto'
import { AppError } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import { type Context, recordAudit } from '../../../organisation/index.ts'
import { type Db, inTransaction } from '../../../platform/database/index.ts'
import { addressProblem } from '../../../platform/webhook/index.ts'
import type { AlertsView, DeliveryView } from '../contract.ts'
import type { WatchContext } from '../parts.ts'
import type { AlarmKind } from '../rules/kinds.ts'
import {
  changeSubscription,
  insertDelivery,
  insertSubscription,
  listDeliveries,
  listSubscriptions,
  type StoredDelivery,
  type StoredSubscription,
} from '../store/alert-store.ts'
import { deliver, secretPurpose } from './deliver.ts'

type Of = { readonly subscriptionId: string }

const managing = ['manager', 'editor', 'admin'] as const
const manages = ({ scope }: Context) => managing.some((role) => scope.roles.includes(role))

/** One's own; those who manage see the webhooks of all as well. */
export async function readAlerts(context: Context): Promise<AlertsView> {
  const { scope, db } = context
  const mine = (await listSubscriptions(scope, db)).filter((each) => mayTouch(context, each))
  const ids = new Set(mine.map(({ subscriptionId }) => subscriptionId))
  const deliveries = await listDeliveries(scope, db)
  return {
    subscriptions: mine.map((each) => ({
      subscriptionId: each.subscriptionId,
      way: each.way,
      person: each.person,
      own: each.personId === scope.personId,
      to: each.url ?? each.email,
      kinds: [...each.kinds],
      createdAt: each.createdAt.toISOString(),
    })),
    deliveries: deliveries.filter(({ subscriptionId }) => ids.has(subscriptionId)).map(deliveryView),
  }
}

function mayTouch(context: Context, { personId, way }: StoredSubscription): boolean {
  return personId === context.scope.personId || (way === 'webhook' && manages(context))
}

function deliveryView(stored: StoredDelivery): DeliveryView {
  return {
    deliveryId: stored.deliveryId,
    way: stored.way,
    to: stored.url ?? stored.email,
    state: stored.state,
    attempts: stored.attempts,
    outcome: stored.outcome,
    createdAt: stored.createdAt.toISOString(),
    triedAt: stored.triedAt?.toISOString() ?? null,
    alarms: stored.body.alarmIds.length,
    test: stored.body.test,
  }
}

type Subscribing = {
  readonly way: 'email' | 'webhook'
  readonly url: string | null
  readonly kinds: readonly AlarmKind[]
}

/**
 * @throws AppError invalid-input for a webhook without an address · not-allowed for one by somebody who manages nothing
 *   · webhook-private · webhook-credentials
 */
export async function subscribe(context: WatchContext, { way, url, kinds }: Subscribing) {
  const { scope, db, now, seals, webhookHosts } = context
  if ((way === 'webhook') !== (url !== null))
    throw new AppError('invalid-input', {}, [{ code: 'required', path: 'url' }])
  if (way === 'webhook' && !manages(context)) throw new AppError('not-allowed')
  const problem = url === null ? undefined : await addressProblem({ url, allowedHosts: webhookHosts })
  if (problem) throw new AppError(problem === 'credentials' ? 'webhook-credentials' : 'webhook-private')
  const subscriptionId = newId(now.getTime())
  const secret = way === 'webhook' ? `lpw_${randomBytes(24).toString('base64url')}` : null
  const sealed = secret === null ? null : seals.seal(Buffer.from(secret), secretPurpose(subscriptionId))
  const unique = [...new Set(kinds)]
  return inTransaction(db, async (trx) => {
    await insertSubscription(scope, trx, { subscriptionId, way, url, secret: sealed, kinds: unique, now })
    await audit(context, trx, { subscriptionId, action: 'alert.subscribed', detail: { way } })
    return { subscriptionId, secret }
  })
}

/** @throws AppError not-found */
export async function changeKinds(
  context: Context,
  { subscriptionId, kinds }: Of & { readonly kinds: readonly AlarmKind[] },
) {
  return inTransaction(context.db, async (trx) => {
    await take(context, trx, subscriptionId)
    await changeSubscription(context.scope, trx, { subscriptionId, kinds: [...new Set(kinds)] })
    await audit(context, trx, { subscriptionId, action: 'alert.changed' })
    return {}
  })
}

/** @throws AppError not-found */
export async function endSubscription(context: Context, { subscriptionId }: Of) {
  return inTransaction(context.db, async (trx) => {
    await take(context, trx, subscriptionId)
    await changeSubscription(context.scope, trx, { subscriptionId, endedAt: context.now })
    await audit(context, trx, { subscriptionId, action: 'alert.ended' })
    return {}
  })
}

/** Sends now and answers how it went. @throws AppError not-found */
export async function sendTest(context: WatchContext, { subscriptionId }: Of): Promise<DeliveryView> {
  const { scope, db, now } = context
  await take(context, db, subscriptionId)
  const deliveryId = newId(now.getTime())
  await insertDelivery(scope, db, { deliveryId, subscriptionId, body: { alarmIds: [], test: true }, now })
  await deliver(context, deliveryId)
  const [sent] = await listDeliveries(scope, db, { deliveryId })
  return deliveryView(sent!)
}

async function take(context: Context, trx: Db, subscriptionId: string): Promise<void> {
  const [found] = await listSubscriptions(context.scope, trx, subscriptionId)
  if (!found || !mayTouch(context, found)) throw new AppError('not-found')
}

type Noted = Of & { readonly action: string; readonly detail?: Readonly<Record<string, unknown>> }

async function audit(context: Context, trx: Db, { subscriptionId, action, detail }: Noted): Promise<void> {
  const subject = { kind: 'alert', id: subscriptionId }
  await recordAudit(context, { action, subject, ...(detail && { detail }) }, trx)
}
