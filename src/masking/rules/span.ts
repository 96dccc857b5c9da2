/** What points at a person, by what it is; in this order where two of one length are about the same place. */
export const personalKinds = [
  'nationalId',
  'card',
  'iban',
  'account',
  'email',
  'link',
  'customerNumber',
  'passport',
  'birthDate',
  'address',
  'phone',
  'ip',
  'organisationNumber',
  'plate',
  'name',
] as const
export type PersonalKind = (typeof personalKinds)[number]

/** From the first character to the one after the last. */
export type Span = { readonly from: number; readonly to: number; readonly kind: PersonalKind }

const rank = new Map(personalKinds.map((kind, index) => [kind, index]))

/**
 * Spans that touch the same characters as one, of the kind of the longest, so that nothing that was found is left half
 * visible; in order of place.
 *
 * @example joined([{ from: 0, to: 4, kind: 'name' }, { from: 2, to: 9, kind: 'email' }]) // 0–9, email
 */
export function joined(spans: readonly Span[]): readonly Span[] {
  const clusters: { from: number; to: number; best: Span }[] = []
  for (const span of spans.toSorted((one, other) => one.from - other.from || other.to - one.to)) {
    const last = clusters.at(-1)
    if (last && span.from < last.to) {
      last.to = Math.max(last.to, span.to)
      if (isSurer(span, last.best)) last.best = span
    } else if (span.to > span.from) clusters.push({ from: span.from, to: span.to, best: span })
  }
  return clusters.map(({ from, to, best }) => ({ from, to, kind: best.kind }))
}

function isSurer(one: Span, other: Span): boolean {
  const longer = one.to - one.from - (other.to - other.from)
  return longer === 0 ? rank.get(one.kind)! < rank.get(other.kind)! : longer > 0
}
