/** Records drawn by lot and coded blind as value or failure demand. */
import { sql } from 'kysely'
import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { EnquiryChannel } from '../../intake/rules/enquiry-words.ts'
import type { DemandCode } from '../rules/demand.ts'

export type StoredSample = {
  readonly sampleId: string
  readonly from: string
  readonly to: string
  readonly topicId: string | null
  readonly topic: string | null
  readonly createdAt: Date
  readonly by: string
  readonly size: number
  /** How many records each person has coded. */
  readonly coders: readonly { readonly personId: string; readonly name: string; readonly coded: number }[]
}

export async function listSamples(scope: Scope, db: Db, sampleId?: string): Promise<readonly StoredSample[]> {
  const { rows } = await sql<StoredSample>`
    select s.sample_id as "sampleId", s.from_day as "from", s.to_day as "to", s.topic_id as "topicId", t.name as topic,
      s.created_at as "createdAt", p.name as by,
      (select count(*) from demand_sample_item i
        where i.organisation_id = s.organisation_id and i.sample_id = s.sample_id) as size,
      coalesce((select jsonb_agg(jsonb_build_object('personId', c.person_id, 'name', c.name, 'coded', c.coded) order by c.first)
        from (select d.person_id, q.name, count(*) as coded, min(d.coded_at) as first
          from demand_code d join person q on q.organisation_id = d.organisation_id and q.person_id = d.person_id
          where d.organisation_id = s.organisation_id and d.sample_id = s.sample_id
          group by d.person_id, q.name) c), '[]') as coders
    from demand_sample s
    join person p on p.organisation_id = s.organisation_id and p.person_id = s.created_by
    left join topic t on t.organisation_id = s.organisation_id and t.topic_id = s.topic_id
    where s.organisation_id = ${scope.organisationId}
      ${sampleId === undefined ? sql`` : sql`and s.sample_id = ${sampleId}::uuid`}
    order by s.created_at desc`.execute(db)
  return rows
}

export type Drawing = {
  readonly sampleId: string
  readonly from: string
  readonly to: string
  readonly topicId: string | null
  readonly size: number
  readonly createdAt: Date
  /** A number in 0–1 that settles the lot. */
  readonly seed: number
}

/** Draws contacts with text by lot, the same ones for the same seed. Answers how many there were. */
export async function insertSample(scope: Scope, trx: Db, drawing: Drawing): Promise<number> {
  const { sampleId, from, to, topicId, size, createdAt, seed } = drawing
  await trx
    .insertInto('demand_sample')
    .values({
      organisation_id: scope.organisationId,
      sample_id: sampleId,
      from_day: from,
      to_day: to,
      topic_id: topicId,
      created_at: createdAt,
      created_by: scope.personId,
    })
    .execute()
  const { rows } = await sql<{ item_number: number }>`
    insert into demand_sample_item (organisation_id, sample_id, item_number, enquiry_id)
    select organisation_id, ${sampleId}::uuid, row_number() over (order by lot, enquiry_id), enquiry_id from (
      select e.organisation_id, e.enquiry_id, md5(e.enquiry_id::text || ${String(seed)}::text) as lot
      from enquiry e
      where e.organisation_id = ${scope.organisationId} and e.direction = 'in' and e.text is not null
        and e.started_on between ${from}::date and ${to}::date
        and not exists (select 1 from enquiry_leg l
          where l.organisation_id = e.organisation_id and l.enquiry_id = e.enquiry_id)
        ${
          topicId === null
            ? sql``
            : sql`and exists (select 1 from text_topic t
                where t.organisation_id = e.organisation_id and t.text_key = e.text_key and t.topic_id = ${topicId}::uuid)`
        }
      order by lot, enquiry_id limit ${size}
    ) drawn
    returning item_number`.execute(trx)
  return rows.length
}

