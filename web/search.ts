/**
 * Filters live in the address as plain text, `?class=bank&sort=-score`: readable, shareable and the same
 * when typed by hand. Every value is a string; a route's `validateSearch` gives it its meaning.
 */
export type Search = Readonly<Record<string, string>>

/** @example readSearch('?class=bank&sort=-score') // { class: 'bank', sort: '-score' } */
export function readSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text))
}

/** The reverse; empty and absent values leave the address. */
export function writeSearch(search: Record<string, unknown>): string {
  const kept = Object.entries(search).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  const text = new URLSearchParams(kept.map(([key, value]) => [key, String(value)])).toString()
  return text === '' ? '' : `?${text}`
}
