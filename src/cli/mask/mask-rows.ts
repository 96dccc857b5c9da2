import { AppError, type InputIssue } from '../../kernel/errors.ts'
import { type Row, type RowBytes, readRows, writeCsv } from '../../platform/files/index.ts'
import {
  addMasks,
  type MaskCounts,
  type MaskedText,
  noMasks,
} from '../../understand/intake/rules/masking/mask-text.ts'

export type MaskedRows = { readonly rows: number; readonly counts: MaskCounts }

export type MaskAsked = {
  readonly columns: readonly string[]
  readonly json: boolean
  readonly mask: (text: string) => MaskedText
  readonly write: (text: string) => Promise<void>
  readonly progress: (rows: number) => void
}

/**
 * Every row with the named columns masked and all other cells as they came, in the order of the file.
 *
 * @throws AppError with what is wrong: where, and why
 */
export async function maskRows(input: RowBytes, asked: MaskAsked): Promise<MaskedRows> {
  const masking = new Masking(asked)
  const options = { looseQuotes: true, onDelimiter: (found: string) => masking.use(found) }
  for await (const rows of readRows(input, options)) {
    await asked.write(masking.take(rows))
    asked.progress(masking.rows)
  }
  await asked.write(masking.end())
  return { rows: masking.rows, counts: masking.counts }
}

class Masking {
  rows = 0
  counts: MaskCounts = noMasks
  private readonly asked: MaskAsked
  private delimiter: ',' | ';' | '\t' = ','
  private header: readonly string[] | undefined
  private places: readonly number[] = []

  constructor(asked: MaskAsked) {
    this.asked = asked
  }

  use(delimiter: string): void {
    if (delimiter === ';' || delimiter === '\t') this.delimiter = delimiter
  }

  take(rows: readonly Row[]): string {
    if (rows.length === 0) return ''
    const isFirst = this.header === undefined
    const body = isFirst ? rows.slice(1) : rows
    if (isFirst) this.readHeader(rows[0]!)
    const masked = body.map((row) => this.masked(row))
    if (this.asked.json) return this.asJson(masked)
    return this.csv(isFirst ? [this.header!, ...masked] : masked)
  }

  end(): string {
    if (!this.header) throw new AppError('invalid-input', {}, [{ code: 'file-empty' }])
    if (!this.asked.json) return ''
    return this.rows === 0 ? '[]\n' : '\n]\n'
  }

  private readHeader({ cells, line }: Row): void {
    const names = cells.map((name, index) => (index === 0 ? name.replace(/^\ufeff/, '') : name))
    const bare = names.map((name) => name.trim())
    const issues = this.asked.columns.flatMap((column): InputIssue[] => {
      const times = bare.filter((name) => name === column.trim()).length
      if (times === 1) return []
      return times === 0
        ? [{ code: 'missing-column', column, params: { found: bare.join(', ') } }]
        : [{ code: 'column-doubled', line, column }]
    })
    if (issues.length > 0) throw new AppError('invalid-input', {}, issues)
    this.header = names
    this.places = this.asked.columns.map((column) => bare.indexOf(column.trim()))
  }

  private masked({ cells: found, line }: Row): readonly string[] {
    const columns = this.header!.length
    // One column needs no delimiter: what looks like one is the text's own.
    const cells = columns === 1 ? [found.join(this.delimiter)] : found
    if (cells.length > columns && cells.slice(columns).some((cell) => cell !== ''))
      throw new AppError('invalid-input', {}, [
        { code: 'too-many-cells', line, params: { cells: cells.length, columns } },
      ])
    const row = [...cells]
    for (const place of this.places) {
      const { text, counts } = this.asked.mask(row[place] ?? '')
      if (text === row[place]) continue
      row[place] = text
      this.counts = addMasks(this.counts, counts)
    }
    return row
  }

  private csv(rows: readonly (readonly string[])[]): string {
    this.rows += rows.length - (rows[0] === this.header ? 1 : 0)
    return writeCsv(rows, { delimiter: this.delimiter, guardFormulas: false })
  }

  private asJson(rows: readonly (readonly string[])[]): string {
    const lines = rows.map((row) => {
      const object = Object.fromEntries(this.header!.map((name, index) => [name.trim(), row[index] ?? '']))
      this.rows += 1
      return `${this.rows === 1 ? '[\n' : ',\n'}${JSON.stringify(object)}`
    })
    return lines.join('')
  }
}
