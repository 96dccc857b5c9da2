/** Brings a participant's counts to its key: contacts change channel, are added, or are cancelled. */
import { expectedCounts } from '../expected-counts.ts'

export type CountChange =
  | { readonly kind: 'convert'; readonly row: number; readonly channel: number }
  | { readonly kind: 'cancel'; readonly row: number }
  | { readonly kind: 'add'; readonly channel: number }

/** `rows` in order of dates; locked ones stay. Later contacts change before earlier ones: there is more time. */
export function matchCounts(
  key: readonly number[],
  rows: readonly { readonly row: number; readonly channel: number; readonly locked: boolean }[],
): CountChange[] {
  const counts = key.map(() => 0)
  const done = key.map(() => 0)
  for (const { channel, locked } of rows) {
    counts[channel]! += 1
    if (locked) done[channel]! += 1
  }
  const expected = expectedCounts(key, done)
  const missing = expected.flatMap((count, channel) =>
    Array.from({ length: Math.max(0, count - counts[channel]!) }, () => channel),
  )
  const surplus: number[] = []
  for (const { row, channel, locked } of rows.toReversed()) {
    if (locked || counts[channel]! <= expected[channel]!) continue
    counts[channel]! -= 1
    surplus.push(row)
  }
  return [
    ...surplus.map(
      (row, place): CountChange =>
        place < missing.length ? { kind: 'convert', row, channel: missing[place]! } : { kind: 'cancel', row },
    ),
    ...missing.slice(surplus.length).map((channel): CountChange => ({ kind: 'add', channel })),
  ]
}
