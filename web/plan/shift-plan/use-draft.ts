/** What stands on the page beside what is kept on the server: changes with undo and redo, and others' changes laid in. */
import { useEffect, useMemo, useReducer } from 'react'
import {
  type Conflict,
  changesOf,
  mergeDrafts,
  type Saving,
} from '../../../src/plan/shifts/rules/hand/merge-drafts.ts'
import type { PlanShift } from '../../../src/plan/shifts/week/rules/plan-shift.ts'

type Kept = { readonly revision: number; readonly shifts: readonly PlanShift[] }

type State = {
  readonly base: Kept
  readonly shifts: readonly PlanShift[]
  readonly past: readonly (readonly PlanShift[])[]
  readonly future: readonly (readonly PlanShift[])[]
  /** Somebody else has changed the week while something stood here that was not saved. */
  readonly isMerged: boolean
  readonly conflicts: readonly Conflict[]
}

type Step =
  | { readonly kind: 'edit'; readonly shifts: readonly PlanShift[] }
  | { readonly kind: 'undo' | 'redo' | 'discard' | 'seen' }
  | { readonly kind: 'arrived' | 'saved'; readonly kept: Kept }

const begin = (base: Kept): State => ({
  base,
  shifts: base.shifts,
  past: [],
  future: [],
  isMerged: false,
  conflicts: [],
})

function next(state: State, step: Step): State {
  const { base, shifts, past, future } = state
  switch (step.kind) {
    case 'edit':
      return { ...state, shifts: step.shifts, past: [...past, shifts], future: [] }
    case 'undo': {
      const before = past.at(-1)
      return before
        ? { ...state, shifts: before, past: past.slice(0, -1), future: [shifts, ...future] }
        : state
    }
    case 'redo': {
      const [after, ...rest] = future
      return after ? { ...state, shifts: after, past: [...past, shifts], future: rest } : state
    }
    case 'discard':
      return { ...begin(base), past: [...past, shifts] }
    case 'seen':
      return { ...state, isMerged: false, conflicts: [] }
    case 'saved':
      return { ...state, base: step.kept, isMerged: false, conflicts: [] }
    case 'arrived':
      return arrived(state, step.kept)
  }
}

/** An answer that was on its way while something newer was saved is old. */
function arrived(state: State, kept: Kept): State {
  const { base, shifts } = state
  if (kept.revision <= base.revision) return state
  if (isNothing(changesOf(base.shifts, shifts))) return begin(kept)
  const { shifts: merged, conflicts } = mergeDrafts(base.shifts, shifts, kept.shifts)
  return { ...begin(kept), shifts: merged, isMerged: true, conflicts }
}

const isNothing = ({ put, remove }: Saving): boolean => put.length === 0 && remove.length === 0

export type Draft = State & {
  readonly changes: Saving
  readonly isChanged: boolean
  readonly edit: (shifts: readonly PlanShift[]) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly discard: () => void
  readonly seen: () => void
  readonly saved: (kept: Kept) => void
}

export function useDraft({ revision, shifts }: Kept): Draft {
  const [state, step] = useReducer(next, { revision, shifts }, begin)
  useEffect(() => step({ kind: 'arrived', kept: { revision, shifts } }), [revision, shifts])
  const acts = useMemo(
    () => ({
      edit: (changed: readonly PlanShift[]) => step({ kind: 'edit', shifts: changed }),
      undo: () => step({ kind: 'undo' }),
      redo: () => step({ kind: 'redo' }),
      discard: () => step({ kind: 'discard' }),
      seen: () => step({ kind: 'seen' }),
      saved: (kept: Kept) => step({ kind: 'saved', kept }),
    }),
    [],
  )
  const changes = useMemo(() => changesOf(state.base.shifts, state.shifts), [state.base, state.shifts])
  return { ...state, ...acts, changes, isChanged: !isNothing(changes) }
}
