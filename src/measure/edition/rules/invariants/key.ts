/** The slots hold every channel once, and the tie order decides between any two of them. */
import { type Invariant, issue, repeated } from './issue.ts'

export const slotsHoldEachChannelOnce: Invariant = (method) => {
  const placed = method.channelSlots.flat()
  const twice = repeated(placed, (channel) => channel)
  return [
    ...twice.map(({ id }) => issue('channel-in-two-slots', 'channelSlots', { channel: id })),
    ...method.channels
      .filter((channel) => !placed.includes(channel.id))
      .map((channel) => issue('channel-without-slot', 'channelSlots', { channel: channel.id })),
  ]
}

export const tieOrderCoversChannels: Invariant = (method) => [
  ...repeated(method.keyTieOrder, (channel) => channel).map(({ id, index }) =>
    issue('doubled-id', `keyTieOrder.${index}`, { id }),
  ),
  ...method.channels
    .filter((channel) => !method.keyTieOrder.includes(channel.id))
    .map((channel) => issue('not-in-tie-order', 'keyTieOrder', { channel: channel.id })),
]