export type SampleItem = {
  readonly itemNumber: number
  readonly enquiryId: string
  readonly channel: EnquiryChannel
  readonly day: string
  /** Null when it has been deleted since. */
  readonly text: string | null
  readonly topics: string[]
  /** The reader's own code; nobody sees another's. */
  readonly own: DemandCode | null
}

export async function listItems(scope: Scope, db: Db, sampleId: string): Promise<readonly SampleItem[]> {
  const { rows } = await sql<SampleItem>`
    select i.item_number as "itemNumber", i.enquiry_id as "enquiryId", e.channel, e.started_on as day, e.text,
      coalesce((select jsonb_agg(t.name order by x.share desc) from text_topic x
        join topic t on t.organisation_id = x.organisation_id and t.topic_id = x.topic_id
        where x.organisation_id = e.organisation_id and x.text_key = e.text_key), '[]') as topics,
      c.code as own
    from demand_sample_item i
    join enquiry e on e.organisation_id = i.organisation_id and e.enquiry_id = i.enquiry_id
    left join demand_code c on c.organisation_id = i.organisation_id and c.sample_id = i.sample_id
      and c.item_number = i.item_number and c.person_id = ${scope.personId}::uuid
    where i.organisation_id = ${scope.organisationId} and i.sample_id = ${sampleId}::uuid
    order by i.item_number`.execute(db)
  return rows
}

export async function findItem(
  scope: Scope,
  db: Db,
  { sampleId, itemNumber }: { readonly sampleId: string; readonly itemNumber: number },
): Promise<boolean> {
  const row = await db
    .selectFrom('demand_sample_item')
    .select('item_number')
    .where('organisation_id', '=', scope.organisationId)
    .where('sample_id', '=', sampleId)
    .where('item_number', '=', itemNumber)
    .executeTakeFirst()
  return row !== undefined
}

export async function saveCode(
  scope: Scope,
  trx: Db,
  coded: {
    readonly sampleId: string
    readonly itemNumber: number
    readonly code: DemandCode
    readonly at: Date
  },
): Promise<void> {
  await trx
    .insertInto('demand_code')
    .values({
      organisation_id: scope.organisationId,
      sample_id: coded.sampleId,
      item_number: coded.itemNumber,
      person_id: scope.personId,
      code: coded.code,
      coded_at: coded.at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'sample_id', 'item_number', 'person_id'])
        .doUpdateSet({ code: coded.code, coded_at: coded.at }),
    )
    .execute()
}

export type StoredCodes = {
  /** Drawn from all topics, or from one. */
  readonly fromAll: boolean
  readonly topics: readonly string[]
  readonly codes: readonly DemandCode[]
}

/** Every coded record drawn from days that touch the period, with its codes in the order in which people began. */
export async function listCodes(
  scope: Scope,
  db: Db,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly StoredCodes[]> {
  const { rows } = await sql<StoredCodes>`
    with coder as (
      select sample_id, person_id, min(coded_at) as began from demand_code
      where organisation_id = ${scope.organisationId} group by sample_id, person_id
    )
    select s.topic_id is null as "fromAll",
      coalesce((select jsonb_agg(x.topic_id order by x.topic_id) from text_topic x
        where x.organisation_id = e.organisation_id and x.text_key = e.text_key), '[]') as topics,
      jsonb_agg(c.code order by k.began, c.person_id) as codes
    from demand_sample s
    join demand_code c on c.organisation_id = s.organisation_id and c.sample_id = s.sample_id
    join coder k on k.sample_id = c.sample_id and k.person_id = c.person_id
    join demand_sample_item i on i.organisation_id = c.organisation_id and i.sample_id = c.sample_id
      and i.item_number = c.item_number
    join enquiry e on e.organisation_id = i.organisation_id and e.enquiry_id = i.enquiry_id
    where s.organisation_id = ${scope.organisationId}
      and e.started_on between ${from}::date and ${to}::date
    group by s.sample_id, s.topic_id, c.item_number, e.organisation_id, e.text_key`.execute(db)
  return rows
}
