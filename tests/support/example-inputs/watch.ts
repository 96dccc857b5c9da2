import { randomUUID } from 'node:crypto'
import '../../../src/understand/watch/tables.ts'
import { makeOverviewWorld } from '../overview-world.ts'
import type { ExampleInputs, ExampleWorld } from './index.ts'

async function withAlarm({ server }: ExampleWorld): Promise<string> {
  const world = await makeOverviewWorld(server)
  const alarmId = randomUUID()
  const topicId = await world.addTopic('Strømbrudd')
  await server.db
    .insertInto('watch_alarm')
    .values({
      organisation_id: world.organisationId,
      alarm_id: alarmId,
      kind: 'spike',
      subject: `${topicId} phone`,
      topic_id: topicId,
      channel: 'phone',
      source_id: null,
      answer_id: null,
      first_day: world.today,
      last_day: world.today,
      figures: JSON.stringify({ count: 31, expected: 12 }),
      state: 'open',
      note: '',
      raised_at: new Date(),
      settled_at: null,
      settled_by: null,
    })
    .execute()
  return alarmId
}

/** The caller's own subscription; without a caller, the manager's. */
async function withSubscription({ server, caller }: ExampleWorld): Promise<string> {
  const roles = caller?.scope.roles ?? []
  const mayHave = roles.some((role) => ['manager', 'editor', 'planner', 'admin'].includes(role))
  const { client } = mayHave ? caller! : await server.signIn('manager')
  return (await client.watch.alerts.subscribe({ way: 'email', url: null, kinds: ['spike'] })).subscriptionId
}

export const watchInputs: ExampleInputs = {
  'watch.settle': async (world) => ({ alarmId: await withAlarm(world), state: 'seen', note: '' }),
  'watch.alerts.subscribe': () => ({ way: 'email', url: null, kinds: ['spike'] }),
  'watch.alerts.change': async (world) => ({
    subscriptionId: await withSubscription(world),
    kinds: ['silent'],
  }),
  'watch.alerts.end': async (world) => ({ subscriptionId: await withSubscription(world) }),
  'watch.alerts.test': async (world) => ({ subscriptionId: await withSubscription(world) }),
}
