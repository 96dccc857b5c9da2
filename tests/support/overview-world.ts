/** A few enquiries with topics in an organisation, made by SQL alone: what the overview is read from. */
import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import { addDays } from '../../src/kernel/calendar.ts'
import { toLocal } from '../../src/kernel/zone.ts'
import type { Tables } from '../../src/platform/database/index.ts'
import '../../src/understand/intake/tables.ts'
import '../../src/understand/topics/tables.ts'
import type { TestOrganisation, TestServer } from './server.ts'

export type AddedEnquiry = Partial<
  Omit<Insertable<Tables['enquiry']>, 'organisation_id' | 'started_at' | 'started_on'>
> & {
  readonly daysAgo: number
  /** Minutes after eight in the morning. */
  readonly minute?: number
  readonly topics?: readonly {
    readonly topicId: string
    readonly share?: number
    readonly unsure?: boolean
  }[]
}

export type OverviewWorld = {
  readonly organisationId: string
  readonly sourceId: string
  readonly today: string
  readonly addTopic: (
    name: string,
    change?: Partial<Pick<Insertable<Tables['topic']>, 'state' | 'gone_into' | 'unexplained' | 'parent_id'>>,
  ) => Promise<string>
  /** Adds records and tells the batch of them, as intake does; answers their ids. */
  readonly add: (enquiries: readonly AddedEnquiry[]) => Promise<readonly string[]>
}

/** Local days are those of the machine's now, as they are in the server under test. */
export async function makeOverviewWorld(
  server: TestServer,
  organisation: TestOrganisation = server.organisations[0],
): Promise<OverviewWorld> {
  const { db } = server
  const { organisationId } = organisation
  const { personId } = await server.person('manager', organisation)
  const [sourceId, now] = [randomUUID(), new Date()]
  const tenant = { organisation_id: organisationId }
  await db
    .insertInto('intake_source')
    .values({
      ...tenant,
      source_id: sourceId,
      name: `Kilde ${sourceId.slice(0, 8)}`,
      reader: 'table',
      contact_definition: 'En rad',
      profile: JSON.stringify({}),
      created_at: now,
      created_by: personId,
      changed_at: now,
    })
    .execute()
  const today = toLocal(now).date
  return {
    organisationId,
    sourceId,
    today,
    addTopic: async (name, change = {}) => {
      const topic_id = randomUUID()
      const made = {
        ...tenant,
        topic_id,
        name,
        state: 'confirmed' as const,
        name_given: true,
        unexplained: false,
        created_at: now,
        changed_at: now,
        ...change,
      }
      await db.insertInto('topic').values(made).execute()
      return topic_id
    },
    add: async (enquiries) => {
      const batch_id = randomUUID()
      const rows = enquiries.map((each) => enquiryRow(each, { tenant, sourceId, batch_id, today }))
      await db
        .insertInto('intake_batch')
        .values({
          ...tenant,
          batch_id,
          source_id: sourceId,
          state: 'done',
          received_at: now,
          finished_at: new Date(),
          rows_read: rows.length,
          rows_landed: rows.length,
          contacts_landed: rows.length,
          rows_known: 0,
          rows_changed: 0,
          rows_refused: 0,
          masked: JSON.stringify({}),
        })
        .execute()
      await db.insertInto('enquiry').values(rows).execute()
      const topics = enquiries.flatMap(({ topics: about = [] }, at) =>
        about.map(({ topicId, share = 1, unsure = false }) => ({
          ...tenant,
          text_key: rows[at]!.text_key!,
          topic_id: topicId,
          share,
          certainty: unsure ? 0.3 : 0.9,
          origin: 'group' as const,
          unsure,
          nearest: JSON.stringify([]),
          assigned_at: new Date(),
        })),
      )
      if (topics.length > 0) await db.insertInto('text_topic').values(topics).execute()
      return rows.map(({ enquiry_id }) => enquiry_id)
    },
  }
}

type Placed = {
  readonly tenant: { readonly organisation_id: string }
  readonly sourceId: string
  readonly batch_id: string
  readonly today: string
}

function enquiryRow(
  { daysAgo, minute = 0, topics, ...given }: AddedEnquiry,
  { tenant, sourceId, batch_id, today }: Placed,
): Insertable<Tables['enquiry']> {
  const started_on = addDays(today, -daysAgo)
  const enquiry_id = randomUUID()
  const hasText = topics !== undefined || given.text !== undefined
  return {
    ...tenant,
    enquiry_id,
    source_id: sourceId,
    source_record_id: enquiry_id,
    batch_id,
    channel: 'phone',
    direction: 'in',
    started_at: new Date(Date.parse(`${started_on}T08:00:00Z`) + minute * 60_000),
    started_on,
    weight: 1,
    text: hasText ? `Spørsmål ${enquiry_id}` : null,
    text_key: hasText ? randomUUID() : null,
    ...given,
  }
}
