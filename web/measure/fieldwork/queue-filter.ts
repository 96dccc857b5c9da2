import type { QueueItem } from '../../../src/measure/fieldwork/contract.ts'
import type { Search } from '../../search.ts'

/** What of the queue is shown, as it stands in the address. */
export type QueueFilter = {
  readonly channel?: string | undefined
  readonly participant?: string | undefined
  readonly observer?: string | undefined
  /** A kind of finding, or `any`. */
  readonly finding?: string | undefined
}

export const filterKeys = ['channel', 'participant', 'observer', 'finding'] as const

export function readFilter(search: Search): QueueFilter {
  const { channel, participant, observer, finding } = search
  return { channel, participant, observer, finding }
}

export function filterQueue(items: readonly QueueItem[], filter: QueueFilter): readonly QueueItem[] {
  const { channel, participant, observer, finding } = filter
  return items.filter(
    (item) =>
      (channel === undefined || item.channel === channel) &&
      (participant === undefined || item.participantId === participant) &&
      (observer === undefined || item.observerId === observer) &&
      (finding === undefined ||
        (finding === 'any' ? item.findings.length > 0 : item.findings.some((kind) => kind === finding))),
  )
}

/** The item before and after the open one, as far as there are any. */
export function neighbours(
  items: readonly QueueItem[],
  contactId: string | undefined,
): { readonly previous: QueueItem | undefined; readonly next: QueueItem | undefined } {
  const index = items.findIndex((item) => item.contactId === contactId)
  if (index < 0) return { previous: undefined, next: items[0] }
  return { previous: items[index - 1], next: items[index + 1] }
}
