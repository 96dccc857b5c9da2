import type { FactKind } from './answer-words.ts'
import type { SharedFacts } from './text/fact-mark.ts'

/** Shared facts as JSON carries them. */
export type FactBodies = Readonly<Record<string, { readonly kind: FactKind; readonly value: string }>>

export function toShared(facts: FactBodies): SharedFacts {
  return new Map(Object.entries(facts))
}

/** Those that are named, as they are now. */
export function bodiesOf(shared: SharedFacts, names: readonly string[]): FactBodies {
  return Object.fromEntries(
    names.flatMap((name) => {
      const fact = shared.get(name)
      return fact ? [[name, { kind: fact.kind, value: fact.value }]] : []
    }),
  )
}
