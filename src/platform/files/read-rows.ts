/**
 * A separated file read as a stream, so that a million rows need no more memory than a few. The encoding (UTF-8,
 * UTF-16 or Windows-1252) and the delimiter (comma, semicolon or tab) are found from the file itself.
 */
import { CsvError, parse } from 'csv-parse'
import { AppError } from '../../kernel/errors.ts'

export type Row = { readonly line: number; readonly cells: readonly string[] }

export type RowBytes = AsyncIterable<Uint8Array | string>

export type RowOptions = {
  /** Told once, before the first batch of rows. */
  readonly onDelimiter?: (delimiter: string) => void
  /** Quotation marks in the middle of a cell are letters, as people write them; else they refuse the file. */
  readonly looseQuotes?: boolean
}

/** No row of a real table is longer; a file without line ends is not read into memory whole. */
const mostCharacters = 16 * 1024 * 1024

/**
 * Rows in batches, empty lines left out. As long as no quotation mark has come, a line is a row and is split as it
 * stands, which is five times as fast as the full parser; from the first quotation mark on csv-parse reads the rest.
 *
 * @throws AppError `invalid-input` (`quotation-marks`, `encoding`) with the line, or `too-large`
 */
export async function* readRows(
  input: RowBytes,
  { onDelimiter, looseQuotes = false }: RowOptions = {},
): AsyncGenerator<readonly Row[]> {
  const texts = withLineFeeds(decode(input))
  let rest = ''
  let line = 0
  let delimiter: string | undefined
  const findDelimiter = (header: string): string => {
    if (delimiter !== undefined) return delimiter
    delimiter = delimiterOf(header)
    onDelimiter?.(delimiter)
    return delimiter
  }
  for (;;) {
    const { value, done } = await texts.next()
    const text = rest + (value ?? '')
    if (text.includes('"')) {
      yield* parseQuoted(text, texts, { delimiter: findDelimiter(text), line, looseQuotes })
      return
    }
    if (text.length - text.lastIndexOf('\n') > mostCharacters)
      throw new AppError('too-large', { what: 'row', most: mostCharacters })
    const lines = text.split('\n')
    rest = done ? '' : lines.pop()!
    if (lines.length > 0) {
      yield splitLines(lines, findDelimiter(lines[0]!), line)
      line += lines.length
    }
    if (done) return
  }
}

function splitLines(lines: readonly string[], delimiter: string, before: number): Row[] {
  const rows: Row[] = []
  for (let index = 0; index < lines.length; index++) {
    const text = lines[index]!
    const whole = text.endsWith('\r') ? text.slice(0, -1) : text
    if (whole !== '') rows.push({ line: before + index + 1, cells: whole.split(delimiter) })
  }
  return rows
}

/** The most frequent of the three in the first line. */
function delimiterOf(text: string): string {
  const header = text.split('\n', 1)[0]!
  const counted = [',', ';', '\t'].map((mark) => ({ mark, count: header.split(mark).length }))
  return counted.reduce((most, next) => (next.count > most.count ? next : most)).mark
}

type From = { readonly delimiter: string; readonly line: number; readonly looseQuotes: boolean }

async function* parseQuoted(
  text: string,
  rest: AsyncGenerator<string>,
  { delimiter, line, looseQuotes }: From,
): AsyncGenerator<readonly Row[]> {
  const parser = parse({
    delimiter,
    // Told, never guessed: a lone CR within a cell would else be taken for the end of every row.
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    info: true,
    skip_empty_lines: true,
    relax_quotes: looseQuotes,
    max_record_size: mostCharacters,
  })
  const feeding = feed(parser, text, rest)
  try {
    let batch: Row[] = []
    for await (const { record, info } of parser as AsyncIterable<ParsedRecord>) {
      batch.push({ line: line + info.lines - spanned(record), cells: record })
      if (batch.length === 1000) {
        yield batch
        batch = []
      }
    }
    yield batch
    await feeding
  } catch (error) {
    throw refusedRow(error, line)
  }
}

/** What the parser cannot read is told by line. By its class, for not all of its codes begin alike. */
function refusedRow(error: unknown, linesBefore: number): unknown {
  if (!(error instanceof CsvError)) return error
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new AppError('too-large', { what: 'row', most: mostCharacters })
  const line = linesBefore + Number((error as CsvError & { lines?: number }).lines ?? 0)
  return new AppError('invalid-input', { issues: 1 }, [{ code: 'quotation-marks', line }])
}

