/** `lyttepost mask FILE.csv --text COLUMN`: the rows of a file with personal data masked. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { AppError } from '../kernel/errors.ts'
import { maskAtTheDoor } from '../understand/intake/rules/masking/mask-text.ts'
import { type CliIo, exitCode } from './io.ts'
import { describeProblem } from './mask/describe-problem.ts'
import { type MaskedRows, maskRows } from './mask/mask-rows.ts'
import { openInput } from './mask/open-input.ts'
import { Spool } from './mask/spool.ts'

const usage = `lyttepost mask FILE.csv --text COLUMN [--text COLUMN …] [--names NAMES.txt] [--json]

Prints the rows with personal data masked in the named columns: national identity numbers, accounts, cards, telephone
numbers, e-mail addresses, addresses, names and more. Counts of what was masked come on standard error.
FILE.csv has a header; - is standard input. Comma, semicolon or tab, and UTF-8, UTF-16 or Windows-1252, are found from
the file; the output is UTF-8 with the same delimiter.

  --text COLUMN      a column with text; may be given several times
  --names NAMES.txt  names that are masked wherever they stand, one in each line
  --json             one JSON document: an array of the rows as objects
`

export async function maskCommand(args: string[], io: CliIo): Promise<number> {
  const asked = readArguments(args)
  if ('problem' in asked) {
    io.stderr.write(`${asked.problem}\n\n${usage}`)
    return exitCode.usage
  }
  if (asked.help) {
    io.stdout.write(usage)
    return exitCode.done
  }
  return mask(asked, io)
}

type Asked = {
  readonly help: boolean
  readonly file: string
  readonly columns: readonly string[]
  readonly names: string | undefined
  readonly json: boolean
}

function readArguments(args: string[]): Asked | { readonly problem: string } {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        text: { type: 'string', multiple: true, default: [] },
        names: { type: 'string' },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    })
    const [file = '', ...rest] = positionals
    const { help, json, names, text: columns } = values
    if (help) return { help, file, columns, names, json }
    if (file === '') return { problem: 'FILE.csv is missing' }
    if (rest.length > 0) return { problem: `one file at a time, not also ${rest.join(' ')}` }
    if (columns.length === 0) return { problem: '--text COLUMN is missing' }
    return { help, file, columns, names, json }
  } catch (error) {
    return { problem: (error as Error).message }
  }
}

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
    if (!(error instanceof AppError)) throw error
    return refuse(reading, error, io)
  } finally {
    await spool.discard()
  }
}

async function readNames(name: string, io: CliIo): Promise<readonly string[]> {
  const text = await readFile(resolve(io.cwd, name), 'utf8').catch(() => {
    throw new AppError('invalid-input', {}, [{ code: 'no-such-file' }])
  })
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

function refuse(file: string, error: AppError, io: CliIo): number {
  if (io.stderr.isTTY) io.stderr.write('\n')
  for (const issue of error.issues) io.stderr.write(`${file}: ${describeProblem(issue)}\n`)
  if (error.issues.length === 0)
    io.stderr.write(`${file}: a row of more than ${error.params.most} characters\n`)
  io.stderr.write(`${file}: refused, nothing written\n`)
  return exitCode.refused
}

function tell({ rows, counts }: MaskedRows, io: CliIo): void {
  const found = Object.entries(counts).filter(([, count]) => count > 0)
  const lines = found.map(([kind, count]) => `${kind}: ${count}`)
  io.stderr.write(`${[...(lines.length > 0 ? lines : ['nothing masked']), `rows: ${rows}`].join('\n')}\n`)
}
