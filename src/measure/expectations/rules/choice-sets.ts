/**
 * Which items stand together in each question of a best–worst survey. The statistical ideal is a balanced incomplete
 * block design: each item as often as every other, each pair as often as every other (Cochran & Cox 1957; for
 * best–worst scaling Louviere, Flynn & Marley 2015, ch. 2). Such a design exists for few numbers of items, so the sets
 * are searched for: greedily by what has been shown least, then by swaps as long as one makes the pairs more even.
 */
import { type Random, seededRandom, shuffled } from '../../../kernel/random.ts'
import { mostSets } from '../contract.ts'

export type SetPlan = {
  readonly items: number
  /** Items in a set. */
  readonly size: number
  /** Sets for each observer. */
  readonly count: number
  readonly seed: string
}

/** So many different questionnaires; together they even out what a single one cannot. */
export const setVersions = 12

/**
 * What a new survey by sets starts from: as many as let everybody meet every item three times (Orme 2005), within
 * what the questionnaire takes. Example: 14 items → 11 sets of 4.
 */
export function usualSets(items: number): { readonly size: number; readonly count: number } {
  const size = Math.min(4, items)
  return { size, count: Math.min(mostSets, Math.ceil((items * 3) / size)) }
}

/** How often each pair of items, by `lower · items + higher`, has stood together. */
type Pairs = Uint16Array

type Ground = {
  readonly plan: SetPlan
  readonly random: Random
  /** Over the versions that are there already. */
  readonly pairs: Pairs
  readonly shown: Uint16Array
}

/** A pair that stands together twice for one observer weighs more than one that does so over all observers. */
const ownWeight = 8
const tries = 3

/**
 * The sets of every version: items by their place in the list, in the order in which they are shown. Within a
 * version all items are shown equally often, give or take one. The same plan gives the same sets.
 *
 * Example: 7 items in 7 sets of 3 → every item three times and every pair once (the Fano plane).
 */
export function choiceSets(plan: SetPlan): readonly (readonly (readonly number[])[])[] {
  const random = seededRandom(`choice sets ${plan.seed}`)
  const pairs: Pairs = new Uint16Array(plan.items ** 2)
  const ground: Ground = { plan, random, pairs, shown: new Uint16Array(plan.items) }
  const places = new Uint16Array(plan.items * plan.size)
  return Array.from({ length: setVersions }, () => {
    const drawn = Array.from({ length: tries }, () => evened(ground, drawSets(ground)))
    const sets = drawn.toSorted((a, b) => costOf(ground, a) - costOf(ground, b))[0]!
    addSets(sets, ground)
    return shuffled(
      sets.map((set) => inPlaces(set, plan, places)),
      random,
    )
  })
}

/** Each next item is the one shown least, then the one that has stood least together with those in the set. */
function drawSets({ plan, random, pairs, shown }: Ground): number[][] {
  const own = { pairs: new Uint16Array(pairs.length), shown: new Uint16Array(plan.items) }
  return Array.from({ length: plan.count }, () => {
    const set: number[] = []
    while (set.length < plan.size) {
      const together = (of: Pairs, item: number) =>
        set.reduce((sum, other) => sum + of[pairAt(plan.items, item, other)]!, 0)
      const keys = (item: number) => [
        own.shown[item]!,
        together(own.pairs, item),
        together(pairs, item),
        shown[item]!,
      ]
      const left = shuffled(
        Array.from({ length: plan.items }, (_, item) => item).filter((item) => !set.includes(item)),
        random,
      )
      const next = left.map((item) => ({ item, keys: keys(item) })).toSorted(byKeys)[0]!.item
      set.push(next)
      own.shown[next]! += 1
    }
    addPairs(set, own.pairs, plan.items)
    return set
  })
}

type Keyed = { readonly keys: readonly number[] }

function byKeys(a: Keyed, b: Keyed): number {
  const at = a.keys.findIndex((key, index) => key !== b.keys[index])
  return at < 0 ? 0 : a.keys[at]! - b.keys[at]!
}

