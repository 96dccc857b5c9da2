/**
 * The ledger of a period that lies behind: a telephone system tells how many were offered, handled and gave up, and
 * not who of them had called before. What came again is estimated by the flow's own shares, and what the counts do not
 * account for is told apart instead of being hidden in another entry.
 */
import { type FlowQueue, stepOf } from './flow-system.ts'
import { emptyCounts, type Ledger, makeLedger } from './ledger.ts'

export type QueueCounts = {
  readonly id: string
  readonly offered: number
  readonly handled: number
  readonly abandoned: number
  /** Worked off, such as e-mail: what is neither handled nor abandoned waits. */
  readonly waitsOver: boolean
  /** Contacts that waited when the period began; only where contacts wait over. */
  readonly waitingAtOpen?: number
}

export type CountedLedger = {
  readonly id: string
  readonly ledger: Ledger
  /**
   * Offered contacts that are neither handled, abandoned nor waiting; below 0 when more left the queue than came. The
   * ledger holds those that are accounted for.
   */
  readonly unaccounted: number
}

/**
 * Redialled and shifted are the share of the abandoned that the flow says, rounded; returned, redialled in and shifted
 * in are what the queues together send to this one in a period like this, at most what was offered; the rest is first.
 *
 * @example 1,000 offered, 900 handled, 100 abandoned of which half redial, nothing returns: 50 redialled, 50 for good
 */
export function countedLedgers(
  counts: readonly QueueCounts[],
  queues: readonly FlowQueue[],
): readonly CountedLedger[] {
  const known = new Map(queues.map((queue) => [queue.id, queue]))
  return counts.map((own) => {
    const { offered, handled, waitsOver, waitingAtOpen = 0 } = own
    const left = waitingAtOpen + offered - handled - own.abandoned
    const waitingAtClose = waitsOver ? Math.max(0, left) : 0
    const unaccounted = left - waitingAtClose
    // More left than came: the period takes over from the one before what it is not told of.
    const came = Math.max(0, offered - Math.max(0, unaccounted)) + Math.max(0, -unaccounted)
    const { redialled, shifted } = leavingOf(own, known.get(own.id))
    const ledger = makeLedger({
      ...emptyCounts,
      waitingAtOpen,
      ...cameAs(came, sentTo(own.id, counts, known)),
      handled,
      abandonedForGood: own.abandoned - redialled - shifted,
      redialled,
      shifted,
      waitingAtClose,
    })
    return { id: own.id, ledger, unaccounted }
  })
}

function leavingOf({ abandoned }: QueueCounts, queue: FlowQueue | undefined) {
  if (!queue) return { redialled: 0, shifted: 0 }
  const shifts = Object.values(queue.shiftsTo ?? {}).reduce((sum, share) => sum + share, 0)
  const redialled = Math.round(abandoned * queue.pRedial)
  return { redialled, shifted: Math.min(abandoned - redialled, Math.round(abandoned * shifts)) }
}

type Sent = { readonly returned: number; readonly redialledIn: number; readonly shiftedIn: number }

function sentTo(id: string, counts: readonly QueueCounts[], known: ReadonlyMap<string, FlowQueue>): Sent {
  let [returned, redialledIn, shiftedIn] = [0, 0, 0]
  for (const from of counts) {
    const queue = known.get(from.id)
    if (!queue) continue
    // The shares of one contact that is handled, and of one that gives up.
    returned += from.handled * stepOf({ ...queue, pAbandon: 0 }, id).returned
    const gaveUp = stepOf({ ...queue, pAbandon: 1 }, id)
    redialledIn += from.abandoned * gaveUp.redialled
    shiftedIn += from.abandoned * gaveUp.shifted
  }
  return { returned, redialledIn, shiftedIn }
}

/** Whole numbers that add up to what came: the estimates scaled down when they are more than all. */
function cameAs(came: number, sent: Sent): Sent & { readonly first: number } {
  const all = sent.returned + sent.redialledIn + sent.shiftedIn
  const scale = all > came ? came / all : 1
  const redialledIn = Math.min(came, Math.round(sent.redialledIn * scale))
  const shiftedIn = Math.min(came - redialledIn, Math.round(sent.shiftedIn * scale))
  const returned = Math.min(came - redialledIn - shiftedIn, Math.round(sent.returned * scale))
  return { returned, redialledIn, shiftedIn, first: came - redialledIn - shiftedIn - returned }
}
