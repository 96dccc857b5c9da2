/** The one sentence over a ranking: who leads, and how many others can also be best. */
export type Placed = {
  readonly name: string
  readonly rank: number | null
  readonly rankRange: readonly [number, number] | null
  /** In the set that holds the truly best one; where it is not known, the likely places tell. */
  readonly canBeBest?: boolean | null
}

export type Finding =
  | { readonly kind: 'none' }
  /** Nobody else may well have the first place. */
  | { readonly kind: 'sure'; readonly name: string }
  /** Those on the first place, more than one when they share it, and how many others may well be best. */
  | { readonly kind: 'open'; readonly first: readonly string[]; readonly others: number }
  /** First, but how sure that is cannot be known. */
  | { readonly kind: 'unknown'; readonly name: string }

/** Example: likely places 1–3, 1–3, 1–4 and 3–6 → the first leads, and two others can be best. */
export function findLeaders(placed: readonly Placed[]): Finding {
  const first = placed.find(({ rank }) => rank === 1)
  if (!first) return { kind: 'none' }
  const taking = placed.filter(({ rank }) => rank !== null)
  if (taking.some(({ rankRange, canBeBest }) => rankRange === null && typeof canBeBest !== 'boolean')) {
    return taking.length === 1 ? { kind: 'sure', name: first.name } : { kind: 'unknown', name: first.name }
  }
  const possible = taking.filter(({ rankRange, canBeBest }) => canBeBest ?? rankRange![0] === 1)
  return possible.length === 1
    ? { kind: 'sure', name: possible[0]!.name }
    : {
        kind: 'open',
        first: taking.filter(({ rank }) => rank === 1).map(({ name }) => name),
        others: possible.filter(({ rank }) => rank !== 1).length,
      }
}
