/** The words of improvements and suggestions, and which step may follow which. */

export const causes = ['interface', 'backend', 'price', 'process', 'information', 'training'] as const
export type Cause = (typeof causes)[number]

export const improvementStates = ['proposed', 'decided', 'underWay', 'inEffect', 'dropped'] as const
export type ImprovementState = (typeof improvementStates)[number]

export const suggestionStates = ['waiting', 'answered', 'closed'] as const
export type SuggestionState = (typeof suggestionStates)[number]

/**
 * A step may go forwards and back, so that a mistake can be mended; what is in effect needs its day and at least one
 * topic to measure, and what was dropped begins anew as proposed.
 */
export function mayMove(
  from: ImprovementState,
  to: ImprovementState,
  has: { readonly day: boolean; readonly topics: number },
): 'same' | 'anew' | 'day' | 'topics' | undefined {
  if (from === to && to !== 'inEffect') return 'same'
  if (from === 'dropped' && to !== 'proposed') return 'anew'
  if (to !== 'inEffect') return undefined
  if (!has.day) return 'day'
  return has.topics === 0 ? 'topics' : undefined
}

/** Late: past its day and neither in effect nor dropped. */
export function isLate(
  improvement: { readonly state: ImprovementState; readonly dueOn: string | null },
  today: string,
): boolean {
  const { state, dueOn } = improvement
  return dueOn !== null && dueOn < today && state !== 'inEffect' && state !== 'dropped'
}
