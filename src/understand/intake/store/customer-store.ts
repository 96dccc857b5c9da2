/** Personal data of one customer, and of texts whose time is over (X3.4). */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import '../tables.ts'

export async function countOfCustomer(scope: Scope, db: Db, customerKey: string) {
  return db
    .selectFrom('enquiry')
    .select((row) => [row.fn.countAll<number>().as('rows'), row.fn.count<number>('text').as('withText')])
    .where('organisation_id', '=', scope.organisationId)
    .where('customer_key', '=', customerKey)
    .executeTakeFirstOrThrow()
}

/** Deletes what the customer and the agents wrote, and who it was. The rows stay as counts. */
export async function eraseCustomer(scope: Scope, db: Db, customerKey: string, now: Date): Promise<number> {
  const done = await db
    .updateTable('enquiry')
    .set({ text: null, agent_text: null, customer_key: null, text_removed_at: now })
    .where('organisation_id', '=', scope.organisationId)
    .where('customer_key', '=', customerKey)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

/**
 * Deletes the texts of every organisation that are older than their source keeps them, some thousand at a time. The
 * name of the text stays, so that topics keep their counts; nothing can be read out of it.
 *
 * @returns how many rows lost their texts
 */
export async function forgetOldTexts(db: Db, now: Date): Promise<number> {
  let forgotten = 0
  for (let round = 0; round < mostRounds; round++) {
    const { numAffectedRows } = await sql`
      update enquiry set text = null, agent_text = null, customer_key = null, text_removed_at = ${now}
      where (organisation_id, enquiry_id) in (
        select e.organisation_id, e.enquiry_id from enquiry e
        join intake_source s on s.organisation_id = e.organisation_id and s.source_id = e.source_id
        where s.retention_months is not null and e.text_removed_at is null
          and e.started_at < ${now}::timestamptz - make_interval(months => s.retention_months)
        limit ${roundSize})`.execute(db)
    forgotten += Number(numAffectedRows ?? 0n)
    if (Number(numAffectedRows ?? 0n) < roundSize) break
  }
  return forgotten
}

const roundSize = 5000
const mostRounds = 200

/** Everything that is stored about the customer, in order of time. */
export async function listOfCustomer(scope: Scope, db: Db, customerKey: string) {
  return db
    .selectFrom('enquiry')
    .innerJoin('intake_source', (join) =>
      join
        .onRef('intake_source.organisation_id', '=', 'enquiry.organisation_id')
        .onRef('intake_source.source_id', '=', 'enquiry.source_id'),
    )
    .select([
      'intake_source.name as source',
      'source_record_id as recordId',
      'contact_id as contactId',
      'enquiry.channel',
      'direction',
      'started_at as startedAt',
      'text',
      'agent_text as agentText',
      'reason_code as reasonCode',
      'queue',
      'wait_seconds as waitSeconds',
      'handle_seconds as handleSeconds',
      'outcome',
      'resolved',
      'tried_self_service as triedSelfService',
      'csat',
      'language',
    ])
    .where('enquiry.organisation_id', '=', scope.organisationId)
    .where('customer_key', '=', customerKey)
    .orderBy('started_at')
    .limit(100_000)
    .execute()
}
