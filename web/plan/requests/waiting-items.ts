/** What waits for the planner, as one list in the order in which it begins. */
import type { AbsenceOfAgent } from '../../../src/plan/shifts/people/contract.ts'
import { waitsForPlanner } from '../../../src/plan/shifts/requests/rules/waits-for-planner.ts'
import type { SwapToDecide } from '../../../src/plan/shifts/week/contract.ts'

export type WaitingItem =
  | { readonly kind: 'absence' | 'cover'; readonly id: string; readonly absence: AbsenceOfAgent }
  | { readonly kind: 'swap'; readonly id: string; readonly swap: SwapToDecide }

const beginsAt = (item: WaitingItem): number =>
  item.kind === 'swap' ? (item.swap.shift?.from ?? 0) * 60_000 : Date.parse(item.absence.startsAt)

export function waitingItems(
  absences: readonly AbsenceOfAgent[],
  swaps: readonly SwapToDecide[],
  now: Date,
): readonly WaitingItem[] {
  const items = [
    ...absences.flatMap((absence): WaitingItem[] => {
      const kind = waitsForPlanner({ ...absence, endsAt: new Date(absence.endsAt) }, now)
      return kind === null ? [] : [{ kind, id: absence.absenceId, absence }]
    }),
    ...swaps
      // A shift that has begun is nobody's to swap any more.
      .filter(({ state, shift }) => state === 'accepted' && (!shift || shift.from * 60_000 > now.getTime()))
      .map((swap): WaitingItem => ({ kind: 'swap', id: swap.swapId, swap })),
  ]
  return items.toSorted((one, other) => beginsAt(one) - beginsAt(other))
}
