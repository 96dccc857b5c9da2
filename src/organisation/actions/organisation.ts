import { inTransaction } from '../../platform/database/index.ts'
import { recordAudit } from '../audit.ts'
import type { Context } from '../context.ts'
import { listAuditEntries } from '../store/audit-store.ts'
import { getOrganisation, renameOrganisation } from '../store/organisation-store.ts'

export async function rename(context: Context, input: { name: string }) {
  const { scope } = context
  return inTransaction(context.db, async (trx) => {
    const before = await getOrganisation(scope, trx)
    await renameOrganisation(scope, trx, input.name)
    const detail = { from: before.name, to: input.name }
    const subject = { kind: 'organisation', id: scope.organisationId }
    await recordAudit(context, { action: 'organisation.renamed', subject, detail }, trx)
    return { ...before, name: input.name }
  })
}

type AuditInput = {
  readonly cursor?: string | undefined
  readonly limit: number
  readonly subjectKind?: string | undefined
  readonly subjectId?: string | undefined
}

export async function readAudit({ scope, db }: Context, { cursor, limit, ...filter }: AuditInput) {
  const rows = await listAuditEntries(scope, db, { ...filter, before: cursor, limit: limit + 1 })
  const items = rows.slice(0, limit).map((row) => ({ ...row, at: row.at.toISOString() }))
  return rows.length > limit ? { items, next: items.at(-1)!.auditId } : { items }
}
