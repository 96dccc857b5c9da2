/** Channel owners, who else may read, and the stamp that tells every server when its index is out of date. */

import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { AnswerChannel } from '../rules/answer-words.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

export type StoredSettings = {
  readonly stamp: number
  readonly open: boolean
  readonly origins: readonly string[]
}

export async function loadSettings({ organisationId }: Tenant, db: Db): Promise<StoredSettings> {
  const row = await db
    .selectFrom('answer_settings')
    .select(['stamp', 'open', 'origins'])
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  return row ? { ...row, stamp: Number(row.stamp) } : { stamp: 0, open: false, origins: [] }
}

export async function saveSettings(
  { organisationId, personId }: Scope,
  trx: Db,
  settings: { readonly open: boolean; readonly origins: readonly string[]; readonly at: Date },
): Promise<void> {
  const changed = {
    open: settings.open,
    origins: [...settings.origins],
    changed_at: settings.at,
    changed_by: personId,
  }
  await trx
    .insertInto('answer_settings')
    .values({ organisation_id: organisationId, stamp: 0, ...changed })
    .onConflict((conflict) => conflict.column('organisation_id').doUpdateSet(changed))
    .execute()
}

/**
 * The next stamp. Held until the transaction ends, so that stamps become visible in their order and a server that has
 * read up to one has missed none before it.
 */
export async function nextStamp({ organisationId }: Tenant, trx: Db, at: Date): Promise<number> {
  const { stamp } = await trx
    .insertInto('answer_settings')
    .values({
      organisation_id: organisationId,
      stamp: 1,
      open: false,
      origins: [],
      changed_at: at,
      changed_by: null,
    })
    .onConflict((conflict) =>
      conflict.column('organisation_id').doUpdateSet({ stamp: sql<number>`answer_settings.stamp + 1` }),
    )
    .returning('stamp')
    .executeTakeFirstOrThrow()
  return Number(stamp)
}

export type ChannelOwner = {
  readonly channel: AnswerChannel
  readonly personId: string
  readonly name: string
}

export async function listOwners({ organisationId }: Tenant, db: Db): Promise<readonly ChannelOwner[]> {
  return db
    .selectFrom('answer_channel_owner as o')
    .innerJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'o.organisation_id')
        .onRef('person.person_id', '=', 'o.person_id'),
    )
    .select(['o.channel', 'o.person_id as personId', 'person.name'])
    .where('o.organisation_id', '=', organisationId)
    .execute()
}

export async function replaceOwners(
  { organisationId }: Tenant,
  trx: Db,
  owners: readonly { readonly channel: AnswerChannel; readonly personId: string }[],
): Promise<void> {
  await trx.deleteFrom('answer_channel_owner').where('organisation_id', '=', organisationId).execute()
  if (owners.length === 0) return
  await trx
    .insertInto('answer_channel_owner')
    .values(
      owners.map(({ channel, personId }) => ({
        organisation_id: organisationId,
        channel,
        person_id: personId,
      })),
    )
    .execute()
}

/** Those who may own a channel or an answer: active people who write or lead. */
export async function listAnswerPeople({ organisationId }: Tenant, db: Db) {
  return db
    .selectFrom('person')
    .select(['person_id as personId', 'name'])
    .where('organisation_id', '=', organisationId)
    .where('active', '=', true)
    .where(sql<boolean>`roles && array['editor', 'manager', 'admin']::text[]`)
    .orderBy('name')
    .execute()
}
