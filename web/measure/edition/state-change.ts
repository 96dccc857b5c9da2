/** What starting, ending or reopening fieldwork brings with it, and what stands in its way. */
import type { EditionView } from '../../../src/measure/edition/contract.ts'

export type Way = 'start' | 'close' | 'reopen'

/** Where the organiser may take an edition from here; a pause is ended where it was made. */
export function wayOn({ state }: Pick<EditionView, 'state'>): Way | undefined {
  switch (state) {
    case 'preparing':
      return 'start'
    case 'fieldwork':
      return 'close'
    case 'review':
      return 'reopen'
    case 'paused':
    case 'published':
      return undefined
  }
}

type Countable = Pick<EditionView, 'counts' | 'issues'>

export type Missing = { readonly part: 'method' | 'participants' | 'plan'; readonly count: number }

/** Example: an edition without participants lacks them and a plan. */
export function missingForStart({ issues, counts }: Countable): readonly Missing[] {
  return [
    ...(issues > 0 ? [{ part: 'method', count: issues } as const] : []),
    ...(counts.participants === 0 ? [{ part: 'participants', count: 0 } as const] : []),
    ...(counts.contacts === 0 ? [{ part: 'plan', count: 0 } as const] : []),
  ]
}

export type Consequence =
  | { readonly key: 'locks' | 'allDelivered' | 'review' | 'reversible' | 'reopens' }
  | { readonly key: 'assigns' | 'unassigned' | 'leftOut' | 'undelivered' | 'waiting'; readonly count: number }

/** What the organiser must know before saying yes, the most important first. */
export function consequencesOf(way: Way, { counts }: Countable): readonly Consequence[] {
  switch (way) {
    case 'start':
      return [
        { key: 'locks' },
        { key: 'assigns', count: counts.contacts - counts.unassigned },
        ...some('unassigned', counts.unassigned),
        ...some('leftOut', counts.participants - counts.confirmed),
      ]
    case 'close': {
      const undelivered = some('undelivered', counts.contacts - counts.handedIn)
      return [
        ...(undelivered.length > 0 ? undelivered : [{ key: 'allDelivered' } as const]),
        ...some('waiting', counts.waiting),
        { key: 'review' },
        { key: 'reversible' },
      ]
    }
    case 'reopen':
      return [{ key: 'reopens' }]
  }
}

function some(
  key: 'unassigned' | 'leftOut' | 'undelivered' | 'waiting',
  count: number,
): readonly Consequence[] {
  return count > 0 ? [{ key, count }] : []
}
