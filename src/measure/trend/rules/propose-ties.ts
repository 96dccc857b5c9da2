/** Which names may be one centre: one is in an edition and gone from the next, the other is new there. */
import { nameKey } from '../../participants/rules/import/read-import.ts'
import { keysOfSeries, type SeriesTie } from './series-key.ts'

type Named = { readonly name: string; readonly class: string }

/**
 * Pairs of a name that is new in the last edition and one of the same class that is gone since the edition before,
 * where a whole word of both is the same. A proposal only: a person decides.
 *
 * Example: Gamle Nordlys Kraft (Strøm) gone, Nordlys Energi (Strøm) new → one pair.
 */
export function proposeTies(
  before: readonly Named[],
  after: readonly Named[],
  ties: readonly SeriesTie[],
): readonly { readonly name: string; readonly sameAs: string }[] {
  const keys = (list: readonly Named[]) => new Set(list.flatMap(({ name }) => [...keysOfSeries(name, ties)]))
  const [known, present] = [keys(before), keys(after)]
  const gone = before.filter(({ name }) => !present.has(nameKey(name)))
  const fresh = after.filter(({ name }) => !known.has(nameKey(name)))
  return fresh.flatMap((one) =>
    gone
      .filter((other) => other.class === one.class && shareWord(other.name, one.name))
      .map((other) => ({ name: one.name, sameAs: other.name })),
  )
}

/** Words that many names of a class have in common say nothing. */
const shortest = 4

function shareWord(a: string, b: string): boolean {
  const words = new Set(nameKey(a).split(' '))
  return nameKey(b)
    .split(' ')
    .some((word) => word.length >= shortest && words.has(word))
}
