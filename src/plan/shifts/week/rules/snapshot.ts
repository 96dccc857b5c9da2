import type { PlannedShift } from '../../schedule/rules/planned-shift.ts'

/** A shift as it was published, with the name that its agent had then. */
export type SnapshotShift = PlannedShift & { readonly agent: string }
