/** Where the ribbons of one side of a flow stand: apart at the outer end, one on top of the other at the bar. */

export type Ribbon<Entry extends string> = {
  readonly entry: Entry
  readonly count: number
  /** Upper ends, and the thickness of both, in the drawing's units. */
  readonly outer: number
  readonly inner: number
  readonly thick: number
}

type Room = { readonly top: number; readonly height: number; readonly gap: number }

/**
 * Entries without any contact have no ribbon. As thick as the counts, so that both sides of a ledger are as high; the
 * gaps are what is left of the room for so many ribbons as a side can have.
 *
 * @example ribbonsOf([{ entry: 'a', count: 3 }, { entry: 'b', count: 1 }], { top: 0, height: 104, gap: 1 })
 *   // with four gaps of 1 set aside: thicknesses 75 and 25
 */
export function ribbonsOf<Entry extends string>(
  entries: readonly { readonly entry: Entry; readonly count: number }[],
  { top, height, gap }: Room,
) {
  const sum = entries.reduce((all, { count }) => all + count, 0)
  const thick = height - mostGaps * gap
  const scale = sum === 0 ? 0 : thick / sum
  const filled = entries.filter(({ count }) => count > 0)
  const from = top + (height - thick) / 2
  let outer = top + (height - thick - (filled.length - 1) * gap) / 2
  let inner = from
  const ribbons = filled.map(({ entry, count }): Ribbon<Entry> => {
    const ribbon = { entry, count, outer, inner, thick: count * scale }
    outer += ribbon.thick + gap
    inner += ribbon.thick
    return ribbon
  })
  return { ribbons, from, thick }
}

/** A side has five entries. */
const mostGaps = 4
