/** The facts of a core as others are held against them: their values, and the words that tell what they are about. */

import type { Fact, SharedFacts } from '../text/fact-mark.ts'
import { lineInPlain, readRich } from '../text/rich-text.ts'
import { contentWords } from '../words/content-words.ts'
import { type Value, valuesIn } from './values.ts'

export type CoreFact = {
  readonly fact: Fact
  /** What it says, in keys. A fact without a value that can be compared is only looked for in its own words. */
  readonly values: readonly Value[]
  /** Stems of its name: a fact is spoken of where one of them stands. */
  readonly named: ReadonlySet<string>
  /** Stems of the sentence around it in the core. */
  readonly around: ReadonlySet<string>
}

/** The facts of a core's text in order; the same fact twice is one. */
export function coreFacts(body: string, shared: SharedFacts): readonly CoreFact[] {
  const facts = new Map<string, CoreFact>()
  for (const block of readRich(body, shared)) {
    const lines = 'items' in block ? block.items : [block.line]
    for (const line of lines) {
      for (const [index, piece] of line.entries()) {
        if (piece.is !== 'fact') continue
        const around = sentenceAround(line, index)
        const key = `${piece.fact.kind} ${piece.fact.name ?? ''} ${piece.fact.value}`
        const known = facts.get(key)
        facts.set(key, {
          fact: piece.fact,
          values: valuesOf(piece.fact),
          named: new Set(contentWords(piece.fact.kind === 'link' ? '' : (piece.fact.name ?? ''))),
          around: new Set([...(known?.around ?? []), ...around]),
        })
      }
    }
  }
  return [...facts.values()]
}

function valuesOf(fact: Fact): readonly Value[] {
  const found = valuesIn(fact.value)
  if (fact.kind === 'price' && found.length === 0) return valuesIn(`${fact.value} kr`)
  if (fact.kind === 'percent' && found.length === 0) return valuesIn(`${fact.value} %`)
  return found
}

/** The words of the same sentence before and after the fact. */
function sentenceAround(line: Parameters<typeof lineInPlain>[0], index: number): readonly string[] {
  const before =
    lineInPlain(line.slice(0, index))
      .split(/[.!?]\s/)
      .at(-1) ?? ''
  const after = lineInPlain(line.slice(index + 1)).split(/[.!?](?:\s|$)/)[0] ?? ''
  return contentWords(`${before} ${after}`)
}
