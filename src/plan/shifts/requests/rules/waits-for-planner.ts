import type { AbsenceState } from '../../people/rules/words.ts'

type Absence = {
  readonly state: AbsenceState
  /** Told by the agent; what the planner has noted himself he knows of. */
  readonly byAgent: boolean
  readonly endsAt: Date
  /** Shifts in the working plans that it takes away from. */
  readonly shifts: number
}

/**
 * What an absence wants of the planner: an answer, or somebody else for shifts of one that holds already, such as
 * sickness. Nothing once it is over.
 *
 * @example waitsForPlanner({ state: 'approved', byAgent: true, shifts: 2, endsAt: tomorrow }, now) // 'cover'
 */
export function waitsForPlanner(
  { state, byAgent, endsAt, shifts }: Absence,
  now: Date,
): 'absence' | 'cover' | null {
  if (endsAt <= now) return null
  if (state === 'asked') return 'absence'
  return state === 'approved' && byAgent && shifts > 0 ? 'cover' : null
}
