/**
 * Blending: whoever waits for a call can do tasks meanwhile. Idle time is what is left of the agents' time after the
 * calls; only a part of it is any use, since it comes in pieces and is broken off by the next call.
 */
import type { QueueFigures } from './erlang/figures.ts'

/** The part of the idle time that becomes work when nobody has said otherwise. */
export const usualUsable = 0.6

/**
 * Seconds of an interval that agents on calls have over for tasks.
 *
 * @param usable the part of the idle time that tasks can use, 0–1
 * @example 14 agents at 70 % for half an hour, of which .6 is usable: 14 × .3 × 1800 × .6 = 4536 s
 */
export function idleSeconds(
  agents: number,
  { occupancy }: Pick<QueueFigures, 'occupancy'>,
  { intervalMinutes, usable }: { readonly intervalMinutes: number; readonly usable: number },
): number {
  return Math.max(0, agents * (1 - occupancy) * intervalMinutes * 60 * usable)
}
