/** What observers have earned, line by line, in øre. Whole øre throughout: no rounding anywhere. */
import type { ChannelId } from '../../edition/contract.ts'
import type { Earnings, MoneyLine, Rates } from '../contract.ts'

export type EarnedContact = {
  readonly contactId: string
  readonly observerId: string
  readonly observer: string
  readonly number: number
  readonly participant: string
  readonly channel: ChannelId
  readonly answered: boolean
  /** The day on which it was approved. */
  readonly on: string
}

export type ExtraLine = {
  readonly extraId: string
  readonly observerId: string
  readonly observer: string
  readonly kind: 'extra' | 'correction'
  readonly amountOre: number
  readonly text: string
  readonly on: string
}

/** @example amountFor({ phone: { answered: 9500, unanswered: 4000 } }, 'phone', false) // 4000 */
export function amountFor(rates: Rates, channel: ChannelId, answered: boolean): number {
  const rate = rates[channel]
  return (answered ? rate?.answered : rate?.unanswered) ?? 0
}

export type UnpaidLine = MoneyLine & { readonly extraId?: string }

/** What is earned and not paid: approved contacts by the rates of today, and extras, oldest first. */
export function unpaidLines(
  contacts: readonly EarnedContact[],
  extras: readonly ExtraLine[],
  rates: Rates | null,
): readonly UnpaidLine[] {
  const earned = contacts.map(
    (contact): UnpaidLine => ({
      ...contact,
      kind: 'contact',
      text: '',
      amountOre: rates === null ? 0 : amountFor(rates, contact.channel, contact.answered),
    }),
  )
  return [...earned, ...extras].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0))
}

/** Sums of one observer's lines. */
export function earningsOf(lines: readonly MoneyLine[]): Earnings {
  const sum = (isPaid: boolean) =>
    lines
      .filter(({ run }) => (run !== undefined) === isPaid)
      .reduce((total, { amountOre }) => total + amountOre, 0)
  return {
    contacts: lines.filter(({ kind }) => kind === 'contact').length,
    unpaidOre: sum(false),
    paidOre: sum(true),
  }
}
