/** The few states that agents' things can be in, and the ways between them. */
export const averagings = ['none', 'person', 'union', 'authority'] as const
export const overtimeAgreements = ['law', 'union', 'authority'] as const
export const ageGroups = ['adult', 'youth', 'child'] as const
export const normalHours = [40, 38, 36] as const
export const nightStarts = ['21:00', '23:00', '00:00'] as const

/** Why somebody is away: a category, and never anything about health beyond it. */
export const absenceKinds = ['sick', 'holiday', 'leave', 'course'] as const

export const absenceStates = ['asked', 'approved', 'refused', 'withdrawn'] as const
export type AbsenceState = (typeof absenceStates)[number]

export const swapStates = ['asked', 'accepted', 'approved', 'declined', 'refused', 'withdrawn'] as const
/** Asked → accepted by the one who takes it → approved by the planner; declined by the one, refused by the other. */
export type SwapState = (typeof swapStates)[number]

const swapSteps: Readonly<Record<SwapState, readonly SwapState[]>> = {
  asked: ['accepted', 'declined', 'withdrawn', 'refused'],
  accepted: ['approved', 'refused', 'withdrawn'],
  approved: [],
  declined: [],
  refused: [],
  withdrawn: [],
}

/** @example maySwapGo('asked', 'approved') // false: first somebody must say yes */
export function maySwapGo(from: SwapState, to: SwapState): boolean {
  return swapSteps[from].includes(to)
}

const absenceSteps: Readonly<Record<AbsenceState, readonly AbsenceState[]>> = {
  asked: ['approved', 'refused', 'withdrawn'],
  approved: ['withdrawn'],
  refused: ['approved'],
  withdrawn: [],
}

/** @example mayAbsenceGo('withdrawn', 'approved') // false */
export function mayAbsenceGo(from: AbsenceState, to: AbsenceState): boolean {
  return absenceSteps[from].includes(to)
}

/** Sickness is told, not asked for: it holds from the moment it is reported. Everything else waits for an answer. */
export function firstAbsenceState(kind: (typeof absenceKinds)[number], byPlanner: boolean): AbsenceState {
  return byPlanner || kind === 'sick' ? 'approved' : 'asked'
}
