/** The few states and kinds that agents' things can be in. */
export const averagings = ['none', 'written', 'union', 'authority'] as const
/** How working time may be averaged: not at all, or by § 10-5 (1), (2) or (3) of the Working Environment Act. */
export type Averaging = (typeof averagings)[number]

export const absenceKinds = ['sick', 'leave', 'holiday', 'course', 'other'] as const
/** Why somebody is away: a category, and never anything about health beyond it. */
export type AbsenceKind = (typeof absenceKinds)[number]

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
export function firstStateOf(kind: AbsenceKind, byPlanner: boolean): AbsenceState {
  return byPlanner || kind === 'sick' ? 'approved' : 'asked'
}
