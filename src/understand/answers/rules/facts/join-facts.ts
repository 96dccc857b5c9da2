import type { CoreFact } from './core-fact.ts'
import { sameValue } from './values.ts'

/** The facts of all languages as one list: the same fact in two languages is one, spoken of in the words of both. */
export function joinFacts(lists: readonly (readonly CoreFact[])[]): readonly CoreFact[] {
  const joined: CoreFact[] = []
  for (const fact of lists.flat()) {
    const at = joined.findIndex((known) => isSame(known, fact))
    const known = joined[at]
    if (!known) joined.push(fact)
    else
      joined[at] = {
        ...known,
        named: new Set([...known.named, ...fact.named]),
        around: new Set([...known.around, ...fact.around]),
      }
  }
  return joined
}

function isSame(a: CoreFact, b: CoreFact): boolean {
  if (a.fact.kind !== b.fact.kind) return false
  if (a.values.length === 0 || b.values.length === 0) return a.fact.value === b.fact.value
  return a.values.length === b.values.length && a.values.every((value, at) => sameValue(value, b.values[at]!))
}
