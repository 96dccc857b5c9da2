/** `lyttepost assign FILE.csv --text COLUMN --examples FILE.csv --label COLUMN`: topics from confirmed examples. */
import { parseArgs } from 'node:util'
import { writeCsv } from '../platform/files/index.ts'
import { type Assigned, assignTexts } from '../understand/topics/assign-texts.ts'
import { type AssignInput, readInput } from './assign/read-input.ts'
import { type CliIo, exitCode } from './io.ts'

const usage = `lyttepost assign FILE.csv --text COLUMN --examples FILE.csv --label COLUMN [--json] [--seed N]

Gives each row of FILE the topic that its text is most likely about, learned from examples: texts whose topic is known.
Both files have the column of texts. What the texts look like is learned from both files. One of the two may be -
for standard input.

  --text COLUMN      the column with the text, in both files
  --examples FILE    rows with a text and its topic
  --label COLUMN     the column of the examples with the topic
  --json             one JSON document: an array with one object for each row, in the order of FILE
  --seed N           what chance is drawn from (default 0); the same seed gives the same topics

The rows come back with topic, certainty (0–1, how often such an answer is right), second and third. A row without
text has no topic. A text that is itself an example has the topic of the example.
`

type Asked = {
  readonly help: boolean
  readonly file: string
  readonly text: string
  readonly examples: string
  readonly label: string
  readonly seed: string
  readonly json: boolean
}

export async function assignCommand(args: string[], io: CliIo): Promise<number> {
  const asked = readArguments(args)
  if ('problem' in asked) {
    io.stderr.write(`${asked.problem}\n\n${usage}`)
    return exitCode.usage
  }
  if (asked.help) {
    io.stdout.write(usage)
    return exitCode.done
  }
  const input = await readInput(asked, io)
  if (!input) return exitCode.refused
  const assigned = await assignTexts(input.texts, input.examples, {
    seed: Number(asked.seed),
    onProgress: (share, step) => {
      if (io.stderr.isTTY) io.stderr.write(`\r${Math.round(100 * share)} % ${step.padEnd(30)}`)
    },
  })
  if (io.stderr.isTTY) io.stderr.write('\n')
  notice(input, assigned, io)
  io.stdout.write(asked.json ? asJson(input, assigned) : asCsv(input, assigned))
  return exitCode.done
}

function readArguments(args: string[]): Asked | { readonly problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        text: { type: 'string', default: '' },
        examples: { type: 'string', default: '' },
        label: { type: 'string', default: '' },
        seed: { type: 'string', default: '0' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    })
    const [file = '', ...rest] = positionals
    const asked = { ...values, file }
    const problem = values.help ? undefined : wrongUsage(asked, rest)
    return problem ? { problem } : asked
  } catch (error) {
    return { problem: (error as Error).message }
  }
}

function wrongUsage({ file, text, examples, label, seed }: Asked, rest: readonly string[]) {
  if (file === '') return 'FILE.csv is missing'
  if (rest.length > 0) return `one FILE.csv at a time, not also ${rest.join(' ')}`
  if (text === '') return '--text COLUMN is missing'
  if (examples === '') return '--examples FILE.csv is missing'
  if (label === '') return '--label COLUMN is missing'
  if (file === '-' && examples === '-') return 'only one of the two can be standard input'
  if (!/^\d{1,9}$/.test(seed)) return `--seed is a whole number, not ${seed}`
  return undefined
}

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
