/** The long neck (Gerry McGovern): how few topics are most of what people ask about. */

export type NeckPoint = { readonly topics: number; readonly share: number }

/**
 * The share of all contacts that the N largest topics cover, for every N. What no topic explains counts in the
 * whole, so that the curve need not reach 1.
 *
 * @example longNeck([50, 30, 10], 100) // 0.5, 0.8, 0.9
 */
export function longNeck(volumes: readonly number[], total: number): readonly NeckPoint[] {
  let covered = 0
  return volumes
    .toSorted((a, b) => b - a)
    .map((volume, at) => {
      covered += volume
      return { topics: at + 1, share: total === 0 ? 0 : covered / total }
    })
}

/** The parts of the whole that have a plain name, the largest first. */
export const plainShares = [
  { name: 'nineTenths', share: 0.9 },
  { name: 'threeQuarters', share: 0.75 },
  { name: 'twoThirds', share: 2 / 3 },
  { name: 'half', share: 0.5 },
] as const
export type PlainShare = (typeof plainShares)[number]['name']

export type NeckFinding = { readonly topics: number; readonly share: PlainShare }

/**
 * The finding to put in a title: the fewest topics that make three quarters of all contacts; a smaller part where
 * that takes more than twelve topics, because a list that nobody can hold in mind is no finding.
 *
 * @example neckFinding(longNeck([50, 30, 10, 10], 100)) // two topics, threeQuarters
 */
export function neckFinding(neck: readonly NeckPoint[]): NeckFinding | null {
  for (const { name, share } of plainShares.slice(1)) {
    const reached = neck.find((point) => point.share >= share - 1e-9)
    if (reached && reached.topics <= 12) return { topics: reached.topics, share: name }
  }
  return null
}
