/** The rows that came, each with its topic. */
import { writeCsv } from '../../platform/files/index.ts'
import type { NamedTopics } from '../../understand/topics/name-topics.ts'
import type { TextTable } from './read-texts.ts'

const added = ['topic', 'topicLabel', 'certainty'] as const

/** Columns of an earlier run are replaced. */
export function replacedColumns(header: readonly string[]): string[] {
  return header.filter((name) => (added as readonly string[]).includes(name))
}

export type OutRow = readonly (string | number)[]

/** Header and rows, in the order of the file. */
export function* topicRows({ header, rows }: TextTable, named: NamedTopics): Generator<OutRow> {
  const kept = header.flatMap((name, at) => ((added as readonly string[]).includes(name) ? [] : [at]))
  yield [...kept.map((at) => header[at]!), ...added]
  for (const [place, cells] of rows.entries()) {
    const { topic, label, certainty } = named.ofText(place)
    yield [...kept.map((at) => cells[at]!), topic, label, Math.round(certainty * 1000) / 1000]
  }
}

const rowsAtATime = 5000

/** In blocks, so that a million rows need not be one text. */
export function* csvBlocks(rows: Iterable<OutRow>, delimiter: TextTable['delimiter']): Generator<string> {
  let block: OutRow[] = []
  for (const row of rows) {
    block.push(row)
    if (block.length < rowsAtATime) continue
    yield writeCsv(block, { delimiter })
    block = []
  }
  yield writeCsv(block, { delimiter })
}

/** An array with one object for each row. */
export function* jsonBlocks(rows: Iterable<OutRow>): Generator<string> {
  let header: OutRow | undefined
  let before = '[\n'
  for (const row of rows) {
    if (header === undefined) {
      header = row
      continue
    }
    yield before + JSON.stringify(Object.fromEntries(header.map((name, at) => [name, row[at]])))
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}
