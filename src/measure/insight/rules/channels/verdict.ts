/** What to do with a channel, by a rule that says no more than the figures can bear. */
import { wilsonInterval } from '../../../../kernel/statistics.ts'
import type { ChannelReading } from '../../contract.ts'

/** Fewer contacts than this, and nothing is said. */
const fewestContacts = 5

/**
 * `tooFew` under five contacts. Worse than the class: the whole interval of the difference lies below 0, or the whole
 * interval of the unanswered share lies above the class's. `considerStopping` where it is worse than the class and the
 * total would for certain be higher without it; `improve` where it is worse than the class; else `keep`. A channel is
 * never to be stopped for its result alone: only where others manage it and this one does not.
 *
 * Example: 8 contacts, −20 (−32 to −8) to the class, without it +4 (1 to 7) → considerStopping.
 */
export function verdictOf(
  reading: Omit<ChannelReading, 'verdict'>,
  level: number,
): ChannelReading['verdict'] {
  if (reading.n < fewestContacts) return 'tooFew'
  if (!isWorse(reading, level)) return 'keep'
  const { withoutIt } = reading
  return withoutIt?.interval && withoutIt.interval[0] > 0 ? 'considerStopping' : 'improve'
}

function isWorse({ n, unanswered, others }: Omit<ChannelReading, 'verdict'>, level: number): boolean {
  if (!others) return false
  if (others.differenceInterval && others.differenceInterval[1] < 0) return true
  return wilsonInterval(unanswered / n, n, level)[0] > others.unanswered / others.n
}