/** Swaps an item of one set with one of another as long as that makes the pairs more even. */
function evened({ plan, pairs }: Ground, sets: number[][]): number[][] {
  const own = pairsOf(sets, plan.items)
  let better = true
  while (better) {
    better = false
    for (const [one, first] of sets.entries())
      for (const second of sets.slice(one + 1))
        for (let a = 0; a < plan.size; a++)
          for (let b = 0; b < plan.size; b++)
            if (swapped({ first, second, a, b }, { own, pairs, items: plan.items })) better = true
  }
  return sets
}

type Swap = {
  readonly first: number[]
  readonly second: number[]
  readonly a: number
  readonly b: number
}
type Weighed = { readonly own: Pairs; readonly pairs: Pairs; readonly items: number }

function swapped({ first, second, a, b }: Swap, weighed: Weighed): boolean {
  const [out, into] = [first[a]!, second[b]!]
  if (first.includes(into) || second.includes(out)) return false
  const one = first.filter((item) => item !== out)
  const other = second.filter((item) => item !== into)
  const moves = [
    { item: out, set: one, by: -1 },
    { item: into, set: other, by: -1 },
    { item: into, set: one, by: 1 },
    { item: out, set: other, by: 1 },
  ]
  const change = moves.reduce((sum, move) => sum + counted(move, weighed), 0)
  if (change < 0) {
    first[a] = into
    second[b] = out
    return true
  }
  for (const move of moves) counted({ ...move, by: -move.by }, weighed)
  return false
}

type Move = { readonly item: number; readonly set: readonly number[]; readonly by: number }

/** Counts the item's pairs with a set up or down; how much that adds to the weighed squares: (n + by)² − n². */
function counted({ item, set, by }: Move, { own, pairs, items }: Weighed): number {
  let grown = 0
  for (const other of set) {
    const at = pairAt(items, item, other)
    const before = own[at]!
    grown += ownWeight * (2 * by * before + 1) + 2 * by * (before + pairs[at]!) + 1
    own[at] = before + by
  }
  return grown
}

function costOf({ plan, pairs }: Ground, sets: readonly (readonly number[])[]): number {
  return pairsOf(sets, plan.items).reduce(
    (sum, own, at) => sum + ownWeight * own ** 2 + (own + pairs[at]!) ** 2,
    0,
  )
}

function addSets(sets: readonly (readonly number[])[], { plan, pairs, shown }: Ground): void {
  for (const set of sets) {
    addPairs(set, pairs, plan.items)
    for (const item of set) shown[item]! += 1
  }
}

/** The order in which a set is shown, so that every item stands in every place about as often. */
function inPlaces(set: readonly number[], { size }: SetPlan, places: Uint16Array): readonly number[] {
  const stood = (item: number, place: number) => places[item * size + place]!
  const cost = (order: readonly number[]) => order.reduce((sum, item, at) => sum + stood(item, at), 0)
  const best = ordersOf(set).reduce((least, order) => (cost(order) < cost(least) ? order : least))
  for (const [place, item] of best.entries()) places[item * size + place]! += 1
  return best
}

function ordersOf(items: readonly number[]): readonly (readonly number[])[] {
  if (items.length < 2) return [items]
  return items.flatMap((first) =>
    ordersOf(items.filter((item) => item !== first)).map((rest) => [first, ...rest]),
  )
}

function pairsOf(sets: readonly (readonly number[])[], items: number): Pairs {
  const pairs: Pairs = new Uint16Array(items ** 2)
  for (const set of sets) addPairs(set, pairs, items)
  return pairs
}

function addPairs(set: readonly number[], pairs: Pairs, items: number): void {
  for (const [place, item] of set.entries())
    for (const other of set.slice(place + 1)) pairs[pairAt(items, item, other)]! += 1
}

const pairAt = (items: number, a: number, b: number) => Math.min(a, b) * items + Math.max(a, b)
