/** Does every participant get what the key gives it? */
import { expectedCounts } from '../expected-counts.ts'
import { type Judge, type PlanView, plannedParticipants } from './plan-view.ts'

/** Contacts of a participant per channel; `lockedOnly`: those that are done or started. */
export function channelCounts(plan: PlanView, participant: number, lockedOnly = false): number[] {
  const counts = plan.frame.channels.map(() => 0)
  for (const row of plan.byParticipant[participant]!)
    if (!lockedOnly || plan.columns.locked[row]) counts[plan.columns.channel[row]!]! += 1
  return counts
}

/** Contacts per participant and channel are those of the key, or the nearest that what is done allows. */
export function keyCounts(plan: PlanView, judge: Judge): void {
  for (const participant of plannedParticipants(plan)) {
    const counts = channelCounts(plan, participant)
    const expected = expectedCounts(
      plan.frame.participants[participant]!.counts,
      channelCounts(plan, participant, true),
    )
    counts.forEach((count, channel) => {
      judge(Math.abs(count - expected[channel]!), 0, () => ({ participant, channel, rows: [] }))
    })
  }
}

/** Participants with the same channels have the same counts, as far as none joined or changed half-way. */
export function equalSets(plan: PlanView, judge: Judge): void {
  const first = new Map<string, readonly number[]>()
  for (const participant of plannedParticipants(plan)) {
    const key = plan.frame.participants[participant]!.counts
    const counts = channelCounts(plan, participant)
    const expected = expectedCounts(key, channelCounts(plan, participant, true))
    if (expected.some((count, channel) => count !== key[channel])) continue
    const other = first.get(key.join()) ?? counts
    first.set(key.join(), other)
    const difference = Math.max(...counts.map((count, channel) => Math.abs(count - other[channel]!)))
    judge(difference, 0, () => ({ participant, rows: [] }))
  }
}
