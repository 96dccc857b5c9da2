/**
 * The ledger of contacts: everything that came in is somewhere. For one queue and one period
 *
 *   waiting at open + first + returned + redialled in + shifted in
 *     = handled + abandoned for good + redialled + shifted + waiting at close
 *
 * in whole contacts, exactly. Reports, forecasts and simulations make theirs by `makeLedger`, and a ledger that does
 * not balance cannot be made. What is redialled or shifted near the end of a period may come in the next one, so the
 * two sides of a step need not be equal within a period; over a whole network in a steady state they are.
 */

/** Where contacts come from. */
export const comings = ['waitingAtOpen', 'first', 'returned', 'redialledIn', 'shiftedIn'] as const
/** Where they go. */
export const goings = ['handled', 'abandonedForGood', 'redialled', 'shifted', 'waitingAtClose'] as const
export type Coming = (typeof comings)[number]
export type Going = (typeof goings)[number]

/** Whole contacts, none below 0. */
export type LedgerCounts = Readonly<Record<Coming | Going, number>>
declare const balances: unique symbol
/** Only `makeLedger` makes one: the compiler takes no other object for it. */
export type Ledger = LedgerCounts & {
  /** The sum of either side. */
  readonly contactsIn: number
  readonly [balances]: true
}

export const emptyCounts: LedgerCounts = {
  waitingAtOpen: 0,
  first: 0,
  returned: 0,
  redialledIn: 0,
  shiftedIn: 0,
  handled: 0,
  abandonedForGood: 0,
  redialled: 0,
  shifted: 0,
  waitingAtClose: 0,
}

export type LedgerFault =
  | { readonly kind: 'notWhole' | 'negative'; readonly entry: Coming | Going; readonly value: number }
  /** Contacts in less contacts out. */
  | { readonly kind: 'unbalanced'; readonly difference: number }

/**
 * What is wrong with counts; nothing when they balance. Sums of whole numbers below 2⁵³ are exact, so this is too.
 *
 * @example ledgerFault({ ...emptyCounts, first: 10, handled: 9 }) // { kind: 'unbalanced', difference: 1 }
 */
export function ledgerFault(counts: LedgerCounts): LedgerFault | undefined {
  for (const entry of [...comings, ...goings]) {
    const value = counts[entry]
    if (!Number.isSafeInteger(value)) return { kind: 'notWhole', entry, value }
    if (value < 0) return { kind: 'negative', entry, value }
  }
  const difference = sumOf(counts, comings) - sumOf(counts, goings)
  return difference === 0 ? undefined : { kind: 'unbalanced', difference }
}

/**
 * The one way to a ledger.
 * @throws RangeError when the counts do not balance: whoever counted has lost or doubled a contact
 */
export function makeLedger(counts: LedgerCounts): Ledger {
  const fault = ledgerFault(counts)
  if (fault) throw new RangeError(`not a ledger: ${JSON.stringify(fault)}`)
  return { ...counts, contactsIn: sumOf(counts, comings) } as Ledger
}

function sumOf(counts: LedgerCounts, entries: readonly (Coming | Going)[]): number {
  return entries.reduce((sum, entry) => sum + counts[entry], 0)
}

/** One contact as the ledger sees it: why it came, and where it went. */
export type LedgerContact = { readonly came: Coming; readonly went: Going }

/** The ledger of contacts that are known one by one, as a simulation's are. */
export function countLedger(contacts: Iterable<LedgerContact>): Ledger {
  const counts: Record<Coming | Going, number> = { ...emptyCounts }
  for (const { came, went } of contacts) {
    counts[came]++
    counts[went]++
  }
  return makeLedger(counts)
}

/** The ledger of several queues, or of periods that do not follow one another, together. */
export function addLedgers(ledgers: readonly LedgerCounts[]): Ledger {
  const counts: Record<Coming | Going, number> = { ...emptyCounts }
  for (const ledger of ledgers) for (const entry of [...comings, ...goings]) counts[entry] += ledger[entry]
  return makeLedger(counts)
}

/**
 * The ledger of periods that follow one another in one queue: what waited between two of them is neither new nor gone.
 * @throws RangeError when one does not begin with what the one before it ended with
 */
export function joinLedgers(ledgers: readonly LedgerCounts[]): Ledger {
  const between = ledgers.slice(1).map(({ waitingAtOpen }, at) => {
    const { waitingAtClose } = ledgers[at]!
    if (waitingAtOpen !== waitingAtClose)
      throw new RangeError(`${waitingAtClose} waited at close, ${waitingAtOpen} at the next opening`)
    return waitingAtOpen
  })
  const all = addLedgers(ledgers)
  const waited = between.reduce((sum, each) => sum + each, 0)
  return makeLedger({
    ...all,
    waitingAtOpen: all.waitingAtOpen - waited,
    waitingAtClose: all.waitingAtClose - waited,
  })
}
