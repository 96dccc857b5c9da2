/** Long work of the watch: looking at the days of an organisation, and telling those who asked to be told. */
import { addDays } from '../../kernel/calendar.ts'
import { toLocal } from '../../kernel/zone.ts'
import { scopeOfHouse } from '../../organisation/index.ts'
import type { Db } from '../../platform/database/index.ts'
import type { Jobs } from '../../platform/jobs/index.ts'
import type { Log } from '../../platform/log/index.ts'
import { deliver } from './actions/deliver.ts'
import { lookAtDays } from './actions/look.ts'
import type { AlertParts } from './parts.ts'
import { dueDeliveries } from './store/alert-store.ts'
import { organisationsToLookAt } from './store/day-store.ts'

const lookJob = 'watch.look'
const deliverJob = 'watch.deliver'
type LookPayload = { readonly organisationId: string }
type DeliverPayload = LookPayload & { readonly deliveryId: string }

export type WatchWork = AlertParts & { readonly db: Db; readonly log: Log }

/** Makes this process look and tell. */
export async function workOnWatch(jobs: Jobs, parts: WatchWork): Promise<void> {
  await jobs.work<LookPayload>(lookJob, async ({ id, data }) => {
    const scope = scopeOfHouse(data.organisationId)
    return lookAtDays({ ...parts, scope, jobs, now: new Date(), requestId: id })
  })
  await jobs.work<DeliverPayload>(deliverJob, async ({ data }) => {
    const scope = scopeOfHouse(data.organisationId)
    await deliver({ ...parts, scope, now: new Date() }, data.deliveryId)
    return undefined
  })
}

/**
 * Once a minute: yesterday is looked at once it is over, each organisation once an hour at most, and deliveries whose
 * turn has come are sent. Any number of servers may.
 */
export function watchInTurn(jobs: Jobs, { db, log }: Pick<WatchWork, 'db' | 'log'>): () => Promise<void> {
  const asked = new Map<string, string>()
  let last: Promise<unknown> = Promise.resolve()
  const look = async () => {
    const now = new Date()
    const { date, time } = toLocal(now)
    for (const organisationId of await organisationsToLookAt(db, addDays(date, -1))) {
      const hour = `${date} ${time.slice(0, 2)}`
      if (asked.get(organisationId) === hour) continue
      asked.set(organisationId, hour)
      await jobs.send(lookJob, { organisationId }, { organisationId })
    }
    for (const due of await dueDeliveries(db, now))
      await jobs.send(deliverJob, due, { organisationId: due.organisationId })
  }
  const lookNow = () => {
    last = look().catch((error) => log.error({ err: error }, 'the watch has not looked'))
  }
  lookNow()
  const timer = setInterval(lookNow, 60_000).unref()
  return async () => {
    clearInterval(timer)
    await last
  }
}
