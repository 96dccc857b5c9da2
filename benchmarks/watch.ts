/**
 * `npm run bench watch`: after how many records is the demo's injected question found? The learner knows the log as it
 * was the day before; then the days come one by one, as they would, and the watch looks at each.
 */
import { demoTruth, demoYear } from '../src/demo/understand/truth.ts'
import { seededRandom, shuffled } from '../src/kernel/random.ts'
import { fitTopics } from '../src/understand/topics/fit/fit-topics.ts'
import { LearningAssigner } from '../src/understand/topics/rules/assign/learning-assigner.ts'
import { logSpace, readNewTexts, rowsOfKeys } from '../src/understand/topics/rules/assign/log-space.ts'
import { assignNew } from '../src/understand/topics/rules/assign/topic-assigner.ts'
import { distinctTexts, textKey } from '../src/understand/topics/rules/text/text-key.ts'
import { findEmerging } from '../src/understand/watch/rules/emerging.ts'

const say = (text: string) => process.stdout.write(`${text}\n`)
const option = (name: string, usual: number) => {
  const at = process.argv.indexOf(name)
  return at === -1 ? usual : Number(process.argv[at + 1])
}
const now = new Date('2027-03-01T09:00:00Z')
const { newQuestion } = demoTruth(now)
const written = demoYear(now).enquiries.flatMap(({ text, startedOn, topics, legOf }) =>
  text === null || legOf !== null ? [] : [{ text, day: startedOn, about: topics[0]!.key }],
)
const before = shuffled(
  written.filter(({ day }) => day < newQuestion.from),
  seededRandom('watch'),
).slice(0, option('--texts', 6000))
const started = performance.now()
const { keys, keyOf } = distinctTexts(before.map(({ text }) => text))
const names = [...new Set(before.map(({ about }) => about))].sort()
const labelOf = new Map(before.map(({ about }, at) => [keyOf[at]!, names.indexOf(about)]))
const fit = await fitTopics([...keys], { topics: names.length, seed: 1 })
const space = logSpace(fit, 1)
const examples = [...rowsOfKeys(fit)].flatMap((row, text) =>
  row < 0 || text % 3 !== 0 ? [] : [{ row, text }],
)
const taught = {
  rows: examples.map(({ row }) => row),
  labels: examples.map(({ text }) => labelOf.get(text)!),
  classes: names.length,
}
const { assigner } = new LearningAssigner(space, taught, 1)
say(
  `${keys.length} different texts of ${names.length} topics learned in ${Math.round((performance.now() - started) / 1000)} s`,
)

const after = written.filter(({ day }) => day >= newQuestion.from)
const strange: { key: string; text: string }[] = []
const own = new Set<string>()
let [records, asked, found] = [0, 0, false]
let others = 0
for (const [day, texts] of Map.groupBy(after, (each) => each.day)) {
  const read = assignNew(
    assigner,
    readNewTexts(
      texts.map(({ text }) => textKey(text)),
      space,
    ),
  )
  for (const [at, { text, about }] of texts.entries()) {
    records++
    if (about === newQuestion.key) asked++
    if (read[at]!.familiarity >= 0.05) continue
    const key = textKey(text)
    if (about === newQuestion.key) own.add(key)
    if (!strange.some((each) => each.key === key)) strange.push({ key, text })
  }
  const groups = findEmerging(strange, before.map(({ text }) => text).slice(0, 4000))
  const isNew = (group: (typeof groups)[number]) =>
    group.keys.filter((key) => own.has(key)).length > group.keys.length / 2
  others = groups.filter((group) => !isNew(group)).length
  const group = groups.find(isNew)
  if (!group || found) continue
  found = true
  say(
    `"${newQuestion.name}" found on ${day}, ${day === newQuestion.from ? 'its first day' : `asked since ${newQuestion.from}`}:`,
  )
  say(`  after ${asked} records about it, among ${records} in all; words: ${group.words.join(', ')}`)
  for (const example of group.examples) say(`  "${example}"`)
}
if (!found) say('the new question was not found')
say(
  `${strange.length} of ${after.length} texts unrecognised, ${own.size} of them about it (asked ${asked} times); other groups at the end: ${others}`,
)
