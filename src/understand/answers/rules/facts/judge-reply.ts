/**
 * A reply from the log against the facts of the core answer to its topic (U4.4). A number in another context must not
 * count as a contradiction: a value contradicts a fact only when it is of the same kind and unit, is none of the
 * core's own values, is not told as what was before, and stands near the fact's own words.
 */
import { contentWords } from '../words/content-words.ts'
import { plainWord, wordsIn } from '../words/normal-word.ts'
import type { CoreFact } from './core-fact.ts'
import { comparable, sameValue, type Value, valuesIn } from './values.ts'

export type FactVerdict = 'agrees' | 'contradicts' | 'absent'
/** What a reply does: contradicts at least one fact; else tells at least one; else none. */
export type ReplyVerdict = 'agrees' | 'contradicts' | 'lacks'

export type JudgedReply = {
  readonly verdict: ReplyVerdict
  readonly facts: readonly { readonly is: FactVerdict; readonly found: readonly string[] }[]
}

/** How many words away the fact's own words may stand. */
const reach = 8

/** @param core the core's text without marks, in every language that it has */
export function judgeReply(facts: readonly CoreFact[], core: string, reply: string): JudgedReply {
  return judgeAgainst(facts, valuesIn(core), reply)
}

/** The same with the core's values read once, for many replies. */
export function judgeAgainst(facts: readonly CoreFact[], own: readonly Value[], reply: string): JudgedReply {
  const there = valuesIn(reply)
  const judged = facts.map((fact) => judgeFact(fact, { own, there, reply }))
  const verdict = judged.some(({ is }) => is === 'contradicts')
    ? 'contradicts'
    : judged.some(({ is }) => is === 'agrees')
      ? 'agrees'
      : 'lacks'
  return { verdict, facts: judged }
}

type Reply = { readonly own: readonly Value[]; readonly there: readonly Value[]; readonly reply: string }

function judgeFact(fact: CoreFact, { own, there, reply }: Reply): JudgedReply['facts'][number] {
  const told = fact.values.some((value) => there.some((each) => sameValue(value, each)))
  const others = there.filter(
    (value) =>
      fact.values.some((mine) => comparable(mine, value)) &&
      !own.some((known) => sameValue(known, value)) &&
      speaksOf(fact, value, reply),
  )
  if (others.length > 0) return { is: 'contradicts', found: others.map(({ text }) => text.trim()) }
  if (told) return { is: 'agrees', found: [] }
  const inWords = fact.values.length === 0 && reply.toLowerCase().includes(fact.fact.value.toLowerCase())
  return { is: inWords ? 'agrees' : 'absent', found: [] }
}

/** One of the fact's own words near by, or two of the core's sentence; for a link or a number to call, its own kind is enough of neither. */
function speaksOf(fact: CoreFact, value: Value, reply: string): boolean {
  const { before, after } = clauseAround(reply, value)
  if (isOfBefore(before)) return false
  const near = new Set([
    ...contentWords(before.slice(-reach).join(' ')),
    ...contentWords(after.slice(0, reach).join(' ')),
  ])
  if ([...fact.named].some((word) => near.has(word) || isPartOf(word, near))) return true
  return fact.named.size === 0 && [...fact.around].filter((word) => near.has(word)).length >= 2
}

/** "gebyret" speaks of "purregebyr": a compound's last part stands for it. */
function isPartOf(word: string, near: ReadonlySet<string>): boolean {
  return [...near].some((each) => each.length >= 4 && word.length > each.length + 2 && word.endsWith(each))
}

type Clause = { readonly before: readonly string[]; readonly after: readonly string[] }

/** The words of the same sentence on each side of the value. */
function clauseAround(reply: string, { from, to }: Value): Clause {
  const before =
    reply
      .slice(0, from)
      .split(/[!?\n;]|\.(?=\s+\p{Lu})/u)
      .at(-1) ?? ''
  const after = reply.slice(to).split(/[!?\n;]|\.(?:\s|$)/)[0] ?? ''
  return { before: wordsIn(before), after: wordsIn(after) }
}

const past = new Set(
  [
    'var',
    'tidligere',
    'tidlegare',
    'før',
    'fram',
    'pleide',
    'pla',
    'was',
    'used',
    'earlier',
    'previously',
    'gamle',
    'forrige',
    'førre',
  ].map(plainWord),
)

/** "Gebyret var 49 kr": what was before contradicts nothing. */
function isOfBefore(before: readonly string[]): boolean {
  return before.slice(-4).some((word) => past.has(plainWord(word)))
}
