/** Rows of a table, or objects with the same fields, as records by a mapping of columns. */
import type { EnquiryRecord, Place, ReadItem, ReadParams, ReadReason } from '../../record.ts'
import { ContentIds } from '../content-id.ts'
import { present } from '../dig.ts'
import type { ColumnMapping, MappedField, WordField } from './column-mapping.ts'
import { momentOfCell, numberOf, secondsOf } from './read-cells.ts'
import { builtInMeaning, meaningsOf } from './words.ts'

export type MappedRow = { readonly line: number; readonly cells: readonly string[] }

/** Reads one row at a time; made once for a table, since rows without an id are told apart by what came before. */
export class RowReader {
  private readonly mapping: ColumnMapping
  private readonly ids = new ContentIds()

  constructor(mapping: ColumnMapping) {
    this.mapping = mapping
  }

  /**
   * @param cellOf the cell of a column by its name; empty where there is none
   * @param content all of the row, asked for only where it has no id of its own
   */
  read(cellOf: (column: string) => string, content: () => string, at: Place): ReadItem {
    const row = new RowValues(this.mapping, cellOf)
    try {
      const record = row.record(() => this.ids.idOf(content()))
      return { ok: true, record, at }
    } catch (error) {
      if (!(error instanceof BadCell)) throw error
      return { ok: false, at, reason: error.reason, params: error.params }
    }
  }
}

class BadCell extends Error {
  readonly reason: ReadReason
  readonly params: ReadParams

  constructor(reason: ReadReason, column: string, value: string) {
    super(reason)
    this.reason = reason
    this.params = { column, value: value.slice(0, 60) }
  }
}

const longestText = 1_000_000

class RowValues {
  private readonly mapping: ColumnMapping
  private readonly cellOf: (column: string) => string

  constructor(mapping: ColumnMapping, cellOf: (column: string) => string) {
    this.mapping = mapping
    this.cellOf = cellOf
  }

  record(ownId: () => string): EnquiryRecord {
    return present({
      sourceId: this.id(ownId),
      contactId: this.text('contactId'),
      legOf: this.text('legOf'),
      channel: (this.word('channel', 'bad-channel') ?? this.mapping.channel) as EnquiryRecord['channel'],
      direction: this.word('direction') as EnquiryRecord['direction'],
      startedAt: this.moment(),
      customer: this.text('customer'),
      text: this.text('text'),
      agentText: this.text('agentText'),
      reasonCode: this.text('reasonCode'),
      queue: this.text('queue'),
      waitSeconds: this.duration('waitSeconds'),
      handleSeconds: this.duration('handleSeconds'),
      transfers: this.count('transfers', 0),
      outcome: this.word('outcome') as EnquiryRecord['outcome'],
      resolved: this.yesNo('resolved'),
      triedSelfService: this.yesNo('triedSelfService'),
      csat: this.satisfaction(),
      weight: this.count('weight', 1),
      language: this.word('language') as EnquiryRecord['language'],
    })
  }

  private cell(field: MappedField): { readonly column: string; readonly value: string } | undefined {
    const column = this.mapping.columns[field]
    const value = column === undefined ? '' : this.cellOf(column).trim()
    return column === undefined || value === '' || /^(?:-|–|null|n\/a|na)$/i.test(value)
      ? undefined
      : { column, value }
  }

  private text(field: MappedField): string | undefined {
    const cell = this.cell(field)
    if (cell && cell.value.length > longestText) throw new BadCell('too-large', cell.column, '')
    return cell?.value
  }

  private id(ownId: () => string): string {
    const column = this.mapping.columns.sourceId
    if (column === undefined) return ownId()
    const value = this.text('sourceId')
    if (value === undefined) throw new BadCell('missing-id', column, '')
    return value
  }

