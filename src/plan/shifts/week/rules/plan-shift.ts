import type { Shift, Span } from '../../rules/types.ts'

/** A shift of a plan that may still be nobody's: a shift to be taken. Times are minutes since 1970. */
export type PlanShift = Span & {
  readonly id: string
  readonly agentId: string | null
  readonly breaks: readonly Span[]
  /** The skill that the whole shift is set aside for; null: any of the agent's. */
  readonly skill: string | null
  readonly overtimeMinutes: number
  /** Placed by a person: a search for shifts leaves it as it is. */
  readonly fixed: boolean
}

/** As it was published, with the name that its agent had then. */
export type SnapshotShift = PlanShift & { readonly agent: string }

/** The shifts that have somebody on them, as the rules of working time take them. */
export function asShifts(shifts: readonly PlanShift[]): Shift[] {
  return shifts.flatMap((shift) => {
    if (shift.agentId === null) return []
    const { id, agentId, from, to, breaks, skill, overtimeMinutes, fixed } = shift
    return [{ id, agentId, from, to, breaks, overtimeMinutes, fixed, ...(skill !== null && { skill }) }]
  })
}
