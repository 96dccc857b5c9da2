/** How many of the marked names are found, and how many finds are nobody. */
import { findNames } from '../../../../masking/rules/find-names.ts'

export type SentenceScore = {
  readonly names: number
  readonly found: number
  readonly falseAlarms: number
  readonly sentences: number
  readonly missed: readonly string[]
  readonly alarms: readonly string[]
}

type Span = { readonly from: number; readonly to: number }

/** The text without its marks, and the places of the names. */
export function readMarked(marked: string): { readonly text: string; readonly names: readonly Span[] } {
  const names: Span[] = []
  let text = ''
  let from = 0
  for (const character of marked) {
    if (character === '⟦') from = text.length
    else if (character === '⟧') names.push({ from, to: text.length })
    else text += character
  }
  return { text, names }
}

/** A name is found when it is covered, whatever its genitive; a find that touches no name is a false alarm. */
export function scoreSentences(sentences: readonly string[]): SentenceScore {
  const read = sentences.map(readMarked).map((one) => ({ ...one, found: findNames(one.text) }))
  const missed = read.flatMap(({ text, names, found }) =>
    names
      .filter(({ from, to }) => !found.some((span) => span.from <= from && span.to >= to - 1))
      .map(({ from, to }) => `${text.slice(from, to)} in: ${text}`),
  )
  const alarms = read.flatMap(({ text, names, found }) =>
    found
      .filter((span) => !names.some(({ from, to }) => span.from < to && span.to > from))
      .map(({ from, to }) => `${text.slice(from, to)} in: ${text}`),
  )
  const names = read.reduce((sum, one) => sum + one.names.length, 0)
  return {
    sentences: sentences.length,
    names,
    found: names - missed.length,
    falseAlarms: alarms.length,
    missed,
    alarms,
  }
}
