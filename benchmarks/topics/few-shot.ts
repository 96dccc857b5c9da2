/**
 * Topics from examples: accuracy, the right one among three, and calibration at 5, 10, 50 and all examples a topic,
 * beside scikit-learn's TF-IDF + linear SVM on the same examples; new texts with out-of-scope ones among them.
 */
import { seededRandom, shuffled } from '../../src/kernel/random.ts'
import { fitTopics } from '../../src/understand/topics/fit/fit-topics.ts'
import { calibrationError } from '../../src/understand/topics/rules/assign/certainty.ts'
import { LearningAssigner } from '../../src/understand/topics/rules/assign/learning-assigner.ts'
import {
  type LogSpace,
  logSpace,
  readNewTexts,
  rowsOfKeys,
} from '../../src/understand/topics/rules/assign/log-space.ts'
import { rankingQuality } from '../../src/understand/topics/rules/assign/ranking-quality.ts'
import { assign, assignNew, type Candidate } from '../../src/understand/topics/rules/assign/topic-assigner.ts'
import type { TopicFit } from '../../src/understand/topics/rules/learn/learn-topics.ts'
import { textKey } from '../../src/understand/topics/rules/text/text-key.ts'
import { askPeer } from './peer.ts'
import { readSet } from './sets.ts'

type FewShotSet = {
  readonly name: string
  readonly scored: string
  readonly examples: string
  readonly further: string
  readonly outside?: string
}

const sets: readonly FewShotSet[] = [
  {
    name: 'CLINC150',
    scored: 'clinc150_test',
    examples: 'clinc150_train',
    further: 'clinc150_val',
    outside: 'clinc150_oos_test',
  },
  { name: 'HWU64', scored: 'hwu64_test', examples: 'hwu64_train', further: 'hwu64_valid' },
]

const shots = [1, 5, 10, 50, Number.POSITIVE_INFINITY]
const percent = (share: number) => (100 * share).toFixed(1)
const processorSeconds = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

export async function measureFewShot(draws: number, only: string | undefined): Promise<void> {
  for (const set of sets) {
    if (only && !set.name.toLowerCase().includes(only.toLowerCase())) continue
    await fromTheLog(set, draws)
    await newTexts(set)
  }
}

/** The scored texts are part of the unlabelled log, as in `methods/topics.md` and in `lyttepost assign`. */
async function fromTheLog(set: FewShotSet, draws: number): Promise<void> {
  const scored = readSet(set.scored)
  const rows = [...scored, ...readSet(set.examples), ...readSet(set.further)]
  const names = [...new Set(rows.map(({ label }) => label!))].sort()
  const fit = await fitTopics(
    rows.map(({ text }) => text!),
    { topics: names.length, seed: 0 },
  )
  const space = logSpace(fit, 0)
  const rowOf = rowsOfTexts(fit)
  const truth = scored.map(({ label }) => names.indexOf(label!))
  const pool = readSet(set.examples).map(({ label, text }, at) => ({
    row: rowOf[scored.length + at]!,
    label: names.indexOf(label!),
    text: text!,
  }))
  console.log(
    `\n${set.name}: ${scored.length} texts, ${fit.keys.length} in the log; accuracy · one of three · ECE`,
  )
  for (const most of shots) {
    const runs = Array.from({ length: most > 10 ? 1 : draws }, (_, draw) => {
      const chosen = drawn(pool, most, draw)
      const asked = rowOf.slice(0, scored.length)
      return [
        figures(space, chosen, { asked, truth, classes: names.length }),
        peerFigures(
          chosen,
          scored.map(({ text }) => text!),
          truth,
        ),
      ] as const
    })
    const mean = (read: (run: (typeof runs)[number]) => number) =>
      runs.reduce((sum, run) => sum + read(run), 0) / runs.length
    const peer = runs[0]![1] === undefined ? 'not installed' : percent(mean(([, other]) => other ?? 0))
    console.log(
      `  ${Number.isFinite(most) ? most : 'all'} a topic: ${percent(mean(([own]) => own.right))} · ${percent(mean(([own]) => own.amongThree))} · ${mean(([own]) => own.calibration).toFixed(3)}   learned in ${mean(([own]) => own.seconds).toFixed(1)} s of processor   scikit-learn ${peer}`,
    )
  }
}

