/**
 * Masking at the door (U1.5): what points at a person is replaced before a text is kept. The tokens are fixed words,
 * so that grouping by topic can treat each as one word. docs/methods/masking-at-the-door.md.
 */
import type { NameKnowledge } from '../../../../masking/rules/find-names.ts'
import { findPersonal } from '../../../../masking/rules/find-personal.ts'
import { type PersonalKind, personalKinds } from '../../../../masking/rules/span.ts'
import { maskTokens } from '../../../../masking/rules/tokens.ts'

export type MaskCounts = Readonly<Record<PersonalKind, number>>

export type DoorSetting = {
  /** Names that are masked wherever they stand, such as those of the agents; in any case of letters. */
  readonly names?: readonly string[]
  /** Names that are nobody's, such as the organisation's own. */
  readonly keep?: readonly string[]
}

export type MaskedText = { readonly text: string; readonly counts: MaskCounts }

export const noMasks: MaskCounts = Object.fromEntries(personalKinds.map((kind) => [kind, 0])) as Record<
  PersonalKind,
  number
>

export function addMasks(one: MaskCounts, other: MaskCounts): MaskCounts {
  return Object.fromEntries(personalKinds.map((kind) => [kind, one[kind] + other[kind]])) as Record<
    PersonalKind,
    number
  >
}

/**
 * A function that masks texts with the setting worked out once.
 *
 * @example maskAtTheDoor({})('Kari, tlf 912 34 567').text // '[navn], tlf [telefon]'
 */
export function maskAtTheDoor({ names = [], keep = [] }: DoorSetting): (text: string) => MaskedText {
  const knowledge = { known: wordsIn(names), keep: wordsIn(keep) }
  return (text) => {
    let masked = maskOnce(text, knowledge)
    const counts = { ...masked.counts }
    // What hid a second find, such as digits right before it, may be gone once the first one is.
    for (let round = 0; round < mostRounds && masked.found > 0; round++) {
      masked = maskOnce(masked.text, knowledge)
      for (const kind of personalKinds) counts[kind] += masked.counts[kind]
    }
    return { text: masked.text, counts }
  }
}

const mostRounds = 4

function maskOnce(text: string, knowledge: NameKnowledge) {
  const counts = { ...noMasks }
  const spans = findPersonal(text, knowledge)
  let masked = ''
  let at = 0
  for (const { from, to, kind } of spans) {
    masked += text.slice(at, from) + maskTokens[kind]
    counts[kind] += 1
    at = to
  }
  return { text: masked + text.slice(at), counts, found: spans.length }
}

const wordsIn = (names: readonly string[]): ReadonlySet<string> =>
  new Set(names.flatMap((name) => name.toLowerCase().split(/\s+/)).filter((word) => word.length > 1))
