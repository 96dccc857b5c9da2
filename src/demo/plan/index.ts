/** Plan's part of the demo world: queues of a fictional power company with a year and a half of traffic. */
import { toLocal } from '../../kernel/zone.ts'
import type { Queue } from '../../plan/traffic/index.ts'
import { insertRows } from '../demo-store.ts'
import type { DemoSetting } from '../understand/rows/setting.ts'
import { idFrom } from '../understand/world.ts'
import { insertDemoHeadcount } from './insert-headcount.ts'
import { insertDemoPeople } from './people/insert-people.ts'
import {
  type DemoQueueKey,
  demoOpening,
  demoTraffic,
  demoTrafficDays,
  demoTrafficEvents,
} from './traffic-world.ts'

/** The same queue has the same id in every demo world. */
export const demoQueueId = (key: DemoQueueKey): string => idFrom(`demo queue ${key}`)

const queues: Readonly<Record<DemoQueueKey, Pick<Queue, 'name' | 'channel' | 'kind' | 'skill'>>> = {
  phone: { name: 'Telefon', channel: 'phone', kind: 'calls', skill: 'telefon' },
  chat: { name: 'Chat', channel: 'chat', kind: 'chats', skill: 'chat' },
  email: { name: 'E-post', channel: 'email', kind: 'tasks', skill: 'e-post' },
}
const kinds = {
  invoice: 'Fakturautsending',
  campaign: 'Kampanje',
  outage: 'Strømbrudd',
} as const

export async function buildDemoPlan({ trx, organisation, now }: DemoSetting): Promise<void> {
  const { organisationId, scopes } = organisation
  const today = toLocal(now).date
  const began = new Date(now.getTime() - demoTrafficDays * 86_400_000)
  const of = { organisation_id: organisationId }
  await insertRows(
    trx,
    'plan_queue',
    (['phone', 'chat', 'email'] as const).map((key, at) => ({
      ...of,
      queue_id: demoQueueId(key),
      ...queues[key],
      interval_minutes: 15 as const,
      opening: demoOpening[key] as never,
      import_profile: null,
      inputs_version: 1,
      created_at: new Date(began.getTime() + at * 1000),
      created_by: scopes.planner.personId,
      changed_at: began,
      closed_at: null,
    })),
  )
  const traffic = demoTraffic(now)
  await insertRows(
    trx,
    'plan_traffic',
    traffic.map((row) => ({
      ...of,
      queue_id: demoQueueId(row.queue),
      starts_at: row.startsAt,
      day: row.day,
      offered: row.offered,
      handled: row.handled,
      abandoned: row.abandoned,
      handle_seconds: row.handleSeconds,
      wait_seconds: row.waitSeconds,
      answered_within: row.answeredWithin,
      concurrent: row.concurrent,
      delivery_id: null,
    })),
  )
  await insertRows(
    trx,
    'plan_event_kind',
    (['invoice', 'campaign', 'outage'] as const).map((key, at) => ({
      ...of,
      kind_id: idFrom(`demo event kind ${key}`),
      name: kinds[key],
      category: key,
      lag_from: 0,
      queue_ids: [],
      created_at: new Date(began.getTime() + at * 1000),
      closed_at: null,
    })),
  )
  await insertRows(
    trx,
    'plan_event',
    demoTrafficEvents(today).map(({ kind, day, size }) => ({
      ...of,
      event_id: idFrom(`demo event ${kind} ${day}`),
      kind_id: idFrom(`demo event kind ${kind}`),
      day,
      size,
      factor: null,
      note: '',
      created_at: began,
      created_by: scopes.planner.personId,
    })),
  )
  const queueOf = (key: DemoQueueKey) => ({ queueId: demoQueueId(key), skill: queues[key].skill })
  await insertDemoPeople(
    { trx, organisation, now },
    { phone: queueOf('phone'), chat: queueOf('chat'), email: queueOf('email') },
    traffic,
  )
  await insertDemoHeadcount({ trx, organisation, now })
}
