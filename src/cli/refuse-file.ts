/** A file that is refused: every line of it that is wrong is told, with where and why, and nothing is written. */
import { AppError, type InputIssue } from '../kernel/errors.ts'
import type { CliIo } from './io.ts'

type Reason = (issue: Pick<InputIssue, 'value' | 'params'>) => string

/** Why, by the issue's code. */
export type Reasons = Readonly<Record<string, Reason>>

const mostTold = 50

/** What can be wrong with any file. A command adds what can be wrong with its own. */
const ofAnyFile: Reasons = {
  'no-such-file': () => 'no such file',
  'not-a-file': () => 'is a folder, not a file',
  'file-empty': () => 'the file is empty',
  'file-not-a-table': () => 'is no text; save a workbook as CSV first',
  'no-rows': () => 'there is a header, but no row',
  'missing-column': ({ params }) =>
    params?.found === undefined
      ? 'this column is missing'
      : `this column is missing; the file has ${params.found}`,
  'column-doubled': () => 'this heading stands twice',
  'column-without-name': () => 'this column has no name',
  'too-many-cells': ({ params }) => `${params?.cells} cells under ${params?.columns} headings`,
  blank: () => 'is blank',
  'quotation-marks': () => 'quotation marks that do not belong together',
  'quote-not-closed': () => 'a quotation mark is opened here and never closed',
  'quote-inside-cell': () => 'quotation marks that do not belong together',
  'unreadable-character': () => 'a character that no text has',
  encoding: () => 'the text is neither UTF-8, UTF-16 nor Windows-1252 throughout',
  'cannot-write': ({ value, params }) =>
    `${value === undefined ? '' : `${value} `}cannot be written (${params?.reason})`,
}

/** What is wrong with a file, in one line: where and why. */
export function describeProblem(issue: InputIssue, own: Reasons = {}): string {
  const { code, line, column, value, params } = issue
  const contact = params?.contact && `contact ${params.contact}`
  const cell = column ?? (params?.column === undefined ? undefined : `column ${params.column}`)
  const where = [line && `line ${line}`, contact, cell].filter(Boolean).join(', ')
  const why = (own[code] ?? ofAnyFile[code])?.(issue) ?? unforeseen(code, value, params)
  return where === '' ? why : `${where}: ${why}`
}

function unforeseen(code: string, value: string | undefined, params: InputIssue['params']): string {
  const rest = Object.entries(params ?? {}).map(([name, of]) => `${name} ${of}`)
  return [code, value, ...rest].filter((part) => part !== undefined).join(', ')
}

/** Tells why a file is refused; other errors are thrown on. */
export function tellRefused(file: string, error: unknown, { io, own = {} }: Telling): void {
  if (!(error instanceof AppError)) throw error
  if (error.code === 'too-large')
    io.stderr.write(`${file}: too large; at most ${error.params.most} ${error.params.what}\n`)
  for (const issue of error.issues.slice(0, mostTold))
    io.stderr.write(`${file}: ${describeProblem(issue, own)}\n`)
  const more =
    Math.max(Number(error.params.issues ?? 0), error.issues.length) - Math.min(error.issues.length, mostTold)
  if (more > 0) io.stderr.write(`${file}: and ${more} more problems\n`)
  io.stderr.write(`${file}: refused, nothing written\n`)
}

export type Telling = { readonly io: CliIo; readonly own?: Reasons }

/** What was read, or undefined after having told why the file is refused. */
export async function orRefuse<Read>(
  file: string,
  telling: Telling,
  read: () => Read | Promise<Read>,
): Promise<Read | undefined> {
  try {
    return await read()
  } catch (error) {
    tellRefused(file, error, telling)
    return undefined
  }
}
