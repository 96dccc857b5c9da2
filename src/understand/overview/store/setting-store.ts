/** How much each factor of the score counts, and what a contact costs in each channel. */
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { EnquiryChannel } from '../../intake/rules/enquiry-words.ts'
import { type PriorityWeights, plainWeights } from '../rules/priority.ts'
import '../tables.ts'

export type ChannelCosts = Readonly<Partial<Record<EnquiryChannel, number>>>
export type OverviewSettings = { readonly weights: PriorityWeights; readonly channelCosts: ChannelCosts }

export async function readSettings(scope: Scope, db: Db): Promise<OverviewSettings> {
  const row = await db
    .selectFrom('overview_setting')
    .select(['weights', 'channel_costs'])
    .where('organisation_id', '=', scope.organisationId)
    .executeTakeFirst()
  return {
    weights: { ...plainWeights, ...(row?.weights as PriorityWeights | undefined) },
    channelCosts: (row?.channel_costs as ChannelCosts | undefined) ?? {},
  }
}

export async function saveSettings(
  scope: Scope,
  trx: Db,
  { weights, channelCosts, now }: OverviewSettings & { readonly now: Date },
): Promise<void> {
  const saved = {
    weights: JSON.stringify(weights),
    channel_costs: JSON.stringify(channelCosts),
    changed_at: now,
    changed_by: scope.personId,
  }
  await trx
    .insertInto('overview_setting')
    .values({ organisation_id: scope.organisationId, ...saved })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(saved))
    .execute()
}
