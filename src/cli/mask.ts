/** `lyttepost mask FILE.csv --text COLUMN`: the rows of a file with personal data masked. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../kernel/errors.ts'
import { maskAtTheDoor } from '../understand/intake/rules/masking/mask-text.ts'
import { command, onlyWord, WrongUsage } from './command.ts'
import { type CliIo, exitCode } from './io.ts'
import { type MaskedRows, maskRows } from './mask/mask-rows.ts'
import { openInput } from './mask/open-input.ts'
import { Spool } from './mask/spool.ts'
import { tellRefused } from './refuse-file.ts'

const usage = `lyttepost mask FILE.csv --text COLUMN [--text COLUMN …] [--names NAMES.txt] [--json]

Prints the rows with personal data masked in the named columns: national identity numbers, accounts, cards, telephone
numbers, e-mail addresses, addresses, names and more. Counts of what was masked come on standard error.
FILE.csv has a header; - is standard input. Comma, semicolon or tab, and UTF-8, UTF-16 or Windows-1252, are found from
the file; the output is UTF-8 with the same delimiter.

  --text COLUMN      a column with text; may be given several times
  --names NAMES.txt  names that are masked wherever they stand, one in each line
  --json             one JSON document: an array of the rows as objects
`

type Asked = {
  readonly file: string
  readonly columns: readonly string[]
  readonly names: string | undefined
  readonly json: boolean
}

export const maskCommand = command({
  usage,
  options: {
    text: { type: 'string', multiple: true, default: [] },
    names: { type: 'string' },
    json: { type: 'boolean', default: false },
  },
  read: ({ text: columns, names, json }, words): Asked => {
    const file = onlyWord(words, 'FILE.csv')
    if (columns.length === 0) throw new WrongUsage('--text COLUMN is missing')
    return { file, columns, names, json }
  },
  run: mask,
})

/** Rows wait in a file of their own until the last one is read: a refused input leaves nothing half-written. */
async function mask({ file, columns, names, json }: Asked, io: CliIo): Promise<number> {
  const spool = await Spool.open()
  let reading = file
  try {
    reading = names ?? file
    const known = names === undefined ? [] : await readNames(names, io)
    reading = file
    const masked = await maskRows(await openInput(file, io), {
      columns,
      json,
      mask: maskAtTheDoor({ names: known }),
      write: (text) => spool.write(text),
      progress: (rows) => {
        if (io.stderr.isTTY) io.stderr.write(`\r${rows.toLocaleString('en')} rows`)
      },
    })
    if (io.stderr.isTTY) io.stderr.write('\n')
    await pipeline(await spool.read(), io.stdout, { end: false })
    tell(masked, io)
    return exitCode.done
  } catch (error) {
    if (io.stderr.isTTY) io.stderr.write('\n')
    tellRefused(reading, error, { io })
    return exitCode.refused
  } finally {
    await spool.discard()
  }
}

async function readNames(name: string, io: CliIo): Promise<readonly string[]> {
  const text = await readFile(resolve(io.cwd, name), 'utf8').catch(() => {
    throw new AppError('invalid-input', {}, [{ code: 'no-such-file' }])
  })
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function tell({ rows, counts }: MaskedRows, io: CliIo): void {
  const found = Object.entries(counts).filter(([, count]) => count > 0)
  const lines = found.map(([kind, count]) => `${kind}: ${count}`)
  io.stderr.write(`${[...(lines.length > 0 ? lines : ['nothing masked']), `rows: ${rows}`].join('\n')}\n`)
}
