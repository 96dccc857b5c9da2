/** Two who change the same week: what each has done beside the draft that both began with. */
import type { PlanShift } from '../../week/rules/plan-shift.ts'

const contentOf = (shift: PlanShift | undefined): string =>
  shift === undefined
    ? ''
    : JSON.stringify([
        shift.agentId,
        shift.from,
        shift.to,
        shift.breaks.map(({ from, to }) => [from, to]),
        shift.skill,
        shift.overtimeMinutes,
        shift.fixed,
      ])

export const isSameShift = (one: PlanShift | undefined, other: PlanShift | undefined): boolean =>
  one === other || contentOf(one) === contentOf(other)

export type Saving = { readonly put: readonly PlanShift[]; readonly remove: readonly string[] }

/** What is to be saved for the draft to become what stands on the page. */
export function changesOf(base: readonly PlanShift[], mine: readonly PlanShift[]): Saving {
  const before = new Map(base.map((shift) => [shift.id, shift]))
  const kept = new Set(mine.map(({ id }) => id))
  return {
    put: mine.filter((shift) => !isSameShift(before.get(shift.id), shift)),
    remove: base.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
  }
}

/** A shift that both have changed, each in another way; missing where it was removed. */
export type Conflict = {
  readonly id: string
  readonly mine: PlanShift | undefined
  readonly theirs: PlanShift | undefined
}

export type Merged = {
  /** Their draft with my changes; where both have changed a shift, mine. */
  readonly shifts: readonly PlanShift[]
  readonly conflicts: readonly Conflict[]
}

/**
 * My changes laid upon theirs, so that nothing of either is lost; where both have touched a shift, both are told.
 *
 * @example mergeDrafts([a, b], [a2, b], [a, b2]) // { shifts: [a2, b2], conflicts: [] }
 */
export function mergeDrafts(
  base: readonly PlanShift[],
  mine: readonly PlanShift[],
  theirs: readonly PlanShift[],
): Merged {
  const [before, now] = [byId(base), byId(theirs)]
  const { put, remove } = changesOf(base, mine)
  const own = new Map<string, PlanShift | undefined>(put.map((shift) => [shift.id, shift]))
  for (const id of remove) own.set(id, undefined)
  const conflicts = [...own].flatMap(([id, shift]): Conflict[] => {
    const other = now.get(id)
    const isTheirs = !isSameShift(before.get(id), other)
    return isTheirs && !isSameShift(shift, other) ? [{ id, mine: shift, theirs: other }] : []
  })
  const shifts = theirs.flatMap((shift) => (own.has(shift.id) ? (own.get(shift.id) ?? []) : [shift]))
  const added = put.filter(({ id }) => !now.has(id))
  return { shifts: [...shifts, ...added], conflicts }
}

const byId = (shifts: readonly PlanShift[]) => new Map(shifts.map((shift) => [shift.id, shift]))
