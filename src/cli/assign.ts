/** `lyttepost assign FILE.csv --text COLUMN --examples FILE.csv --label COLUMN`: topics from confirmed examples. */
import { writeCsv } from '../platform/files/index.ts'
import { type Assigned, assignTexts } from '../understand/topics/assign-texts.ts'
import { type AssignInput, readInput } from './assign/read-input.ts'
import { command, oneFromInput, onlyWord, WrongUsage, wholeNumber } from './command.ts'
import { type CliIo, exitCode } from './io.ts'

const usage = `lyttepost assign FILE.csv --text COLUMN --examples FILE.csv --label COLUMN [--json] [--seed N]

Gives each row of FILE the topic that its text is most likely about, learned from examples: texts whose topic is known.
Both files have the column of texts. What the texts look like is learned from both files; of letters, what is quoted
and the signature play no part. One of the two may be -
for standard input.

  --text COLUMN      the column with the text, in both files
  --examples FILE    rows with a text and its topic
  --label COLUMN     the column of the examples with the topic
  --json             one JSON document: an array with one object for each row, in the order of FILE
  --seed N           what chance is drawn from (default 0); the same seed gives the same topics

The rows come back with topic, certainty (0–1, how often such an answer is right), second and third. A row without
text has no topic. A text that is itself an example has the topic of the example.
`

export const assignCommand = command({
  usage,
  options: {
    text: { type: 'string', default: '' },
    examples: { type: 'string', default: '' },
    label: { type: 'string', default: '' },
    seed: { type: 'string', default: '0' },
    json: { type: 'boolean', default: false },
  },
  read: ({ text, examples, label, seed, json }, words) => {
    const file = onlyWord(words, 'FILE.csv')
    if (text === '') throw new WrongUsage('--text COLUMN is missing')
    if (examples === '') throw new WrongUsage('--examples FILE.csv is missing')
    if (label === '') throw new WrongUsage('--label COLUMN is missing')
    oneFromInput([file, examples])
    return { file, text, examples, label, seed: wholeNumber('--seed', seed), json }
  },
  run: async (asked, io) => {
    const input = await readInput(asked, io)
    if (!input) return exitCode.refused
    const assigned = await assignTexts(input.texts, input.examples, {
      seed: asked.seed,
      onProgress: (share, step) => {
        if (io.stderr.isTTY) io.stderr.write(`\r${Math.round(100 * share)} % ${step.padEnd(30)}`)
      },
    })
    if (io.stderr.isTTY) io.stderr.write('\n')
    notice(input, assigned, io)
    io.stdout.write(asked.json ? asJson(input, assigned) : asCsv(input, assigned))
    return exitCode.done
  },
})

/** The columns that this command writes; a column of the file with such a name is replaced. */
const written = ['topic', 'certainty', 'second', 'third'] as const

function outcome({ topics, certainty }: Assigned) {
  const [topic = null, second = null, third = null] = topics
  return { topic, certainty: Math.round(certainty * 1e4) / 1e4, second, third }
}

const keptColumns = ({ header }: AssignInput) =>
  header.flatMap((name, at) => (written.some((own) => own === name) ? [] : [{ name, at }]))

function asCsv(input: AssignInput, assigned: readonly Assigned[]): string {
  const kept = keptColumns(input)
  const rows = assigned.map((one, row) => {
    const made = outcome(one)
    return [...kept.map(({ at }) => input.rows[row]![at]!), ...written.map((name) => made[name])]
  })
  return writeCsv([[...kept.map(({ name }) => name), ...written], ...rows], { delimiter: input.delimiter })
}

function asJson(input: AssignInput, assigned: readonly Assigned[]): string {
  const kept = keptColumns(input)
  const rows = assigned.map((one, row) => {
    const cells = kept.map(({ name, at }) => [name, input.rows[row]![at]!])
    return JSON.stringify({ ...Object.fromEntries(cells), ...outcome(one) })
  })
  return `[${rows.map((row) => `\n${row}`).join(',')}\n]\n`
}

function notice(input: AssignInput, assigned: readonly Assigned[], io: CliIo): void {
  const say = (text: string) => io.stderr.write(`note: ${text}\n`)
  const replaced = input.header.filter((name) => written.some((own) => own === name))
  if (replaced.length > 0) say(`these columns of the file are replaced: ${replaced.join(', ')}`)
  const blank = assigned.filter(({ topics }) => topics.length === 0).length
  if (blank > 0) say(`${blank} rows have no text and therefore no topic`)
  if (input.contradictions > 0)
    say(
      `${input.contradictions} texts stand among the examples with several topics; the most frequent counts`,
    )
}
