/** The priority of channels as one number for each: channels with the same number replace one another. */
import type { ChannelId, EditionMethod } from '../../../../src/measure/edition/contract.ts'

/** Place of a channel, from 1; 0 when it has none. */
export function placeOf(method: Pick<EditionMethod, 'channelSlots'>, channel: ChannelId): number {
  return method.channelSlots.findIndex((slot) => slot.includes(channel)) + 1
}

/** Puts a channel in another place, behind those that are there; empty places close up. */
export function putInPlace(
  method: Pick<EditionMethod, 'channelSlots'>,
  channel: ChannelId,
  place: number,
): void {
  const without = method.channelSlots.map((slot) => slot.filter((other) => other !== channel))
  while (without.length < place) without.push([])
  without[place - 1]?.push(channel)
  method.channelSlots = without.filter((slot) => slot.length > 0)
}
