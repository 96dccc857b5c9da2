/** What has become of a shift since its week was first published. */
export const shiftChanges = ['added', 'changed', 'cancelled'] as const
export type ShiftChange = (typeof shiftChanges)[number]

type Kept = { readonly sequence: number; readonly cancelled: boolean; readonly changedAt: Date }

/**
 * Nothing for a shift that is as it was when agents first saw the week.
 *
 * @example changeOf({ sequence: 1, cancelled: false, changedAt: later }, first) // 'changed'
 */
export function changeOf(
  { sequence, cancelled, changedAt }: Kept,
  first: Date | undefined,
): ShiftChange | null {
  if (first === undefined || changedAt <= first) return null
  if (cancelled) return 'cancelled'
  return sequence === 0 ? 'added' : 'changed'
}