  private moment(): string | undefined {
    const column = this.mapping.columns.startedAt
    if (column === undefined) return undefined
    const [date, time] = [this.cell('startedAt'), this.cell('startedTime')]
    if (!date) throw new BadCell('missing-time', column, '')
    const written = time === undefined ? date.value : `${date.value} ${time.value}`
    const moment = momentOfCell(written, this.mapping)
    if (moment === undefined) throw new BadCell('bad-time', column, written)
    return moment
  }

  private duration(field: 'waitSeconds' | 'handleSeconds'): number | undefined {
    const cell = this.cell(field)
    if (!cell) return undefined
    const { units, decimal } = this.mapping
    const seconds = secondsOf(cell.value, units[field] ?? 'seconds', decimal)
    if (seconds === undefined) throw new BadCell('bad-number', cell.column, cell.value)
    return seconds
  }

  private count(field: 'transfers' | 'weight', least: number): number | undefined {
    const cell = this.cell(field)
    if (!cell) return undefined
    const number = numberOf(cell.value, this.mapping.decimal)
    if (number === undefined || !Number.isInteger(number) || number < least || number > 1e9)
      throw new BadCell('bad-number', cell.column, cell.value)
    return number
  }

  private satisfaction(): number | undefined {
    const [cell, scale] = [this.cell('csat'), this.mapping.csatScale]
    if (!cell || !scale) return undefined
    const number = numberOf(cell.value, this.mapping.decimal)
    const share = number === undefined ? Number.NaN : (number - scale.worst) / (scale.best - scale.worst)
    if (!(share >= 0 && share <= 1)) throw new BadCell('bad-number', cell.column, cell.value)
    return share
  }

  private word(field: WordField, reason: ReadReason = 'bad-value'): string | undefined {
    const cell = this.cell(field)
    if (!cell) return undefined
    const own = this.mapping.values[field]
    const word = cell.value.toLowerCase()
    const said = own !== undefined && Object.hasOwn(own, word) ? own[word] : builtInMeaning(field, cell.value)
    if (said === undefined || !meaningsOf[field].includes(said))
      throw new BadCell(reason, cell.column, cell.value)
    return said
  }

  private yesNo(field: 'resolved' | 'triedSelfService'): boolean | undefined {
    const said = this.word(field)
    return said === undefined ? undefined : said === 'yes'
  }
}

/**
 * The records of a table whose rows come in batches, the header first. Never throws for what is in the table.
 *
 * @example header ['id', 'tekst'], mapping { columns: { sourceId: 'id', text: 'tekst' }, … }
 */
export async function* readMappedRows(
  batches: AsyncIterable<readonly MappedRow[]>,
  mapping: ColumnMapping,
): AsyncGenerator<ReadItem, void, undefined> {
  const reader = new RowReader(mapping)
  let places: ReadonlyMap<string, number> | undefined
  for await (const batch of batches) {
    for (const row of batch) {
      if (places === undefined) {
        places = placesOf(row)
        const missing = Object.values(mapping.columns).filter((column) => !places!.has(column))
        for (const column of missing)
          yield { ok: false, at: { line: row.line }, reason: 'column-missing', params: { column } }
        if (missing.length > 0) return
      } else yield readRow(row, places, reader)
    }
  }
}

function placesOf({ cells }: MappedRow): ReadonlyMap<string, number> {
  const names = cells.map((name) => name.replace(/^\ufeff/, '').trim())
  // Of two columns with one name the first counts, as a person who points at it would expect.
  return new Map(names.map((name, index) => [name, index] as const).toReversed())
}

function readRow(
  { line, cells }: MappedRow,
  places: ReadonlyMap<string, number>,
  reader: RowReader,
): ReadItem {
  const columns = Math.max(...places.values()) + 1
  if (cells.length > columns && cells.slice(columns).some((cell) => cell.trim() !== ''))
    return { ok: false, at: { line }, reason: 'too-many-cells', params: { cells: cells.length, columns } }
  return reader.read(
    (column) => cells[places.get(column) ?? -1] ?? '',
    () => cells.join('\u001f'),
    { line },
  )
}
