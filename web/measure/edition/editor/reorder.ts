/** Changes the order and the members of lists in a draft, in place. */

/** Moves an item one step up (−1) or down (+1) past its nearest neighbour of the same kind; at the end nothing happens. */
export function moveStep<T>(
  items: T[],
  from: number,
  { step, alike }: { step: 1 | -1; alike: (item: T) => boolean },
): void {
  for (let to = from + step; to >= 0 && to < items.length; to += step) {
    const other = items[to]
    if (other === undefined || !alike(other)) continue
    const [item] = items.splice(from, 1)
    if (item !== undefined) items.splice(to, 0, item)
    return
  }
}

/** A new id that none of the taken ones is: `freshId('question', …)` → `question1`. */
export function freshId(word: string, taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id))
  let number = 1
  while (ids.has(`${word}${number}`)) number += 1
  return `${word}${number}`
}
