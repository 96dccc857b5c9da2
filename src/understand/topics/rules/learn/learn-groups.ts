/** From features to groups: four views, each grouped by itself; what they agree on; and a classifier's last word. */
import { type Dense, zeros } from '../matrix/dense.ts'
import { fineGroups, type Grouping } from '../matrix/k-means.ts'
import { cutTree } from '../matrix/ward.ts'
import type { TextFeatures } from '../text/text-features.ts'
import { type Parts, partsOf } from './confirmed-parts.ts'
import { consensus } from './consensus.ts'
import { type FineTree, group, treeOf } from './group.ts'
import type { Neighbours } from './nearest.ts'
import { doubtedAgreement, sharpnessFor } from './nearest-groups.ts'
import { likeliest, type Posterior } from './posterior.ts'
import { type Scorer, scorerOf, scoresOf } from './relabel.ts'
import { type Representations, represent } from './representations.ts'
import { productBy, type Runner } from './row-work.ts'
import { settle } from './settle.ts'
import { topicCount } from './topic-count.ts'
import type { View } from './view.ts'

export type LearnOptions = {
  readonly topics: number | 'auto'
  /** With 'auto': from 0, few large topics, to 1, many small ones. */
  readonly fineness?: number | undefined
  readonly run: Runner
  readonly seed: number
  /** The group of a text that a person has confirmed, or −1. Confirmed groups are numbered from 0 without gaps. */
  readonly fixed?: Int32Array | undefined
  /** Called before each step; throws to stop. */
  readonly step: (name: string) => void
}

export type Learned = {
  readonly groups: number
  /** Of each text. */
  readonly group: Uint32Array
  /** texts × groups: what the classifier says. */
  readonly scores: Dense
  readonly scorer: Scorer
  /** Factor of the scores in a softmax that tells how certain a group is. */
  readonly sharpness: number
  readonly vectors: Dense
  readonly diffused: Dense
  readonly consensus: Dense
  readonly neighbours: Neighbours
  readonly tree: FineTree
}

export function learnGroups(features: TextFeatures, options: LearnOptions): Learned {
  const { run, seed, fixed, step } = options
  const views = represent(features, { run, seed, step })
  step('number of topics')
  const fine = fineOf(views.joint, options)
  const free = treeOf(views.joint.diffused, fine)
  const wanted = wantedGroups(options, free, views.joint.diffused.rows)
  const parts = fixed && partsOf(fixed, cutOf(free, wanted))
  const settings = { ...sizesOf(wanted, parts), seed, run, fixed: parts?.part }
  const posteriors = viewsThatVote(views).map((view, place) => {
    step(`view ${place + 1}`)
    const drawn = { ...settings, seed: seed + place }
    return settle(features.words, view.vectors, group(view.diffused, drawn), settings)
  })
  step('consensus')
  const agreed = consensus(posteriors, run, seed)
  const posterior = settle(features.words, views.joint.vectors, group(agreed, settings), settings)
  step('classifier')
  const { scorer, scores, labels } = relabel(features, posterior, settings)
  return {
    groups: scorer.groups,
    group: labels,
    scores,
    scorer,
    sharpness: sharpnessFor(scores, doubtedAgreement(posteriors, labels, scorer.groups)),
    vectors: views.joint.vectors,
    diffused: views.joint.diffused,
    consensus: agreed,
    neighbours: views.joint.neighbours,
    tree: parts ? treeOf(views.joint.diffused, fine, parts.part) : free,
  }
}

/** How many groups are learned, and which group of the result each of them is. */
type Sizes = { readonly groups: number; readonly groupOf: Uint32Array; readonly results: number }

/** Parts of confirmed groups come first, as what they are parts of; the others follow, one for one. */
function sizesOf(wanted: number, parts: Parts | undefined): Sizes {
  const made = parts?.groupOf ?? []
  const confirmed = made.reduce((most, group) => Math.max(most, group + 1), 0)
  const results = Math.max(wanted, confirmed)
  const others = Array.from({ length: results - confirmed }, (_, at) => confirmed + at)
  const groupOf = Uint32Array.from([...made, ...others])
  return { groups: groupOf.length, groupOf, results }
}

function cutOf({ fine, tree }: FineTree, groups: number): Uint32Array {
  const cut = cutTree(tree, groups)
  return fine.map((leaf) => cut[leaf]!)
}

/** Below so many different texts pairs of words recur too seldom to be trusted alone. */
const smallLog = 5000

/**
 * In a large log the richest view votes twice, from two draws, beside one without pairs; in a small one, or one in
 * many dialects, the plainer views keep it from seeing what is not there.
 */
function viewsThatVote({ plain, nearby, joint, further }: Representations): View[] {
  return joint.vectors.rows < smallLog ? [plain, nearby, joint, further] : [joint, joint, further]
}

const leastTexts = 2

/**
 * Leaves of the tree that the number of topics is read off and that can be cut coarser or finer. In a small log two
 * texts make a leaf: with fewer leaves the costs are still falling where the tree ends, and no bend is to be seen.
 */
function fineOf({ diffused }: View, { topics, run, seed }: LearnOptions): Grouping {
  const most = topics === 'auto' ? 600 : Math.max(300, 2 * topics)
  const count = Math.max(1, Math.min(most, Math.floor(diffused.rows / leastTexts)))
  return fineGroups(diffused, count, { seed, closest: run })
}

function wantedGroups({ topics, fineness }: LearnOptions, { tree }: FineTree, texts: number): number {
  return topics === 'auto' ? topicCount(tree, fineness) : Math.min(topics, texts)
}

/** Texts whose group is surer than this teach the classifier. */
const sure = 0.9

type Settings = Sizes & {
  readonly seed: number
  readonly run: Runner
  readonly fixed: Int32Array | undefined
}

function relabel(features: TextFeatures, posterior: Posterior, settings: Settings) {
  const { groups, groupOf, results, seed, run, fixed } = settings
  const first = likeliest(posterior)
  const rows = Array.from(first.keys()).filter((row) => posterior.weight[row * posterior.width]! > sure)
  const labels = Uint32Array.from(rows, (row) => first[row]!)
  const weights = zeros(groups, features.all.columns + 1)
  run({ kind: 'train', sparse: features.all, rows: Uint32Array.from(rows), labels, seed, weights })
  const scorer = scorerOf(weights, groupOf, results)
  const scores = scoresOf(features.all, scorer, productBy(run))
  const taught = new Set(labels).size > 1
  const group = first.map((before, row) => {
    if (fixed && fixed[row]! >= 0) return groupOf[fixed[row]!]!
    const known = features.all.start[row + 1]! > features.all.start[row]!
    return taught && known ? largestAt(scores, row) : groupOf[before]!
  })
  return { scorer, scores, labels: group }
}

function largestAt({ columns, value }: Dense, row: number): number {
  let best = 0
  for (let column = 1; column < columns; column++)
    if (value[row * columns + column]! > value[row * columns + best]!) best = column
  return best
}
