/**
 * Masks the texts of one contact together, so that a person has the same label in all of them, and a name that one
 * text gives away ("Hilsen Aasmund") is found in the others ("aasmund var hyggelig").
 */

import { findNames } from '../../../masking/rules/find-names.ts'
import { givenNames } from '../../../masking/rules/names/given-names.ts'
import { alsoWords, nobody } from '../../../masking/rules/names/words.ts'
import { wordsOf } from '../../../masking/rules/words-of.ts'
import { findIdentifiers, type IdentifierKind } from './find-identifiers.ts'

/** Texts by field: a comment's id, or `transcript`. */
export type Fields = Readonly<Record<string, string>>

/** A person's word about a place in a text; the last one counts. */
export type MaskByHand = {
  readonly field: string
  readonly from: number
  readonly to: number
  readonly verdict: 'mask' | 'lift'
}

export type Mask = {
  readonly from: number
  readonly to: number
  readonly kind: 'name' | IdentifierKind
  /** What stands there instead, such as `[navn 2]`. */
  readonly label: string
  readonly by: 'rule' | 'person'
}

export type MaskSetting = {
  /** Names that are no person's, such as the participant's. */
  readonly keep: readonly string[]
  readonly byHand: readonly MaskByHand[]
}

type Raw = Omit<Mask, 'label'>

/**
 * The masks of every field, in order, without overlap.
 *
 * @example masksOf({ agent: 'Kari svarte. Karis svar var bra.' }, setting).agent // two names, both [navn]
 */
export function masksOf(
  fields: Fields,
  { keep, byHand }: MaskSetting,
): Readonly<Record<string, readonly Mask[]>> {
  const kept = new Set(keep.flatMap((name) => [...name.toLowerCase().split(/\s+/)]))
  const known = knownIn(fields, kept)
  const raw = Object.entries(fields).map(([field, text]) => {
    const found: Raw[] = [
      ...findNames(text, { keep: kept, known }).map(
        (span) => ({ ...span, kind: 'name', by: 'rule' }) as const,
      ),
      ...findIdentifiers(text).map((span) => ({ ...span, by: 'rule' }) as const),
    ]
    const own = byHand.filter((one) => one.field === field && one.to <= text.length)
    return { field, text, masks: withoutOverlap(own.reduce(applied, found)) }
  })
  const labels = labelsOf(raw)
  return Object.fromEntries(
    raw.map(({ field, text, masks }) => [
      field,
      masks.map((mask) => ({ ...mask, label: labels(mask.kind, text.slice(mask.from, mask.to)) })),
    ]),
  )
}

/** The words of names found in any field, so that they are found in every other; never words that mean something. */
function knownIn(fields: Fields, keep: ReadonlySet<string>): ReadonlySet<string> {
  const words = Object.values(fields).flatMap((text) =>
    findNames(text, { keep, known: new Set() }).flatMap(({ from, to }) =>
      wordsOf(text.slice(from, to)).map(({ lower }) => lower),
    ),
  )
  const isSafe = (word: string) => word.length > 2 && !nobody.has(word) && !alsoWords.has(word)
  return new Set(words.filter(isSafe))
}

function applied(masks: readonly Raw[], hand: MaskByHand): Raw[] {
  const { from, to, verdict } = hand
  const rest = masks.filter((mask) => mask.to <= from || mask.from >= to)
  return verdict === 'lift' ? rest : [...rest, { from, to, kind: 'name', by: 'person' }]
}

function withoutOverlap(masks: readonly Raw[]): readonly Raw[] {
  const sorted = masks.toSorted((one, other) => one.from - other.from || other.to - one.to)
  return sorted.filter((mask, index) => !sorted.slice(0, index).some((before) => before.to > mask.from))
}

const nouns = { name: 'navn', phone: 'telefon', email: 'e-post', nationalId: 'fødselsnummer' } as const

/** `[navn]` where there is one person in all of the texts, else `[navn 1]`, `[navn 2]`, … in the order met. */
function labelsOf(fields: readonly { readonly text: string; readonly masks: readonly Raw[] }[]) {
  const people: Set<string>[] = []
  for (const { text, masks } of fields)
    for (const mask of masks) if (mask.kind === 'name') join(people, namesIn(text.slice(mask.from, mask.to)))
  return (kind: Mask['kind'], text: string): string => {
    if (kind !== 'name' || people.length < 2) return `[${nouns[kind]}]`
    const names = namesIn(text)
    return `[navn ${1 + people.findIndex((person) => names.some((name) => person.has(name)))}]`
  }
}

/** Whoever shares a given name, or has a name that was met before, is the same person. */
function join(people: Set<string>[], names: readonly string[]): void {
  const person = people.find((one) => one.has(names[0] ?? '') || (names.length === 1 && one.has(names[0]!)))
  if (person) for (const name of names) person.add(name)
  else people.push(new Set(names))
}

function namesIn(text: string): readonly string[] {
  const names = wordsOf(text).map(({ lower }) => {
    const bare = lower.replace(/['’]?s$/, '')
    return !givenNames.has(lower) && givenNames.has(bare) ? bare : lower
  })
  return names.length > 0 ? names : [text]
}

/** A text with its masks in place of what they hide. */
export function applyMasks(text: string, masks: readonly Pick<Mask, 'from' | 'to' | 'label'>[]): string {
  return masks.reduceRight(
    (masked, { from, to, label }) => masked.slice(0, from) + label + masked.slice(to),
    text,
  )
}

/** All fields with every mask in place. Example: { agent: 'Kari var rask.' } → { agent: '[navn] var rask.' } */
export function maskFields(fields: Fields, setting: MaskSetting): Fields {
  const masks = masksOf(fields, setting)
  return Object.fromEntries(
    Object.entries(fields).map(([field, text]) => [field, applyMasks(text, masks[field] ?? [])]),
  )
}
