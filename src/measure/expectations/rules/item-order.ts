import { seededRandom, shuffled } from '../../../kernel/random.ts'

/**
 * The items in an order of each person's own, the same every time that person looks: what stands first is chosen
 * more often, and so no item may stand first for all.
 */
export function itemOrder<Item>(items: readonly Item[], seed: string): Item[] {
  return shuffled(items, seededRandom(seed))
}