function rowsOfTexts(fit: TopicFit): number[] {
  const rows = rowsOfKeys(fit)
  return Array.from(fit.keyOf, (key) => rows[key]!)
}

type Chosen = readonly { readonly row: number; readonly label: number; readonly text: string }[]

/** So many of each topic, by chance; each text once. */
function drawn(pool: Chosen, most: number, draw: number): Chosen {
  const counts = new Map<number, number>()
  const seen = new Set<number>()
  return shuffled(pool, seededRandom(`draw ${draw}`)).filter(({ row, label }) => {
    const count = counts.get(label) ?? 0
    if (count >= most || seen.has(row)) return false
    seen.add(row)
    counts.set(label, count + 1)
    return true
  })
}

type Task = { readonly asked: readonly number[]; readonly truth: readonly number[]; readonly classes: number }

function figures(space: LogSpace, chosen: Chosen, { asked, truth, classes }: Task) {
  const start = processorSeconds()
  const examples = { rows: chosen.map(({ row }) => row), labels: chosen.map(({ label }) => label), classes }
  const assigner = new LearningAssigner(space, examples, 0).assigner
  const seconds = processorSeconds() - start
  return { ...scored(assign(assigner, space.features, asked), truth), seconds }
}

function scored(found: readonly (readonly Candidate[])[], truth: readonly number[]) {
  const right = found.map(([first], at) => first!.topic === truth[at])
  const amongThree = found.filter((three, at) => three.some(({ topic }) => topic === truth[at])).length
  return {
    right: right.filter(Boolean).length / truth.length,
    amongThree: amongThree / truth.length,
    calibration: calibrationError(
      found.map(([first]) => first!.certainty),
      right,
    ),
  }
}

function peerFigures(chosen: Chosen, texts: readonly string[], truth: readonly number[]): number | undefined {
  const answer = askPeer<{ topics: number[] }>({
    examples: chosen.map(({ text }) => text),
    labels: chosen.map(({ label }) => label),
    texts,
  })
  return answer && answer.topics.filter((topic, at) => topic === truth[at]).length / truth.length
}

/** Texts that come when the log has been learned: they are in no vector, and some are about nothing that is known. */
async function newTexts({ name, scored: file, examples, further, outside }: FewShotSet): Promise<void> {
  const [known, later] = [readSet(examples), readSet(file)]
  const rows = [...known, ...readSet(further)]
  const names = [...new Set(rows.map(({ label }) => label!))].sort()
  const fit = await fitTopics(
    rows.map(({ text }) => text!),
    { topics: names.length, seed: 0 },
  )
  const space = logSpace(fit, 0)
  const rowOf = rowsOfTexts(fit)
  const pool = known.map(({ label, text }, at) => ({
    row: rowOf[at]!,
    label: names.indexOf(label!),
    text: text!,
  }))
  const strangers = outside ? readSet(outside) : []
  const keys = [...later, ...strangers].map(({ text }) => textKey(text!))
  const start = processorSeconds()
  const read = readNewTexts(keys, space)
  const reading = (1000 * (processorSeconds() - start)) / keys.length
  for (const most of [10, Number.POSITIVE_INFINITY]) {
    const chosen = drawn(pool, most, 0)
    const labelled = { rows: chosen.map(({ row }) => row), labels: chosen.map(({ label }) => label) }
    const assigner = new LearningAssigner(space, { ...labelled, classes: names.length }, 0).assigner
    const from = processorSeconds()
    const found = assignNew(assigner, read)
    const answering = (1000 * (processorSeconds() - from)) / keys.length
    const { right, amongThree } = scored(
      found.slice(0, later.length).map(({ candidates }) => candidates),
      later.map(({ label }) => names.indexOf(label!)),
    )
    const apart = rankingQuality(
      found.map((text) => text.unbounded),
      later.length,
    )
    console.log(
      `  ${name}, new texts, ${Number.isFinite(most) ? most : 'all'} a topic: ${percent(right)} · ${percent(amongThree)}${outside ? ` · out of scope AUROC ${apart.toFixed(3)}` : ''}   ${(reading + answering).toFixed(2)} ms of processor each (${reading.toFixed(2)} to read, ${answering.toFixed(2)} to assign)`,
    )
  }
}
