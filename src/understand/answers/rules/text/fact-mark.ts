/**
 * Facts inside a text: `{{pris: 249 kr}}`, `{{pris purregebyr: 35 kr}}` with a name, and `{{=purregebyr}}` for a fact
 * that the organisation keeps in one place.
 */
import type { FactKind } from '../answer-words.ts'

/** A fact as it is written in a text. `name` is null for one that has none. */
export type Fact = {
  readonly kind: FactKind
  readonly name: string | null
  readonly value: string
  /** Kept in one place, under its name. */
  readonly shared: boolean
}

/** The shared facts of an organisation by name. */
export type SharedFacts = ReadonlyMap<string, { readonly kind: FactKind; readonly value: string }>

export type Mark = { readonly from: number; readonly to: number } & (
  | { readonly is: 'fact'; readonly fact: Fact }
  | { readonly is: 'reference'; readonly name: string }
  | { readonly is: 'broken'; readonly text: string }
)

/** The words for each kind in the three languages, the first being the one that is written. */
const kindWords: Readonly<Record<FactKind, readonly string[]>> = {
  price: ['pris', 'price', 'beløp', 'amount'],
  percent: ['prosent', 'percent'],
  date: ['dato', 'frist', 'date'],
  number: ['tall', 'tal', 'number'],
  link: ['lenke', 'lenkje', 'link'],
  phone: ['telefon', 'phone', 'tlf'],
}

const kindOf = new Map(
  Object.entries(kindWords).flatMap(([kind, words]) => words.map((word) => [word, kind as FactKind])),
)

/** As facts are referred to: lower case, one space between words. */
export function factName(name: string): string {
  return name.trim().toLowerCase().replaceAll(/\s+/g, ' ')
}

const marks = /\{\{([^{}]*)\}\}/g

/** Every mark of the text in order; one that cannot be read is `broken`. */
export function readMarks(text: string): readonly Mark[] {
  return [...text.matchAll(marks)].map((match) => {
    const from = match.index
    const place = { from, to: from + match[0].length }
    return { ...place, ...readMark(match[1] ?? '', match[0]) }
  })
}

type Read =
  | { readonly is: 'fact'; readonly fact: Fact }
  | { readonly is: 'reference'; readonly name: string }
  | { readonly is: 'broken'; readonly text: string }

function readMark(inside: string, whole: string): Read {
  const reference = /^\s*=\s*(.+?)\s*$/.exec(inside)?.[1]
  if (reference !== undefined) return { is: 'reference', name: factName(reference) }
  const [, word = '', rest = '', value = ''] = /^\s*(\S+?)(?:\s+([^:]*?))?\s*:\s*(.+?)\s*$/.exec(inside) ?? []
  const kind = kindOf.get(word.toLowerCase())
  if (kind === undefined) return { is: 'broken', text: whole }
  return { is: 'fact', fact: { kind, name: rest === '' ? null : factName(rest), value, shared: false } }
}

/** A fact as it is written in a text: the reverse of `readMarks`. */
export function writeMark({ kind, name, value, shared }: Fact): string {
  if (shared && name !== null) return `{{=${name}}}`
  return `{{${kindWords[kind][0]}${name === null ? '' : ` ${name}`}: ${value}}}`
}

/** The names of the shared facts that a text refers to. */
export function referencesOf(text: string): readonly string[] {
  return [...new Set(readMarks(text).flatMap((mark) => (mark.is === 'reference' ? [mark.name] : [])))]
}

/** The facts of a text in order; a reference to nothing is left out. */
export function factsOf(text: string, shared: SharedFacts): readonly Fact[] {
  return readMarks(text).flatMap((mark) => {
    const fact = factBehind(mark, shared)
    return fact ? [fact] : []
  })
}

export function factBehind(mark: Mark, shared: SharedFacts): Fact | undefined {
  if (mark.is === 'fact') return mark.fact
  if (mark.is === 'broken') return undefined
  const known = shared.get(mark.name)
  return known && { ...known, name: mark.name, shared: true }
}
