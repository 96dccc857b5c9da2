import type { OwnShift } from '../../../src/plan/shifts/own/contract.ts'

/** The shift that the agent is on now, or else the next one to begin. */
export function nextOf(
  shifts: readonly OwnShift[],
  now: Date,
): { readonly shift: OwnShift | undefined; readonly isOn: boolean } {
  const minute = now.getTime() / 60_000
  const shift = shifts.filter(({ to }) => to > minute).toSorted((one, other) => one.from - other.from)[0]
  return { shift, isOn: shift !== undefined && shift.from <= minute }
}
