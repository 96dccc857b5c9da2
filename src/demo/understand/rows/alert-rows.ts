import { alarmKinds } from '../../../understand/watch/rules/kinds.ts'
import '../../../understand/watch/tables.ts'
import { insertRows } from '../../demo-store.ts'
import { idFrom } from '../world.ts'
import type { DemoSetting } from './setting.ts'

/** The manager has asked for letters; what the watch finds in the demo's log goes to the outbox. */
export async function insertAlerts({ trx, organisation, now }: DemoSetting): Promise<void> {
  await insertRows(trx, 'alert_subscription', [
    {
      organisation_id: organisation.organisationId,
      subscription_id: idFrom('demo alert subscription'),
      person_id: organisation.scopes.manager.personId,
      way: 'email' as const,
      url: null,
      secret: null,
      kinds: [...alarmKinds],
      created_at: now,
      ended_at: null,
    },
  ])
}
