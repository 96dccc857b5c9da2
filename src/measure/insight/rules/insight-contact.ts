/** A contact as insight reads it: its score and answers, and when it was made. */
import type { ChannelId } from '../../edition/contract.ts'
import type { GatheredContact } from '../../results/rules/gather-contacts.ts'

export type InsightContact = GatheredContact & {
  readonly contactId: string
  readonly participantId: string
  /** The day of the plan, Europe/Oslo. */
  readonly date: string
  /** Whole hour, 0–23, Europe/Oslo, in which the first attempt began; missing where no clock was logged. */
  readonly hour?: number
}

/** Which contacts an insight is about: the whole edition, or one class of it. */
export type Scope = { readonly kind: 'edition' } | { readonly kind: 'class'; readonly class: string }

export function inScope(contacts: readonly InsightContact[], scope: Scope): readonly InsightContact[] {
  return scope.kind === 'edition' ? contacts : contacts.filter((contact) => contact.class === scope.class)
}

/** Contacts by their participant, in the order of the participants' names. */
export function byParticipant(
  contacts: readonly InsightContact[],
): readonly (readonly [participantId: string, contacts: readonly InsightContact[]])[] {
  return [...Map.groupBy(contacts, ({ participantId }) => participantId)].sort(([, a], [, b]) =>
    a[0]!.participant < b[0]!.participant ? -1 : 1,
  )
}

export type ChannelForm = 'spoken' | 'written'

export function channelsOf(contacts: readonly InsightContact[]): readonly ChannelId[] {
  return [...new Set(contacts.map(({ channel }) => channel))]
}
