import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { CsvError, parse } from 'csv-parse'
import { AppError } from '../../kernel/errors.ts'
import { decodeText } from './decode-text.ts'
import {
  asTable,
  type FoundRow,
  type Limits,
  refuseFile,
  refuseFileFor,
  refuseSize,
  type Table,
  withoutHeading,
} from './table.ts'

const delimiters = [';', ',', '\t'] as const
type Delimiter = (typeof delimiters)[number]

/** A text with a delimiter: comma, semicolon or tab, found from the text itself. */
export async function readDelimited(bytes: Uint8Array, limits: Limits): Promise<Table> {
  const { text: decoded, encoding } = decodeText(bytes)
  const text = decoded.replaceAll(/\r\n?/g, '\n')
  if (text.slice(0, 4000).includes('\0')) throw refuseFileFor('file-not-a-table')
  const { body, said, linesBefore } = withoutSeparatorLine(text)
  const delimiter = said ?? delimiterOf(body)
  const found = await parseRows(body, { delimiter, linesBefore, limits })
  // A spreadsheet writes its heading with as many delimiters as the other rows; a list of one column has none.
  const isFromSheet = found.every(({ cells }) => cells.length > 1)
  return { ...asTable(isFromSheet ? withoutHeading(found) : found, limits), encoding, delimiter }
}

/** Spreadsheets may write `sep=;` as the first line, for themselves. */
function withoutSeparatorLine(text: string): {
  body: string
  said: Delimiter | undefined
  linesBefore: number
} {
  const line = /^sep=([,;\t])\n/i.exec(text)
  if (!line) return { body: text, said: undefined, linesBefore: 0 }
  return { body: text.slice(line[0].length), said: line[1] as Delimiter, linesBefore: 1 }
}

/**
 * The delimiter that cuts most lines into as many cells as the header, and the header into most cells.
 *
 * @example delimiterOf('navn;beløp\nA;1,5\n') // ';'
 */
export function delimiterOf(text: string): Delimiter {
  const lines = withoutQuoted(text.slice(0, 20_000))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, 50)
  const scored = delimiters.map((delimiter) => {
    const counts = lines.map((line) => line.split(delimiter).length)
    const cells = counts[0] ?? 1
    const agreeing = counts.filter((count) => count === cells).length / Math.max(1, counts.length)
    return { delimiter, score: cells > 1 ? agreeing + cells / 1000 : 0 }
  })
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score > 0 ? best.delimiter : ','
}

const withoutQuoted = (text: string) => text.replaceAll(/"(?:[^"]|"")*"?/g, '""')

type ParseOptions = { readonly delimiter: Delimiter; readonly linesBefore: number; readonly limits: Limits }

async function parseRows(
  text: string,
  { delimiter, linesBefore, limits }: ParseOptions,
): Promise<FoundRow[]> {
  const rows: FoundRow[] = []
  let read = 0
  // Rows are taken as they are parsed: those before a broken one would be lost on their way through a stream.
  const keep = (record: string[], { lines }: { lines: number }): null => {
    if (rows.length > limits.rows) throw refuseSize('rows', limits.rows)
    read = lines
    rows.push({ line: linesBefore + lines - lineBreaksIn(record), cells: record })
    return null
  }
  const options = { delimiter, relax_column_count: true, skip_empty_lines: true, record_delimiter: '\n' }
  try {
    await pipeline(Readable.from(pieces(text)), parse({ ...options, on_record: keep }).resume())
    return rows
  } catch (error) {
    throw error instanceof AppError ? error : refusedQuotes(error, { linesBefore, read })
  }
}

function* pieces(text: string): Generator<string> {
  const size = 1 << 16
  for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size)
}

function lineBreaksIn(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0)
}

const quoteCodes: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'quote-not-closed',
  INVALID_OPENING_QUOTE: 'quote-inside-cell',
  CSV_INVALID_CLOSING_QUOTE: 'quote-inside-cell',
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: 'quote-inside-cell',
}

function refusedQuotes(
  error: unknown,
  { linesBefore, read }: { linesBefore: number; read: number },
): unknown {
  const code = error instanceof CsvError ? quoteCodes[error.code] : undefined
  if (code === undefined) return error
  // The parser knows where it stopped; a quote that is never closed began in the row after the last good one.
  const line = code === 'quote-not-closed' ? read + 1 : Number((error as CsvError & { lines?: number }).lines)
  return refuseFile([{ code, line: linesBefore + line }])
}
