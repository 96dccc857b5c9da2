/** A shift with real moments, so that a night on which the clocks change is as long as it is. */
export type ShiftBreak = {
  /** ISO 8601 in UTC, inside the shift. */
  readonly startsAt: string
  readonly endsAt: string
  readonly paid: boolean
}

export type PlannedShift = {
  readonly shiftId: string
  /** Nobody's yet when null. */
  readonly agentId: string | null
  readonly startsAt: string
  readonly endsAt: string
  readonly breaks: readonly ShiftBreak[]
  /** The one queue that it is for; null: every queue that the agent has the skill for. */
  readonly queueId: string | null
}
