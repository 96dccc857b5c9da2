/**
 * What a plan costs, in quarters of an hour of one person's pay. Somebody missing costs ten times what a person costs,
 * and twice that beyond the first 15 % of the need, so that shortage is spread out rather than heaped; somebody too
 * many costs nothing up to 15 % more than needed and half a quarter beyond.
 */
export type CostWeights = {
  readonly short: number
  readonly shortMore: number
  readonly surplus: number
  /** A quarter of agreed time that is not used: it is paid all the same, and the person has been promised it. */
  readonly unused: number
  /** A wish of weight 1 that is not granted. */
  readonly wish: number
}

export const usualWeights: CostWeights = { short: 10, shortMore: 20, surplus: 0.5, unused: 30, wish: 8 }

/** How far from the need the milder price goes. */
export function marginOf(need: number): number {
  return need === 0 ? 0 : Math.max(1, Math.ceil(need * 0.15))
}

/** What one person more costs where `count` are on already and `need` are needed; negative when it helps. */
export function costOfOneMore(count: number, need: number, weight: number, costs: CostWeights): number {
  const margin = marginOf(need)
  if (count < need - margin) return -costs.shortMore * weight
  if (count < need) return -costs.short * weight
  return count < need + margin ? 0 : costs.surplus
}

/** Cost of a quarter in which nobody is on. */
export function costOfNobody(need: number, weight: number, costs: CostWeights): number {
  const margin = Math.min(need, marginOf(need))
  return weight * (costs.short * margin + costs.shortMore * (need - margin))
}
