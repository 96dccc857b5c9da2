/**
 * A channel version against the facts of its core: each fact is there, is missing, or stands there with another value.
 * What has the same kind of value near the same words, and another value than any in the core, is another value.
 */
import { contentWords } from '../words/content-words.ts'
import type { CoreFact } from './core-fact.ts'
import { comparable, sameValue, type Value, valuesIn } from './values.ts'

export type FactFinding = {
  readonly name: string | null
  readonly kind: CoreFact['fact']['kind']
  readonly expected: string
  readonly is: 'agrees' | 'missing' | 'differs'
  /** What stands there instead. */
  readonly found: readonly string[]
}

/**
 * @param core the core's own text without marks: a value that it holds anywhere is not another value
 * @param text the version's text without marks
 */
export function checkFacts(facts: readonly CoreFact[], core: string, text: string): readonly FactFinding[] {
  const own = valuesIn(core)
  const there = valuesIn(text)
  const foreign = there.filter((value) => !own.some((known) => sameValue(known, value)))
  return facts.map((fact) => {
    const present = isPresent(fact, there, text)
    const others = foreign.filter((value) => isAbout(fact, value, text, present))
    const is = others.length > 0 ? 'differs' : present ? 'agrees' : 'missing'
    const { name, kind, value } = fact.fact
    return { name, kind, expected: value, is, found: others.map((other) => other.text.trim()) }
  })
}

function isPresent({ fact, values }: CoreFact, there: readonly Value[], text: string): boolean {
  if (values.length === 0) return text.toLowerCase().includes(fact.value.toLowerCase())
  return values.every((value) => there.some((each) => sameValue(value, each)))
}

/**
 * A value of the fact's kind that the core does not hold is about the fact when the fact itself is absent, or when
 * the words around the value are those around the fact.
 */
function isAbout(fact: CoreFact, value: Value, text: string, present: boolean): boolean {
  if (!fact.values.some((own) => comparable(own, value))) return false
  if (!present) return true
  const near = contentWords(text.slice(Math.max(0, value.from - 60), value.to + 60))
  return near.some((word) => fact.named.has(word))
}

/** Wrong is what differs; what is missing is a matter of completeness. */
export function isWrong(findings: readonly FactFinding[]): boolean {
  return findings.some(({ is }) => is === 'differs')
}
