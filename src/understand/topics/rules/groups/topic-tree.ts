/** A shallow tree: topics that are near each other stand under one heading. Two levels, never more. */
import { type Dense, pickRows } from '../matrix/dense.ts'
import { cutTree, wardTree } from '../matrix/ward.ts'
import type { Grouped } from './class-words.ts'

export type TreeInput = Grouped & {
  /** One row per group: the middle of its texts. */
  readonly middles: Dense
  /** How many texts (or enquiries) each group has. */
  readonly sizes: ArrayLike<number>
  readonly labels: readonly string[]
  readonly wordTerms: readonly string[]
}

export type TreeBranch = { readonly name: string; readonly groups: readonly number[] }

/** With fewer topics than this a list is clear enough. */
const fewestTopics = 8

/**
 * The headings, largest first, each with its topics, largest first. Every group with texts stands under exactly one.
 * Made by parting in two, again and again, where Ward's tree parts, the heading with the most topics, until none has
 * more than one and a half times the square root of all.
 */
export function topicTree(input: TreeInput): TreeBranch[] {
  const { groups, sizes, labels } = input
  const used = [...new Array(groups).keys()].filter((group) => sizes[group]! > 0)
  const bySize = (a: number, b: number) => sizes[b]! - sizes[a]! || a - b
  if (used.length < fewestTopics)
    return used.sort(bySize).map((group) => ({ name: labels[group]!, groups: [group] }))
  const branches = parted(input, used).map((branch) => branch.sort(bySize))
  const total = (branch: readonly number[]) => branch.reduce((sum, group) => sum + sizes[group]!, 0)
  return named(
    input,
    branches.sort((a, b) => total(b) - total(a) || a[0]! - b[0]!),
  )
}

function parted({ middles, sizes }: TreeInput, used: readonly number[]): number[][] {
  const most = Math.max(4, Math.ceil(1.5 * Math.sqrt(used.length)))
  const branches = [[...used]]
  for (;;) {
    const largest = branches.reduce(
      (best, branch, at) => (branch.length > branches[best]!.length ? at : best),
      0,
    )
    const branch = branches[largest]!
    if (branch.length <= most && branches.length > 1) return branches
    const weights = Float64Array.from(branch, (group) => sizes[group]!)
    const cut = cutTree(wardTree(pickRows(middles, branch), weights), 2)
    const [one, other] = [0, 1].map((side) => branch.filter((_, at) => cut[at] === side))
    branches.splice(largest, 1, one!, other!)
  }
}

/** A word stands for a topic when so many of the topic's texts have it. */
const standing = 0.15

/**
 * The words that stand for most of a branch's topics and for few others; a branch of one topic has the topic's own
 * name, one whose topics share no word the first words of its largest topics.
 */
function named(input: TreeInput, branches: readonly (readonly number[])[]): TreeBranch[] {
  const words = standingWords(input)
  const topicsWith = new Map<number, number>()
  for (const own of words)
    for (const word of own.keys()) topicsWith.set(word, (topicsWith.get(word) ?? 0) + 1)
  const taken = new Set<string>()
  return branches.map((groups) => {
    const name =
      groups.length === 1 ? input.labels[groups[0]!]! : headingOf(groups, words, { input, topicsWith, taken })
    taken.add(name)
    return { name, groups }
  })
}

/** Per group, the words that stand for it with the share of its texts that have them. */
function standingWords({ words, group, groups }: TreeInput): Map<number, number>[] {
  const sizes = new Float64Array(groups)
  const shares = Array.from({ length: groups }, () => new Map<number, number>())
  for (let text = 0; text < words.rows; text++) {
    const of = group[text]!
    if (!(of >= 0 && of < groups)) continue
    sizes[of]! += 1
    for (let place = words.start[text]!; place < words.start[text + 1]!; place++)
      shares[of]!.set(words.index[place]!, (shares[of]!.get(words.index[place]!) ?? 0) + 1)
  }
  for (const [of, own] of shares.entries())
    for (const [word, count] of own)
      if (count < standing * sizes[of]!) own.delete(word)
      else own.set(word, count / sizes[of]!)
  return shares
}

type Naming = {
  readonly input: TreeInput
  readonly topicsWith: ReadonlyMap<number, number>
  readonly taken: ReadonlySet<string>
}

function headingOf(
  branch: readonly number[],
  words: readonly ReadonlyMap<number, number>[],
  { input, topicsWith, taken }: Naming,
): string {
  const scores = new Map<number, number>()
  for (const group of branch) {
    for (const [word, share] of words[group]!) {
      const rarity = Math.log((1 + input.groups) / (1 + topicsWith.get(word)!))
      scores.set(word, (scores.get(word) ?? 0) + rarity * share)
    }
  }
  const ranked = [...scores]
    .sort(([one, a], [other, b]) => b - a || one - other)
    .map(([word]) => input.wordTerms[word]!)
    .filter((word) => word.length > 2 && /^\p{L}+$/u.test(word))
  const [first] = ranked
  if (first === undefined) return input.labels[branch[0]!]!
  for (const second of ranked.slice(1)) {
    // Two forms of one word tell no more than one of them.
    const name = `${capital(first)}, ${second}`
    if (!sameStem(first, second) && !taken.has(name)) return name
  }
  return taken.has(capital(first)) ? input.labels[branch[0]!]! : capital(first)
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

function sameStem(one: string, other: string): boolean {
  const shared = Math.max(4, Math.min(one.length, other.length) - 2)
  return one.slice(0, shared) === other.slice(0, shared)
}
