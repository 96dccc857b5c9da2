/**
 * How an observer's work has been, in shares with their intervals. It says something about carefulness and
 * punctuality and nothing about severity, which is measured elsewhere.
 */
import { type Interval, wilsonInterval } from '../../../kernel/statistics.ts'

/** One contact that has been decided: approved, or returned at least once. */
export type DecidedContact = {
  readonly observerId: string
  readonly returned: boolean
  /** The first attempt came after its day, or the form after its deadline. */
  readonly late: boolean
  /** Whether a rule noticed something when it was decided. */
  readonly noticed: boolean
  /** The reviewer agreed with the rule and returned it. */
  readonly upheld: boolean
}

export type Share = { readonly share: number; readonly n: number; readonly interval: Interval }

export type Grade = {
  readonly inOrder: Share | null
  readonly returned: Share | null
  readonly late: Share | null
  readonly upheld: Share | null
  readonly all: number | null
  readonly standing: 'tooFew' | 'above' | 'level' | 'below'
}

/** Fewer decided contacts than this say nothing about a person. */
export const fewestForGrade = 10
const level = 0.95

/**
 * The grade of one observer among all in the edition. The standing is "above" or "below" only when the whole
 * interval lies on one side of what everybody has together.
 *
 * @example 38 of 40 in order, everybody 0.88 // { share: 0.95, n: 40, interval: [0.835, 0.986] }, level
 */
export function gradeOf(contacts: readonly DecidedContact[], all: number | null): Grade {
  const inOrder = shareOf(contacts, isInOrder)
  const noticed = contacts.filter((contact) => contact.noticed)
  return {
    inOrder,
    returned: shareOf(contacts, ({ returned }) => returned),
    late: shareOf(contacts, ({ late }) => late),
    upheld: shareOf(noticed, ({ upheld }) => upheld),
    all,
    standing: standingOf(inOrder, all),
  }
}

/** The share in order of everybody together; null without a decided contact. */
export function shareInOrder(contacts: readonly DecidedContact[]): number | null {
  return shareOf(contacts, isInOrder)?.share ?? null
}

function isInOrder({ returned, late }: DecidedContact): boolean {
  return !returned && !late
}

function shareOf(contacts: readonly DecidedContact[], holds: (one: DecidedContact) => boolean): Share | null {
  const n = contacts.length
  if (n === 0) return null
  const share = contacts.filter(holds).length / n
  return { share, n, interval: wilsonInterval(share, n, level) }
}

function standingOf(inOrder: Share | null, all: number | null): Grade['standing'] {
  if (inOrder === null || all === null || inOrder.n < fewestForGrade) return 'tooFew'
  const [low, high] = inOrder.interval
  if (low > all) return 'above'
  return high < all ? 'below' : 'level'
}
