import type { ClockEvent } from '../contract.ts'

/**
 * Events in the order in which they were logged, whatever order they came in: by their times, where a time that
 * was typed stays behind the event that it was logged after.
 *
 * @example inLoggedOrder([reply at 09:02, start at 09:00]) // start, reply
 */
export function inLoggedOrder(events: readonly ClockEvent[]): readonly ClockEvent[] {
  let logged = Number.NEGATIVE_INFINITY
  const timed = events.map((event) => {
    if (!event.typed) logged = Date.parse(event.at)
    return { event, logged }
  })
  return timed.toSorted((one, other) => one.logged - other.logged).map(({ event }) => event)
}
