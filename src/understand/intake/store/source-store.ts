import type { Scope } from '../../../organisation/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { EnquiryChannel } from '../rules/enquiry-words.ts'
import '../tables.ts'

export type StoredSource = {
  readonly sourceId: string
  readonly name: string
  readonly reader: string
  readonly contactDefinition: string
  readonly profile: Readonly<Record<string, unknown>>
  readonly channel: EnquiryChannel | null
  readonly retentionMonths: number | null
  readonly createdAt: Date
  readonly retiredAt: Date | null
}

export async function insertSource(scope: Scope, db: Db, source: StoredSource): Promise<void> {
  await db
    .insertInto('intake_source')
    .values({
      organisation_id: scope.organisationId,
      source_id: source.sourceId,
      ...columnsOf(source),
      created_at: source.createdAt,
      created_by: scope.personId,
      changed_at: source.createdAt,
    })
    .execute()
}

export async function updateSource(scope: Scope, db: Db, source: StoredSource, now: Date): Promise<void> {
  await db
    .updateTable('intake_source')
    .set({ ...columnsOf(source), changed_at: now })
    .where('organisation_id', '=', scope.organisationId)
    .where('source_id', '=', source.sourceId)
    .execute()
}

function columnsOf(source: StoredSource) {
  return {
    name: source.name,
    reader: source.reader,
    contact_definition: source.contactDefinition,
    profile: JSON.stringify(source.profile),
    channel: source.channel,
    retention_months: source.retentionMonths,
    retired_at: source.retiredAt,
  }
}

export async function listSources(scope: Scope, db: Db): Promise<readonly StoredSource[]> {
  const rows = await db
    .selectFrom('intake_source')
    .selectAll()
    .where('organisation_id', '=', scope.organisationId)
    .orderBy('source_id')
    .execute()
  return rows.map(toSource)
}

export async function findSource(scope: Scope, db: Db, sourceId: string): Promise<StoredSource | undefined> {
  const row = await db
    .selectFrom('intake_source')
    .selectAll()
    .where('organisation_id', '=', scope.organisationId)
    .where('source_id', '=', sourceId)
    .executeTakeFirst()
  return row && toSource(row)
}

/** Makes others who write enquiries of this source wait until the transaction ends; false when it is not there. */
export async function lockSource(scope: Scope, trx: Db, sourceId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('intake_source')
    .select('source_id')
    .where('organisation_id', '=', scope.organisationId)
    .where('source_id', '=', sourceId)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row !== undefined
}

export async function isNameTaken(
  scope: Scope,
  db: Db,
  source: { readonly sourceId: string; readonly name: string },
): Promise<boolean> {
  const row = await db
    .selectFrom('intake_source')
    .select('source_id')
    .where('organisation_id', '=', scope.organisationId)
    .where('name', '=', source.name)
    .where('source_id', '!=', source.sourceId)
    .executeTakeFirst()
  return row !== undefined
}

type Row = {
  readonly source_id: string
  readonly name: string
  readonly reader: string
  readonly contact_definition: string
  readonly profile: unknown
  readonly channel: EnquiryChannel | null
  readonly retention_months: number | null
  readonly created_at: Date
  readonly retired_at: Date | null
}

function toSource(row: Row): StoredSource {
  return {
    sourceId: row.source_id,
    name: row.name,
    reader: row.reader,
    contactDefinition: row.contact_definition,
    profile: row.profile as Readonly<Record<string, unknown>>,
    channel: row.channel,
    retentionMonths: row.retention_months,
    createdAt: row.created_at,
    retiredAt: row.retired_at,
  }
}
