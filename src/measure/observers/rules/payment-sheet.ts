/** The payment list as a table that a payroll can read; amounts in kroner with two decimals. */
import type { MoneyLine } from '../contract.ts'

type Cell = string | number | null

const header = [
  'observer',
  'kind',
  'date',
  'contact',
  'participant',
  'channel',
  'answered',
  'text',
  'amount',
  'run',
] as const

/** @example paymentSheet([a line of 9500 øre]).rows[0].at(-2) // 95 */
export function paymentSheet(lines: readonly MoneyLine[]): {
  readonly header: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
} {
  const sorted = lines.toSorted(
    (one, other) => one.observer.localeCompare(other.observer, 'nb') || (one.on < other.on ? -1 : 1),
  )
  return { header, rows: sorted.map(toRow) }
}

function toRow(line: MoneyLine): readonly Cell[] {
  const { observer, kind, on, number, participant, channel, answered, text, amountOre, run } = line
  return [
    observer,
    kind,
    on,
    number ?? null,
    participant ?? null,
    channel ?? null,
    answered === undefined ? null : answered ? 'yes' : 'no',
    text,
    amountOre / 100,
    run ?? null,
  ]
}
