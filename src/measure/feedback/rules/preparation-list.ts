/** Which items stand on an edition's list: its own, and what the editions it was copied from left open. */
import type { PreparationState } from '../contract.ts'

type Lineage = { readonly editionId: string; readonly copiedFrom: string | null }
type Listed = {
  readonly editionId: string
  readonly state: PreparationState
  /** The edition in whose list it was settled. */
  readonly settledIn: string | null
}

/** The edition and those it was copied from, the nearest first. */
export function lineOf(editionId: string, editions: readonly Lineage[]): readonly string[] {
  const from = new Map(editions.map((edition) => [edition.editionId, edition.copiedFrom]))
  const line: string[] = []
  for (
    let next: string | null = editionId;
    next !== null && !line.includes(next);
    next = from.get(next) ?? null
  )
    line.push(next)
  return line
}

/**
 * Items of the list of one edition. What came up in an edition that it was copied from stands there while it is open,
 * and stays where it was settled. Example: came up in 2026, open → on the lists of 2026 and of 2027, its copy.
 */
export function listFor<Item extends Listed>(
  editionId: string,
  editions: readonly Lineage[],
  items: readonly Item[],
): readonly Item[] {
  const line = new Set(lineOf(editionId, editions))
  return items.filter(
    (item) =>
      line.has(item.editionId) &&
      (item.editionId === editionId || item.state === 'open' || item.settledIn === editionId),
  )
}

type Dated = { readonly state: PreparationState; readonly dueOn: string | null; readonly createdAt: string }

/** Open ones first, by their day; those without a day after them; then what is settled. */
export function inOrderOfDay<Item extends Dated>(items: readonly Item[]): Item[] {
  const key = ({ state, dueOn, createdAt }: Item) =>
    `${state === 'open' ? 0 : 1} ${dueOn ?? '9999-12-31'} ${createdAt}`
  return items.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
}
