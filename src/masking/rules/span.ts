/** What points at a person, by what it is; in this order where two say something about the same place. */
export const personalKinds = [
  'nationalId',
  'card',
  'iban',
  'account',
  'email',
  'link',
  'ip',
  'customerNumber',
  'passport',
  'birthDate',
  'address',
  'phone',
  'organisationNumber',
  'plate',
  'name',
] as const
export type PersonalKind = (typeof personalKinds)[number]

/** From the first character to the one after the last. */
export type Span = { readonly from: number; readonly to: number; readonly kind: PersonalKind }

const rank = new Map(personalKinds.map((kind, index) => [kind, index]))

/**
 * Spans that touch the same characters as one, of the kind that comes first in the list, so that nothing that was
 * found is left half visible; in order of place.
 *
 * @example joined([{ from: 0, to: 4, kind: 'name' }, { from: 2, to: 9, kind: 'email' }]) // 0–9, email
 */
export function joined(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = []
  for (const span of spans.toSorted((one, other) => one.from - other.from || other.to - one.to)) {
    const last = result.at(-1)
    if (last && span.from < last.to) result[result.length - 1] = union(last, span)
    else if (span.to > span.from) result.push(span)
  }
  return result
}

function union(one: Span, other: Span): Span {
  const kind = rank.get(one.kind)! <= rank.get(other.kind)! ? one.kind : other.kind
  return { from: one.from, to: Math.max(one.to, other.to), kind }
}
