/** What came in a stretch, interval by interval counted, beside what the morning expected of the same intervals. */
export type SeenCell = {
  /** Local, `HH:MM`. */
  readonly time: string
  readonly offered: number | null
  readonly waitSeconds: number | null
  readonly planned: number | null
  readonly lo95: number | null
  readonly hi95: number | null
}
export type Came = {
  readonly offered: number
  readonly planned: number | null
  readonly low: number | null
  readonly high: number | null
  /** Weighted by what came; null where nobody has counted waits. */
  readonly waitSeconds: number | null
  readonly whole: boolean
}

/** Bounds are summed: intervals of a day are wrong together. Nothing before the first count. */
export function whatCame(
  cells: readonly SeenCell[],
  { from, to }: { readonly from: string; readonly to: string },
): Came | null {
  const inside = cells.filter(({ time }) => time >= from && time < to)
  const seen = inside.filter(({ offered }) => offered !== null)
  if (seen.length === 0) return null
  const sum = (of: (cell: SeenCell) => number | null) =>
    seen.every((cell) => of(cell) !== null) ? seen.reduce((total, cell) => total + of(cell)!, 0) : null
  const waited = seen.filter(({ waitSeconds }) => waitSeconds !== null)
  const weight = waited.reduce((total, { offered }) => total + offered!, 0)
  return {
    offered: sum(({ offered }) => offered)!,
    planned: sum(({ planned }) => planned),
    low: sum(({ lo95 }) => lo95),
    high: sum(({ hi95 }) => hi95),
    waitSeconds:
      weight > 0
        ? waited.reduce((total, { offered, waitSeconds }) => total + offered! * waitSeconds!, 0) / weight
        : null,
    whole: seen.length === inside.length,
  }
}