type ParsedRecord = { readonly record: string[]; readonly info: { readonly lines: number } }

/** csv-parse counts the line on which a record ends; a record starts as many lines before as it holds breaks. */
const spanned = (record: readonly string[]) =>
  record.reduce((breaks, cell) => breaks + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0)

async function feed(
  parser: ReturnType<typeof parse>,
  text: string,
  rest: AsyncGenerator<string>,
): Promise<void> {
  try {
    await write(parser, text)
    for await (const chunk of rest) await write(parser, chunk)
    parser.end()
  } catch (error) {
    parser.destroy(error as Error)
  }
}

function write(parser: ReturnType<typeof parse>, text: string): Promise<void> | undefined {
  if (parser.destroyed || parser.write(text)) return undefined
  return new Promise((resolve) => {
    const goOn = (): void => {
      parser.off('drain', goOn).off('close', goOn)
      resolve()
    }
    parser.once('drain', goOn).once('close', goOn)
  })
}

/**
 * Old Macintosh programs end lines in CR alone: such a file comes with LF in their place. The first line end outside
 * quotation marks says which kind of file it is, for in any other file a lone CR is a part of its cell.
 */
async function* withLineFeeds(texts: AsyncGenerator<string>): AsyncGenerator<string> {
  let end: string | undefined
  let isQuoted = false
  let held = ''
  for await (const chunk of texts) {
    let text = held + chunk
    // What follows a CR at the end of a chunk says whether it stands alone.
    held = text.endsWith('\r') ? '\r' : ''
    if (held) text = text.slice(0, -1)
    if (end === undefined) ({ end, isQuoted } = firstLineEnd(text, isQuoted))
    yield end === '\r' ? text.replaceAll(/\r\n?/g, '\n') : text
  }
  if (held) yield end === '\n' || end === '\r\n' ? held : '\n'
}

function firstLineEnd(text: string, within: boolean): { end: string | undefined; isQuoted: boolean } {
  let isQuoted = within
  for (const [mark] of text.matchAll(/"|\r\n?|\n/g)) {
    if (mark === '"') isQuoted = !isQuoted
    else if (!isQuoted) return { end: mark, isQuoted }
  }
  return { end: undefined, isQuoted }
}

/** Bytes as text: by the byte order mark, else UTF-8, else Windows-1252 from the first letter that is not UTF-8. */
async function* decode(input: RowBytes): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined
  /** Begun but unfinished UTF-8 after nothing but ASCII; undefined once the file is known not to be Windows-1252. */
  let pending: Uint8Array | undefined = new Uint8Array(0)
  for await (const chunk of input) {
    const bytes: Uint8Array = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    if (!decoder) {
      const mark = markOf(bytes)
      decoder = new TextDecoder(mark ?? 'utf-8', { fatal: true })
      if (mark) pending = undefined
    }
    const text = decodeSafely(decoder, bytes)
    if (text !== undefined) {
      if (pending) pending = isAscii(text) ? Buffer.concat([pending, bytes]).subarray(text.length) : undefined
      yield text
    } else if (pending) {
      decoder = new TextDecoder('windows-1252')
      const western = decoder.decode(Buffer.concat([pending, bytes]), { stream: true })
      // Every byte is a letter of that encoding, so that a picture would pass for text; but no text has zeros.
      if (western.includes('\0')) throw new AppError('invalid-input', {}, [{ code: 'encoding' }])
      yield western
      pending = undefined
    } else throw new AppError('invalid-input', {}, [{ code: 'encoding' }])
  }
  const last = decoder ? decodeSafely(decoder) : ''
  if (last === undefined && !pending) throw new AppError('invalid-input', {}, [{ code: 'encoding' }])
  yield last ?? new TextDecoder('windows-1252').decode(pending)
}

/** The next text, or undefined where the bytes are not in the decoder's encoding. */
function decodeSafely(decoder: TextDecoder, bytes?: Uint8Array): string | undefined {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
  } catch {
    return undefined
  }
}

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  return undefined
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is the question here
const isAscii = (text: string) => !/[^\u0000-\u007f]/.test(text)
