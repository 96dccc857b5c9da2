/** Sends one delivery: a letter to the person, or a signed call to a program. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Log } from '../../../platform/log/index.ts'
import { postSigned } from '../../../platform/webhook/index.ts'
import type { WebhookBody } from '../contract.ts'
import type { AlertParts } from '../parts.ts'
import { alarmLine, alertLetter, type ToldAlarm } from '../rules/alert-text.ts'
import { listAlarms } from '../store/alarm-store.ts'
import {
  claimDelivery,
  type DeliveryBody,
  finishDelivery,
  listDeliveries,
  listSubscriptions,
  type StoredSubscription,
} from '../store/alert-store.ts'

/** After 1, 2, 4 … minutes; the last one more than two hours after the first. */
export const mostAttempts = 8

export type Delivering = AlertParts & {
  readonly scope: Scope
  readonly db: Db
  readonly now: Date
  readonly log: Log
}

export const secretPurpose = (subscriptionId: string): string => `webhook ${subscriptionId}`

/** Does nothing when it is not due; says in the log of deliveries how it went. */
export async function deliver(delivering: Delivering, deliveryId: string): Promise<void> {
  const { scope, db, now } = delivering
  const attempts = await claimDelivery(scope, db, { deliveryId, now })
  if (attempts === undefined) return
  const [delivery] = await listDeliveries(scope, db, { deliveryId })
  const [subscription] = await listSubscriptions(scope, db, delivery!.subscriptionId)
  if (!subscription) return finishDelivery(scope, db, { deliveryId, state: 'failed', outcome: 'ended' })
  const told = await toldAlarms(delivering, delivery!.body)
  const { ok, outcome } =
    subscription.way === 'email'
      ? await write(delivering, subscription, told)
      : await call(delivering, subscription, { told, deliveryId })
  const state = ok ? 'sent' : attempts >= mostAttempts ? 'failed' : 'waiting'
  await finishDelivery(scope, db, { deliveryId, state, outcome })
}

async function toldAlarms({ scope, db }: Delivering, { alarmIds }: DeliveryBody): Promise<ToldAlarm[]> {
  if (alarmIds.length === 0) return []
  return (await listAlarms(scope, db, { alarmIds })).map((alarm) => ({
    alarmId: alarm.alarmId,
    kind: alarm.kind,
    topic: alarm.topic?.name ?? null,
    channel: alarm.channel,
    source: alarm.source?.name ?? null,
    day: alarm.lastDay,
    figures: alarm.figures,
  }))
}

const pageOf = (publicUrl: string): string => `${publicUrl}/understand/watch`

async function write(
  { mail, publicUrl, log }: Delivering,
  { email, language }: StoredSubscription,
  alarms: readonly ToldAlarm[],
): Promise<{ ok: boolean; outcome: string }> {
  try {
    await mail.sendMail({ to: email, ...alertLetter(language, { alarms, url: pageOf(publicUrl) }) })
    return { ok: true, outcome: 'posted' }
  } catch (error) {
    log.error({ err: error }, 'alert not written')
    return { ok: false, outcome: 'post-refused' }
  }
}

type Calling = { readonly told: readonly ToldAlarm[]; readonly deliveryId: string }

async function call(
  { scope, seals, publicUrl, webhookHosts, now }: Delivering,
  { subscriptionId, url, secret, language }: StoredSubscription,
  { told, deliveryId }: Calling,
): Promise<{ ok: boolean; outcome: string }> {
  const body: WebhookBody = {
    deliveryId,
    organisationId: scope.organisationId,
    test: told.length === 0,
    alarms: told.map((alarm) => ({ ...alarm, text: alarmLine(language, alarm), url: pageOf(publicUrl) })),
  }
  const opened = seals.open(secret!, secretPurpose(subscriptionId)).toString('utf8')
  return postSigned({
    url: url!,
    secret: opened,
    body: JSON.stringify(body),
    now,
    allowedHosts: webhookHosts,
  })
}
