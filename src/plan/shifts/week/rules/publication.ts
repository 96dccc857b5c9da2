/** What a publication changes for agents: new, changed and cancelled shifts, each with how often it has changed. */
import type { Span } from '../../rules/types.ts'
import type { PlanShift } from './plan-shift.ts'

export type Published = PlanShift & {
  readonly agentId: string
  readonly sequence: number
  readonly cancelled: boolean
}

export type Publication = {
  /** Only what differs from before. */
  readonly shifts: readonly Published[]
  readonly added: number
  readonly changed: number
  readonly removed: number
}

const keyOf = ({ id, agentId }: { readonly id: string; readonly agentId: string | null }) =>
  `${id} ${agentId}`
const contentOf = ({ from, to, breaks, skill, overtimeMinutes }: PlanShift) =>
  JSON.stringify([from, to, breaks.map((pause) => [pause.from, pause.to]), skill, overtimeMinutes])

/**
 * A shift that goes from one agent to another is cancelled for the one and new for the other. Shifts that are nobody's
 * are not published.
 *
 * @example publicationOf([], [shift]) // { added: 1, changed: 0, removed: 0, shifts: [{ …shift, sequence: 0 }] }
 */
export function publicationOf(before: readonly Published[], draft: readonly PlanShift[]): Publication {
  const known = new Map(before.map((shift) => [keyOf(shift), shift]))
  const taken = draft.flatMap((shift) =>
    shift.agentId === null ? [] : [{ ...shift, agentId: shift.agentId }],
  )
  const shifts: Published[] = []
  let [added, changed, removed] = [0, 0, 0]
  for (const shift of taken) {
    const old = known.get(keyOf(shift))
    if (old && !old.cancelled && contentOf(old) === contentOf(shift)) continue
    if (old && !old.cancelled) changed += 1
    else added += 1
    shifts.push({ ...shift, sequence: old ? old.sequence + 1 : 0, cancelled: false })
  }
  const kept = new Set(taken.map(keyOf))
  for (const old of before) {
    if (old.cancelled || kept.has(keyOf(old))) continue
    removed += 1
    shifts.push({ ...old, sequence: old.sequence + 1, cancelled: true })
  }
  return { shifts, added, changed, removed }
}

export const toldKinds = ['added', 'changed', 'removed'] as const

export type Told = {
  readonly agentId: string
  /** In order of time. */
  readonly changes: readonly (Span & { readonly kind: (typeof toldKinds)[number] })[]
}

/**
 * What each agent would be told: what has not been seen before or comes back is new.
 *
 * @example toldBy([], publicationOf([], [shift])) // [{ agentId: 'a', changes: [{ kind: 'added', from, to }] }]
 */
export function toldBy(before: readonly Published[], { shifts }: Publication): Told[] {
  const known = new Map(before.map((shift) => [keyOf(shift), shift]))
  const byAgent = Map.groupBy(shifts, ({ agentId }) => agentId)
  return [...byAgent].map(([agentId, own]) => ({
    agentId,
    changes: own
      .map((shift) => {
        const old = known.get(keyOf(shift))
        const isThere = old !== undefined && !old.cancelled
        return {
          kind: shift.cancelled ? ('removed' as const) : isThere ? ('changed' as const) : ('added' as const),
          from: shift.from,
          to: shift.to,
        }
      })
      .toSorted((one, other) => one.from - other.from),
  }))
}
