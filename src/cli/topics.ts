/** `lyttepost topics FILE.csv --text COLUMN`: which rows ask about the same thing. */
import { resolve } from 'node:path'
import { fitTopics } from '../understand/topics/fit/fit-topics.ts'
import { type NamedTopics, nameTopics } from '../understand/topics/name-topics.ts'
import type { TopicFit } from '../understand/topics/rules/learn/learn-topics.ts'
import { command, oneFromInput, onlyWord, WrongUsage, wholeNumber } from './command.ts'
import { type CliIo, exitCode } from './io.ts'
import { ownTexts } from './own-texts.ts'
import { orRefuse } from './refuse-file.ts'
import { readTexts, type TextTable } from './topics/read-texts.ts'
import { csvBlocks, jsonBlocks, replacedColumns, topicRows } from './topics/topic-rows.ts'
import { writeWhole } from './topics/write-whole.ts'

const usage = `lyttepost topics FILE.csv --text COLUMN [--topics N|auto] [--corpus FILE.csv] [--out FILE.csv] [--json] [--seed N]

Groups the rows of FILE by what their text asks. Every row comes back, in the order of FILE, with topic (1 is the
largest), topicLabel and certainty (0–1). The same text always has the same topic. Rows without text have topic 0.
Of letters, what is quoted and the signature play no part.

  --text COLUMN   the column with the text
  --topics N      how many topics; auto (the default) finds a number, fine rather than coarse
  --corpus FILE   more texts to learn the language from; the same column, else the first. May be given several times
  --out FILE      the rows are written here instead of on standard output
  --json          one JSON document on standard output: an array with one object for each row
  --seed N        what chance is drawn from (default 0); the same seed gives the same topics
`

type Asked = {
  readonly file: string
  readonly text: string
  readonly topics: string
  readonly corpus: readonly string[]
  readonly out: string | undefined
  readonly json: boolean
  readonly seed: number
}

export const topicsCommand = command({
  usage,
  options: {
    text: { type: 'string', default: '' },
    topics: { type: 'string', default: 'auto' },
    corpus: { type: 'string', multiple: true, default: [] },
    out: { type: 'string' },
    json: { type: 'boolean', default: false },
    seed: { type: 'string', default: '0' },
  },
  read: ({ text, topics, corpus, out, json, seed }, words): Asked => {
    const file = onlyWord(words, 'FILE.csv')
    if (text === '') throw new WrongUsage('--text COLUMN is missing')
    if (topics !== 'auto' && !/^[1-9]\d{0,3}$/.test(topics))
      throw new WrongUsage(`--topics is a whole number from 1 to 9999, or auto, not ${topics}`)
    oneFromInput([file, ...corpus])
    return { file, text, topics, corpus, out, json, seed: wholeNumber('--seed', seed) }
  },
  run: async (asked, io) => {
    const table = await orRefuse(asked.file, { io }, () =>
      readTexts(asked.file, { column: asked.text, orFirst: false }, io),
    )
    if (!table) return exitCode.refused
    const more: string[] = []
    for (const file of asked.corpus) {
      const corpus = await orRefuse(file, { io }, () =>
        readTexts(file, { column: asked.text, orFirst: true }, io),
      )
      if (!corpus) return exitCode.refused
      for (const cells of corpus.rows) more.push(cells[corpus.textAt]!)
    }
    return group(asked, table, more, io)
  },
})

async function group(asked: Asked, table: TextTable, more: readonly string[], io: CliIo): Promise<number> {
  const texts = ownTexts([...table.rows.map((cells) => cells[table.textAt]!), ...more])
  const fit = await fitTopics(texts, {
    topics: asked.topics === 'auto' ? 'auto' : Number(asked.topics),
    seed: asked.seed,
    onProgress: (share, step) => {
      if (io.stderr.isTTY) io.stderr.write(`\r${Math.round(100 * share)} % ${step.padEnd(30)}`)
    },
  })
  if (io.stderr.isTTY) io.stderr.write('\n')
  const named = nameTopics(texts, fit)
  if (asked.out !== undefined) {
    const path = resolve(io.cwd, asked.out)
    const written = await orRefuse(asked.out, { io }, async () => {
      await writeWhole(path, csvBlocks(topicRows(table, named), table.delimiter))
      return true
    })
    if (!written) return exitCode.refused
  }
  notice(asked, table, fit, io)
  if (asked.json) await print(jsonBlocks(topicRows(table, named)), io)
  else if (asked.out === undefined) await print(csvBlocks(topicRows(table, named), table.delimiter), io)
  else io.stdout.write(summary(table, named))
  return exitCode.done
}

async function print(blocks: Iterable<string>, io: CliIo): Promise<void> {
  for (const block of blocks)
    if (!io.stdout.write(block)) await new Promise((resolve) => io.stdout.once('drain', resolve))
}

function notice({ topics }: Asked, { header }: TextTable, fit: TopicFit, io: CliIo): void {
  const say = (text: string) => io.stderr.write(`note: ${text}\n`)
  const replaced = replacedColumns(header)
  if (replaced.length > 0) say(`columns of an earlier run were replaced: ${replaced.join(', ')}`)
  if (fit.sampled)
    say(
      `learned from ${fit.learned.length} of ${fit.keys.length} different texts; the others were assigned to the topics found`,
    )
  const found = new Set(fit.group).size - (fit.blankGroup === undefined ? 0 : 1)
  const different = fit.learned.length
  if (topics !== 'auto' && found < Number(topics))
    say(
      `there ${different === 1 ? 'is' : 'are'} only ${counted(different, 'different text')}, so ${counted(found, 'topic')}`,
    )
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

function summary({ rows }: TextTable, named: NamedTopics): string {
  const counts = new Map<string, { label: string; rows: number }>()
  for (const place of rows.keys()) {
    const { topic, label } = named.ofText(place)
    const known = counts.get(String(topic)) ?? { label, rows: 0 }
    counts.set(String(topic), { label, rows: known.rows + 1 })
  }
  const largest = [...counts.values()].sort((a, b) => b.rows - a.rows).slice(0, 10)
  return [
    `${rows.length} rows in ${counts.size} topics; the largest:`,
    ...largest.map((one) => `${String(one.rows).padStart(8)}  ${one.label}`),
    '',
  ].join('\n')
}
