/**
 * Which names are one centre or one class over the editions: equal ones, apart from case and spaces, and those
 * that the organiser has tied together after a new name.
 */
import { nameKey } from '../../participants/rules/import/read-import.ts'

export type SeriesTie = { readonly nameKey: string; readonly sameAsKey: string }

/**
 * All keys of the series that a name belongs to, its own included.
 *
 * @example keysOfSeries('Nye Kraft', [{ nameKey: 'nye kraft', sameAsKey: 'gamle kraft' }]) // nye kraft, gamle kraft
 */
export function keysOfSeries(name: string, ties: readonly SeriesTie[]): ReadonlySet<string> {
  const keys = new Set([nameKey(name)])
  // A set that grows while it is walked visits what is added.
  for (const key of keys) {
    for (const tie of ties) {
      if (tie.nameKey === key) keys.add(tie.sameAsKey)
      if (tie.sameAsKey === key) keys.add(tie.nameKey)
    }
  }
  return keys
}
