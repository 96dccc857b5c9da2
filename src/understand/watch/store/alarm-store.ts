/** Alarms: raised once for each subject, followed while it lasts, settled by people. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { EnquiryChannel } from '../../intake/rules/enquiry-words.ts'
import type { AlarmFigures, AlarmView } from '../contract.ts'
import type { AlarmKind, AlarmState } from '../rules/kinds.ts'
import '../tables.ts'

type Tenant = Pick<Scope, 'organisationId'>

export type Found = {
  readonly kind: AlarmKind
  /** Tells whether it is the same as one that is there already. */
  readonly subject: string
  readonly topicId?: string
  readonly channel?: EnquiryChannel
  readonly sourceId?: string
  readonly answerId?: string
  readonly day: string
  readonly figures: AlarmFigures
  readonly textKeys?: readonly string[]
}

/** The newest alarm about the subject that reaches into the days since. */
export function findAlarm(
  { organisationId }: Tenant,
  db: Db,
  { kind, subject, since }: { readonly kind: AlarmKind; readonly subject: string; readonly since: string },
) {
  return db
    .selectFrom('watch_alarm')
    .select(['alarm_id as alarmId', 'last_day as lastDay', 'state', 'figures'])
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', kind)
    .where('subject', '=', subject)
    .where('last_day', '>=', since)
    .orderBy('last_day', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function insertAlarm(
  { organisationId }: Tenant,
  trx: Db,
  { alarmId, now, found }: { readonly alarmId: string; readonly now: Date; readonly found: Found },
): Promise<void> {
  await trx
    .insertInto('watch_alarm')
    .values({
      organisation_id: organisationId,
      alarm_id: alarmId,
      kind: found.kind,
      subject: found.subject,
      topic_id: found.topicId ?? null,
      channel: found.channel ?? null,
      source_id: found.sourceId ?? null,
      answer_id: found.answerId ?? null,
      first_day: found.day,
      last_day: found.day,
      figures: JSON.stringify(found.figures),
      state: 'open',
      note: '',
      raised_at: now,
      settled_at: null,
      settled_by: null,
    })
    .execute()
  await addTexts({ organisationId }, trx, alarmId, found.textKeys ?? [])
}

/** An alarm that goes on: its last day, and the figures of its worst one. */
export async function prolongAlarm(
  { organisationId }: Tenant,
  trx: Db,
  {
    alarmId,
    day,
    figures,
    textKeys,
  }: {
    readonly alarmId: string
    readonly day: string
    readonly figures: AlarmFigures
    readonly textKeys: readonly string[]
  },
): Promise<void> {
  await trx
    .updateTable('watch_alarm')
    .set({ last_day: sql<string>`greatest(last_day, ${day}::date)`, figures: JSON.stringify(figures) })
    .where('organisation_id', '=', organisationId)
    .where('alarm_id', '=', alarmId)
    .execute()
  await addTexts({ organisationId }, trx, alarmId, textKeys)
}

async function addTexts(
  { organisationId }: Tenant,
  trx: Db,
  alarmId: string,
  textKeys: readonly string[],
): Promise<void> {
  if (textKeys.length === 0) return
  await trx
    .insertInto('watch_alarm_text')
    .values(textKeys.map((key) => ({ organisation_id: organisationId, alarm_id: alarmId, text_key: key })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Ends what ends by itself: all of the kind whose subject is not among these any more. */
export async function endAlarms(
  { organisationId }: Tenant,
  trx: Db,
  { kind, still, now }: { readonly kind: AlarmKind; readonly still: readonly string[]; readonly now: Date },
): Promise<void> {
  await sql`update watch_alarm set state = 'closed', settled_at = ${now}, settled_by = null
    where organisation_id = ${organisationId} and kind = ${kind} and state <> 'closed'
      and not (subject = any(${[...still]}::text[]))`.execute(trx)
}

export async function settleAlarm(
  { organisationId, personId }: Scope,
  db: Db,
  settled: {
    readonly alarmId: string
    readonly state: AlarmState
    readonly note: string
    readonly now: Date
  },
): Promise<boolean> {
  const row = await db
    .updateTable('watch_alarm')
    .set({ state: settled.state, note: settled.note, settled_at: settled.now, settled_by: personId })
    .where('organisation_id', '=', organisationId)
    .where('alarm_id', '=', settled.alarmId)
    .returning('alarm_id')
    .executeTakeFirst()
  return row !== undefined
}

export type StoredAlarm = Omit<AlarmView, 'raisedAt' | 'settledAt'> & {
  readonly raisedAt: Date
  readonly settledAt: Date | null
}

/** The latest first. */
export async function listAlarms(
  { organisationId }: Tenant,
  db: Db,
  only: {
    readonly state?: AlarmState
    readonly kind?: AlarmKind
    readonly alarmIds?: readonly string[]
  } = {},
): Promise<readonly StoredAlarm[]> {
  const { rows } = await sql<StoredAlarm>`
    select a.alarm_id as "alarmId", a.kind, a.channel, a.answer_id as "answerId", a.first_day as "firstDay",
      a.last_day as "lastDay", a.figures, a.state, a.note, a.raised_at as "raisedAt",
      a.settled_at as "settledAt", p.name as "settledBy",
      case when t.topic_id is not null then jsonb_build_object('id', t.topic_id, 'name', t.name) end as topic,
      case when s.source_id is not null then jsonb_build_object('id', s.source_id, 'name', s.name) end as source,
      coalesce((
        select jsonb_agg(enquiry_id order by started_at) from (
          select e.enquiry_id, e.started_at from watch_alarm_text x
            join enquiry e on e.organisation_id = x.organisation_id and e.text_key = x.text_key
          where x.organisation_id = a.organisation_id and x.alarm_id = a.alarm_id
          order by e.started_at limit 50
        ) r), '[]') as records
    from watch_alarm a
      left join topic t on t.organisation_id = a.organisation_id and t.topic_id = a.topic_id
      left join intake_source s on s.organisation_id = a.organisation_id and s.source_id = a.source_id
      left join person p on p.organisation_id = a.organisation_id and p.person_id = a.settled_by
    where a.organisation_id = ${organisationId}
      ${only.state === undefined ? sql`` : sql`and a.state = ${only.state}`}
      ${only.kind === undefined ? sql`` : sql`and a.kind = ${only.kind}`}
      ${only.alarmIds === undefined ? sql`` : sql`and a.alarm_id = any(${[...only.alarmIds]}::uuid[])`}
    order by a.last_day desc, a.raised_at desc, a.alarm_id limit 300`.execute(db)
  return rows
}

export async function countOpen({ organisationId }: Tenant, db: Db): Promise<number> {
  const row = await db
    .selectFrom('watch_alarm')
    .select((of) => of.fn.countAll<number>().as('open'))
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'open')
    .executeTakeFirstOrThrow()
  return Number(row.open)
}

export async function countSpikes({ organisationId }: Tenant, db: Db, since: string): Promise<number> {
  const row = await db
    .selectFrom('watch_alarm')
    .select((of) => of.fn.countAll<number>().as('spikes'))
    .where('organisation_id', '=', organisationId)
    .where('kind', '=', 'spike')
    .where('first_day', '>', since)
    .executeTakeFirstOrThrow()
  return Number(row.spikes)
}
