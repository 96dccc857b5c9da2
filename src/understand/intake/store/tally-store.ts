/** A tally: every press is kept under its own id, and each reason and hour is one row of enquiries with a weight. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { EnquiryChannel } from '../rules/enquiry-words.ts'
import '../tables.ts'

export type Press = {
  readonly pressId: string
  readonly reason: string
  readonly at: Date
  readonly undone: boolean
}

export type Pressed = {
  /** Presses that were not known, and those that were taken back. The rest was known as it is. */
  readonly fresh: readonly Press[]
  readonly takenBack: readonly Press[]
}

/** Writes presses; one that is known under its id is only ever taken back. */
export async function savePresses(
  scope: Scope,
  trx: Db,
  sourceId: string,
  presses: readonly Press[],
): Promise<Pressed> {
  const fresh: Press[] = []
  const takenBack: Press[] = []
  for (const press of presses) {
    const { rows } = await sql<{ made: boolean; reason: string; at: Date }>`
      insert into intake_tally_press as p
        (organisation_id, press_id, source_id, reason_code, pressed_at, person_id, undone)
      values (${scope.organisationId}, ${press.pressId}, ${sourceId}, ${press.reason}, ${press.at},
        ${scope.personId}, ${press.undone})
      on conflict (organisation_id, press_id) do update set undone = true
      where excluded.undone and not p.undone and p.source_id = excluded.source_id
      returning xmax = 0 as made, reason_code as reason, pressed_at as at`.execute(trx)
    const [row] = rows
    if (row?.made) fresh.push(press)
    else if (row) takenBack.push({ ...press, reason: row.reason, at: row.at })
  }
  return { fresh, takenBack }
}

export type TallyHour = {
  readonly enquiryId: string
  readonly batchId: string
  readonly sourceRecordId: string
  readonly reason: string
  /** The beginning of the hour. */
  readonly at: Date
  readonly channel: EnquiryChannel
}

/** Sets the row of a reason and an hour to the presses that stand; without any there is no row. Answers the change. */
export async function recountHour(scope: Scope, trx: Db, sourceId: string, hour: TallyHour): Promise<number> {
  const key = sql`organisation_id = ${scope.organisationId} and enquiry_id = ${hour.enquiryId}`
  const { rows } = await sql<{ standing: number; before: number }>`
    select (select count(*)::integer from intake_tally_press
        where organisation_id = ${scope.organisationId} and source_id = ${sourceId}
          and reason_code = ${hour.reason} and not undone
          and pressed_at >= ${hour.at}::timestamptz and pressed_at < ${hour.at}::timestamptz + interval '1 hour') as standing,
      coalesce((select weight from enquiry where ${key}), 0) as before`.execute(trx)
  const { standing, before } = rows[0]!
  if (standing === 0) await sql`delete from enquiry where ${key}`.execute(trx)
  else {
    await sql`
      insert into enquiry (organisation_id, enquiry_id, source_id, source_record_id, batch_id, channel, direction,
        started_at, started_on, reason_code, weight)
      values (${scope.organisationId}, ${hour.enquiryId}, ${sourceId}, ${hour.sourceRecordId}, ${hour.batchId},
        ${hour.channel}, 'in', ${hour.at}, (${hour.at}::timestamptz at time zone 'Europe/Oslo')::date, ${hour.reason},
        ${standing})
      on conflict (organisation_id, enquiry_id) do update set weight = excluded.weight`.execute(trx)
  }
  return standing - before
}

/** What stands of one day, by reason. */
export async function countPresses(
  scope: Scope,
  db: Db,
  { sourceId, from, to }: { readonly sourceId: string; readonly from: Date; readonly to: Date },
) {
  return db
    .selectFrom('intake_tally_press')
    .select((row) => ['reason_code as reason', row.fn.countAll<number>().as('count')])
    .where('organisation_id', '=', scope.organisationId)
    .where('source_id', '=', sourceId)
    .where('undone', '=', false)
    .where('pressed_at', '>=', from)
    .where('pressed_at', '<', to)
    .groupBy('reason_code')
    .orderBy('reason_code')
    .execute()
}
