/** The list of assignments with what this device knows more about than the server's last list. */
import type { Assignment, AssignmentList } from '../../src/measure/fieldwork/contract.ts'
import { assignmentHere } from '../../src/measure/fieldwork/rules/life-here.ts'
import { isUnsent } from '../../src/measure/fieldwork/rules/unsent-work.ts'
import type { KeptContact } from './device-db.ts'

type Listed = { readonly data: AssignmentList | undefined; readonly dataUpdatedAt: number }

export function withHere(
  { data, dataUpdatedAt }: Listed,
  records: readonly KeptContact[],
): readonly Assignment[] {
  const byContact = new Map(records.map((record) => [record.contactId, record]))
  return (data?.items ?? []).map((assignment) => {
    const record = byContact.get(assignment.contactId)
    if (!record?.detail) return assignment
    const isAhead = record.work.waiting.length > 0 || (record.detailAt ?? 0) > dataUpdatedAt
    return isAhead ? assignmentHere(assignment, record.detail, record.work) : assignment
  })
}

export function isUnsentHere(
  records: readonly KeptContact[],
  { contactId }: Pick<Assignment, 'contactId'>,
): boolean {
  return records.some((record) => record.contactId === contactId && isUnsent(record.work))
}
