import { fewestAnswers } from '../contract.ts'

/**
 * The groups that may be shown: those of five or more, and only while what is hidden cannot be worked out from the
 * rest, that is, while nobody or at least five are hidden; else the smallest shown one is hidden too. Whoever said
 * nothing (`''`) is never shown, and counts among the hidden.
 *
 * Example: 10, 9, 2 → the 10 alone, because all less 10 less 9 would tell about the two.
 */
export function visibleGroups(sizes: ReadonlyMap<string, number>): readonly string[] {
  const bySize = [...sizes]
    .filter(([group, size]) => group !== '' && size >= fewestAnswers)
    .toSorted(([a, sizeA], [b, sizeB]) => sizeB - sizeA || (a < b ? -1 : 1))
  const all = [...sizes.values()].reduce((sum, size) => sum + size, 0)
  const hidden = () => all - bySize.reduce((sum, [, size]) => sum + size, 0)
  while (bySize.length > 0 && hidden() > 0 && hidden() < fewestAnswers) bySize.pop()
  return bySize.map(([group]) => group).toSorted()
}
