/** The append-only log of what people do that changes a result, a right or personal data. */
import { newId } from '../kernel/ids.ts'
import type { Db } from '../platform/database/index.ts'
import type { Context } from './context.ts'
import { insertAuditEntry } from './store/audit-store.ts'

export type AuditNote = {
  /** Subject and past tense, such as `person.edited`. */
  readonly action: string
  readonly subject: { readonly kind: string; readonly id: string }
  /** What changed, without more personal data than the change itself needs. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/**
 * Writes one entry. Give the transaction of the change itself, so that there is never one without the other.
 *
 * @example await recordAudit(context, { action: 'edition.frozen', subject: { kind: 'edition', id } }, trx)
 */
export async function recordAudit(
  context: Pick<Context, 'scope' | 'db' | 'now' | 'requestId'>,
  note: AuditNote,
  trx: Db = context.db,
): Promise<void> {
  await insertAuditEntry(context.scope, trx, {
    auditId: newId(),
    at: context.now,
    action: note.action,
    subject: note.subject,
    detail: note.detail ?? {},
    requestId: context.requestId,
  })
}
