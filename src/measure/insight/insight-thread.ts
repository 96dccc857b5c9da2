/** Insight worked out away from the server's own thread: weighing the drivers takes a second or more. */
import type { EditionMethod } from '../edition/contract.ts'
import type { ParticipantInsight, ScopeInsight } from './contract.ts'
import { type InsightContact, inScope, type Scope } from './rules/insight-contact.ts'
import { insightOfParticipant, insightOfScope } from './rules/work-out.ts'

export type Subject = Scope | { readonly kind: 'participant'; readonly participantId: string }

export type InsightInput = {
  readonly method: EditionMethod
  readonly contacts: readonly InsightContact[]
  readonly subject: Subject
}

export function run({
  method,
  contacts,
  subject,
}: InsightInput): ScopeInsight | ParticipantInsight | undefined {
  return subject.kind === 'participant'
    ? insightOfParticipant(method, contacts, subject.participantId)
    : insightOfScope(method, inScope(contacts, subject))
}
