/** A shallow tree: topics that are near each other stand under one heading. Two levels, never more. */
import type { Dense } from '../matrix/dense.ts'
import { cutTree, wardTree } from '../matrix/ward.ts'
import { type ClassWords, classWords, type Grouped, topWords } from './class-words.ts'

export type TreeInput = Grouped & {
  /** One row per group: the middle of its texts. */
  readonly middles: Dense
  readonly sizes: ArrayLike<number>
  readonly labels: readonly string[]
  readonly wordTerms: readonly string[]
}

export type TreeBranch = { readonly name: string; readonly groups: readonly number[] }

/** With fewer topics than this a list is clear enough. */
const fewestTopics = 8

/**
 * The headings, largest first, each with its topics, largest first. Every group with texts stands under exactly one.
 * There are as many headings as the Ward tree offers at its clearest cut (where the next joining costs most beside the
 * one before) between a sixth of the topics and their square root.
 */
export function topicTree(input: TreeInput): TreeBranch[] {
  const { groups, sizes, labels } = input
  const used = [...new Array(groups).keys()].filter((group) => sizes[group]! > 0)
  const bySize = (a: number, b: number) => sizes[b]! - sizes[a]! || a - b
  if (used.length < fewestTopics)
    return used.sort(bySize).map((group) => ({ name: labels[group]!, groups: [group] }))
  const tree = wardTree(input.middles, Float64Array.from(sizes))
  const count = clearestCut(tree.cost, used.length)
  const cut = cutTree(tree, count)
  const branches = new Map<number, number[]>()
  for (const group of used) branches.set(cut[group]!, [...(branches.get(cut[group]!) ?? []), group])
  const total = (branch: readonly number[]) => branch.reduce((sum, group) => sum + sizes[group]!, 0)
  const ordered = [...branches.values()]
    .map((branch) => branch.sort(bySize))
    .sort((a, b) => total(b) - total(a) || a[0]! - b[0]!)
  return named(input, ordered)
}

function clearestCut(cost: Float64Array, used: number): number {
  const least = Math.max(2, Math.floor(used / 6))
  const most = Math.max(least, Math.ceil(Math.sqrt(used) * 1.5))
  let [best, clearest] = [Math.min(least, most), 0]
  for (let count = Math.min(least, most); count <= Math.max(least, most); count++) {
    // Merge number used − count leaves `count` groups less one; the one before it leaves `count`.
    const [next, last] = [cost[used - count] ?? 0, cost[used - count - 1] ?? 0]
    const jump = last > 0 ? next / last : 0
    if (jump > clearest) [best, clearest] = [count, jump]
  }
  return best
}

/** The two words that set a branch apart; a branch of one topic has the topic's own name. */
function named(input: TreeInput, branches: readonly (readonly number[])[]): TreeBranch[] {
  const branchOf = new Map(branches.flatMap((branch, at) => branch.map((group) => [group, at] as const)))
  const group = Int32Array.from(
    { length: input.words.rows },
    (_, text) => branchOf.get(input.group[text]!) ?? -1,
  )
  const classes = classWords({ words: input.words, group, groups: branches.length })
  const taken = new Set<string>()
  return branches.map((groups, at) => {
    const name =
      groups.length === 1 ? input.labels[groups[0]!]! : headingOf(classes, at, input.wordTerms, taken)
    taken.add(name)
    return { name, groups }
  })
}

function headingOf(
  { weights }: ClassWords,
  branch: number,
  terms: readonly string[],
  taken: ReadonlySet<string>,
): string {
  const words = topWords(weights[branch]!, 12)
    .map((word) => terms[word]!)
    .filter((word) => word.length > 2 && /^\p{L}+$/u.test(word))
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
  for (let second = 1; second < words.length; second++) {
    // Two forms of one word tell no more than one of them.
    if (sameStem(words[0]!, words[second]!)) continue
    const name = `${capital(words[0]!)}, ${words[second]}`
    if (!taken.has(name)) return name
  }
  return capital(words[0] ?? `${branch + 1}`)
}

function sameStem(one: string, other: string): boolean {
  const shared = Math.max(4, Math.min(one.length, other.length) - 2)
  return one.slice(0, shared) === other.slice(0, shared)
}
