/**
 * The distribution key: how many of a participant's contacts each of its channels gets. Largest remainder with
 * the Hare quota (Hamilton's method); equal remainders go to the channel that stands first in the tie order, so
 * the counts depend on the set of channels and on nothing else.
 */
import type { ChannelId, EditionMethod } from '../contract.ts'

/** The parts of a method that decide the key. */
export type KeyMethod = Pick<
  EditionMethod,
  'channels' | 'channelSlots' | 'keyTieOrder' | 'contactsPerParticipant'
>

export type ChannelCounts = Readonly<Partial<Record<ChannelId, number>>>

export type DistributionKey = {
  /** The channels that are used, in order of priority. */
  readonly channels: readonly ChannelId[]
  readonly counts: ChannelCounts
}

/** Remainders that differ by less than this are equal: shares are decimals and the quotients are not exact. */
const equalRemainders = 1e-9

/**
 * Shares out `total` over `shares` (positive weights of any sum) so that the counts sum to `total`.
 * Example: 25 over phone 43, e-mail 32, chat 25 has the quotas 10.75, 8 and 6.25 and gives 11, 8 and 6.
 */
export function distributeContacts<Id extends string>(
  total: number,
  shares: Readonly<Partial<Record<Id, number>>>,
  tieOrder: readonly Id[],
): Readonly<Record<Id, number>> {
  const ids = Object.keys(shares) as Id[]
  const sum = ids.reduce((all, id) => all + shares[id]!, 0)
  const parts = ids.map((id, index) => {
    const quota = (total * shares[id]!) / sum
    const whole = Math.floor(quota + equalRemainders)
    const place = tieOrder.indexOf(id)
    return { id, whole, remainder: quota - whole, place: place < 0 ? tieOrder.length + index : place }
  })
  const left = total - parts.reduce((all, part) => all + part.whole, 0)
  const first = parts
    .toSorted((a, b) =>
      Math.abs(a.remainder - b.remainder) > equalRemainders ? b.remainder - a.remainder : a.place - b.place,
    )
    .slice(0, left)
  return Object.fromEntries(
    parts.map((part) => [part.id, part.whole + (first.includes(part) ? 1 : 0)]),
  ) as Record<Id, number>
}

/** From each slot, in order, the first channel that is available (M2.5). */
export function channelsInUse(
  method: Pick<EditionMethod, 'channelSlots'>,
  available: readonly ChannelId[],
): readonly ChannelId[] {
  return method.channelSlots.flatMap((slot) => slot.find((channel) => available.includes(channel)) ?? [])
}

/** What a participant with the `available` channels gets; without any channel nothing, and the counts are empty. */
export function keyFor(method: KeyMethod, available: readonly ChannelId[]): DistributionKey {
  const channels = channelsInUse(method, available)
  if (channels.length === 0) return { channels, counts: {} }
  const shares: Partial<Record<ChannelId, number>> = {}
  for (const id of channels) shares[id] = method.channels.find((channel) => channel.id === id)?.share ?? 0
  return { channels, counts: distributeContacts(method.contactsPerParticipant, shares, method.keyTieOrder) }
}

/** The key of every set of channels that the slots allow, the fullest sets first. */
export function wholeKey(method: KeyMethod): readonly DistributionKey[] {
  const sets = method.channelSlots.reduce<readonly (readonly ChannelId[])[]>(
    (all, slot) => all.flatMap((set) => [...slot.map((channel) => [...set, channel]), set]),
    [[]],
  )
  return sets
    .filter((set) => set.length > 0)
    .toSorted((a, b) => b.length - a.length)
    .map((set) => keyFor(method, set))
}
