/**
 * Who comes where, and when, when not everybody could be followed long enough: Aalen and Johansen's shares (1978,
 * Scand. J. Stat. 5:141). In each step the part of those still away that comes to a place is that place's; all places
 * together and those still away are always one.
 */
export type PlaceCount<Place extends string> = {
  readonly time: number
  /** Null: not seen to the end, the records stop. */
  readonly place: Place | null
  readonly count: number
}

export type Incidence<Place extends string> = {
  /** Share that has come to each place by the given time. */
  readonly shares: ReadonlyMap<Place, number>
  /** Share that is still away. */
  readonly away: number
}

/** @example 4 away; one comes to A at 1, one is unseen at 2, one comes to B at 3: A .25, B .375, away .375 */
export function incidenceAt<Place extends string>(
  counts: readonly PlaceCount<Place>[],
  until: number,
): Incidence<Place> {
  const shares = new Map<Place, number>()
  let atRisk = counts.reduce((sum, { count }) => sum + count, 0)
  let away = 1
  const byTime = [...Map.groupBy(counts, ({ time }) => time)].sort(([a], [b]) => a - b)
  for (const [time, here] of byTime) {
    if (time > until) break
    let came = 0
    for (const { place, count } of here) {
      if (place === null) continue
      shares.set(place, (shares.get(place) ?? 0) + (away * count) / atRisk)
      came += count
    }
    away *= 1 - came / atRisk
    atRisk -= here.reduce((sum, { count }) => sum + count, 0)
  }
  return { shares, away }
}
