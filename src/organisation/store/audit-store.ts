import type { Db } from '../../platform/database/index.ts'
import type { Scope } from '../scope.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    audit_entry: {
      organisation_id: string
      audit_id: string
      at: Date
      person_id: string | null
      action: string
      subject_kind: string
      subject_id: string
      detail: Record<string, unknown>
      request_id: string | null
    }
  }
}

export type AuditRow = {
  readonly auditId: string
  readonly at: Date
  readonly action: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly detail: Readonly<Record<string, unknown>>
}

export async function insertAuditEntry(
  scope: Scope,
  db: Db,
  entry: AuditRow & { requestId: string },
): Promise<void> {
  await db
    .insertInto('audit_entry')
    .values({
      organisation_id: scope.organisationId,
      audit_id: entry.auditId,
      at: entry.at,
      person_id: scope.apiKey ? null : scope.personId,
      action: entry.action,
      subject_kind: entry.subject.kind,
      subject_id: entry.subject.id,
      detail: scope.apiKey ? { ...entry.detail, apiKey: scope.apiKey.name } : entry.detail,
      request_id: entry.requestId,
    })
    .execute()
}

export type AuditQuery = {
  readonly before?: string | undefined
  readonly limit: number
  readonly subjectKind?: string | undefined
  readonly subjectId?: string | undefined
}

/** Newest first. Identifiers sort by time, so the identifier is the cursor. */
export async function listAuditEntries(scope: Scope, db: Db, query: AuditQuery) {
  const rows = await db
    .selectFrom('audit_entry as entry')
    .leftJoin('person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'entry.organisation_id')
        .onRef('person.person_id', '=', 'entry.person_id'),
    )
    .selectAll('entry')
    .select('person.name as person_name')
    .where('entry.organisation_id', '=', scope.organisationId)
    .$if(query.before !== undefined, (some) => some.where('audit_id', '<', query.before!))
    .$if(query.subjectKind !== undefined, (some) => some.where('subject_kind', '=', query.subjectKind!))
    .$if(query.subjectId !== undefined, (some) => some.where('subject_id', '=', query.subjectId!))
    .orderBy('audit_id', 'desc')
    .limit(query.limit)
    .execute()
  return rows.map((row) => ({
    auditId: row.audit_id,
    at: row.at,
    person: row.person_id === null ? null : { personId: row.person_id, name: row.person_name ?? '' },
    action: row.action,
    subject: { kind: row.subject_kind, id: row.subject_id },
    detail: row.detail,
  }))
}
