/** NMI, ARI and ACC against known topics, ours and the peer's, with the true number of topics and with a found one. */
import {
  adjustedRand,
  matchedShare,
  normalisedInformation,
} from '../../src/understand/topics/rules/learn/agreement.ts'
import { askOurs } from './ask-ours.ts'
import { askPeer } from './peer.ts'
import { type QualitySet, qualitySets, readSet } from './sets.ts'

type Figures = readonly [nmi: number, ari: number, acc: number]

function figuresOf(truth: readonly string[], groups: readonly number[]): Figures {
  const own = groups.slice(0, truth.length)
  return [normalisedInformation(truth, own), adjustedRand(truth, own), matchedShare(truth, own)]
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const spread = (values: readonly number[]) =>
  Math.sqrt(
    mean(values.map((value) => (value - mean(values)) ** 2)) *
      (values.length / Math.max(1, values.length - 1)),
  )
const told = (runs: readonly Figures[]) =>
  [0, 1, 2]
    .map((at) => runs.map((run) => 100 * run[at]!))
    .map((values) => `${mean(values).toFixed(1)} ±${spread(values).toFixed(1)}`)
    .join(' / ')

type Run = { readonly groups: number[]; readonly seconds: number; readonly busy: number }

export function measureQuality(seeds: readonly number[], only: string | undefined): void {
  console.log(`NMI / ARI / ACC × 100, mean of ${seeds.length} seeds ± standard deviation`)
  for (const set of qualitySets) {
    if (only && !set.name.toLowerCase().includes(only.toLowerCase())) continue
    console.log(`\n${set.name}`)
    const truth = readSet(set.scored).map((row) => row.label!)
    ours(set, truth, seeds)
    foundNumber(set, truth)
    peer(set, truth, seeds)
  }
}

const speed = (texts: number, seconds: number, busy: number) =>
  `${Math.round(texts / seconds).toLocaleString('en')} texts/s (${seconds.toFixed(1)} s, ${busy.toFixed(1)} s of processor)`

function ours(set: QualitySet, truth: readonly string[], seeds: readonly number[]): void {
  const files = [set.scored, ...set.corpus]
  const runs = seeds.map((seed) => askOurs({ files, topics: set.topics, seed }))
  const figures = told(runs.map((run) => figuresOf(truth, run.groups)))
  const texts = runs[0]!.groups.length
  const [seconds, busy] = [mean(runs.map((run) => run.seconds)), mean(runs.map((run) => run.busy))]
  const memory = Math.max(...runs.map((run) => run.megabytes))
  console.log(`  ours          ${figures}   ${speed(texts, seconds, busy)}, peak ${memory.toFixed(0)} MB`)
}

function foundNumber(set: QualitySet, truth: readonly string[]): void {
  const run = askOurs({ files: [set.scored, ...set.corpus], topics: 'auto', seed: 0 })
  const [nmi, ari, acc] = figuresOf(truth, run.groups).map((figure) => (100 * figure).toFixed(1))
  console.log(`  ours, auto    ${nmi} / ${ari} / ${acc}   ${run.found} topics found (${set.topics} true)`)
}

function peer(set: QualitySet, truth: readonly string[], seeds: readonly number[]): void {
  const texts = [set.scored, ...set.corpus].flatMap((file) => readSet(file).map((row) => row.text!))
  const job = { texts, scored: truth.length, topics: set.topics, seeds }
  const answer = askPeer<{ runs: Run[]; megabytes: number }>(job)
  if (!answer) {
    console.log('  scikit-learn  not installed, left out')
    return
  }
  const figures = told(answer.runs.map((run) => figuresOf(truth, run.groups)))
  const [seconds, busy] = [
    mean(answer.runs.map((run) => run.seconds)),
    mean(answer.runs.map((run) => run.busy)),
  ]
  console.log(
    `  scikit-learn  ${figures}   ${speed(texts.length, seconds, busy)}, peak ${answer.megabytes.toFixed(0)} MB`,
  )
}
