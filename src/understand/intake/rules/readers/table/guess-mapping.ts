/** Which column is which, guessed from the headings and from what the cells hold; a person corrects it. */
import {
  type ColumnMapping,
  type DurationUnit,
  type MappedField,
  mappedFields,
  type WordField,
  wordFields,
} from './column-mapping.ts'
import { headerWords } from './header-words.ts'
import { momentOfCell, numberOf, secondsOf } from './read-cells.ts'
import { builtInMeaning, plainWord } from './words.ts'

export type GuessedMapping = {
  readonly mapping: ColumnMapping
  /** Words of the mapped columns that mean nothing yet, with how often they stand; a person says what they mean. */
  readonly unread: Readonly<
    Partial<Record<WordField, readonly { readonly value: string; readonly count: number }[]>>
  >
}

type Column = { readonly name: string; readonly values: readonly string[] }

const mostRows = 1000

/**
 * @param rows the first rows of the table, without the header
 * @example guessMapping(['Kanal', 'Tekst'], [['Telefon', 'Hvor er pakken?']], 'Europe/Oslo').mapping.columns
 * // { channel: 'Kanal', text: 'Tekst' }
 */
export function guessMapping(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  timeZone: string,
): GuessedMapping {
  const columns = header.map((name, index): Column => {
    const values = rows.slice(0, mostRows).map((cells) => (cells[index] ?? '').trim())
    return { name: name.trim(), values: values.filter((value) => value !== '') }
  })
  const all = columns.flatMap(({ values }) => values)
  const decimal = all.some((value) => /^-?\d+,\d{1,2}$/.test(value)) ? ',' : '.'
  const dateOrder = orderOf(all)
  const chosen = chooseColumns(columns, { timeZone, dateOrder, decimal })
  const valuesOf = (field: MappedField) => columns.find(({ name }) => name === chosen[field])?.values ?? []
  const scale = scaleOf(valuesOf('csat'), decimal, chosen.csat ?? '')
  const mapping: ColumnMapping = {
    columns: chosen,
    values: {},
    units: unitsOf(chosen, valuesOf),
    ...(scale && { csatScale: scale }),
    decimal,
    dateOrder,
    timeZone,
  }
  return { mapping, unread: unreadOf(chosen, valuesOf) }
}

type Setting = Pick<ColumnMapping, 'timeZone' | 'dateOrder' | 'decimal'>
type Columns = { [field in MappedField]?: string | undefined }

/** By heading first, then by content for the three that matter most; a column is used once. */
function chooseColumns(columns: readonly Column[], setting: Setting): Partial<Record<MappedField, string>> {
  const chosen: Columns = {}
  const isFree = ({ name }: Column): boolean => name !== '' && !Object.values(chosen).includes(name)
  for (const { field, column } of byHeading(columns))
    if (chosen[field] === undefined && isFree(column) && fits(field, column, setting))
      chosen[field] = column.name
  chosen.startedAt ??= columns.find((column) => isFree(column) && isMoments(column, setting))?.name
  // A table of conversations alone has their id for its own.
  if (chosen.sourceId === undefined && chosen.contactId !== undefined) {
    chosen.sourceId = chosen.contactId
    chosen.contactId = undefined
  }
  chosen.channel ??= columns.find((column) => isFree(column) && isWords('channel', column))?.name
  chosen.text ??= columns
    .filter(isFree)
    .filter(isProse)
    .toSorted((a, b) => meanLength(b) - meanLength(a))[0]?.name
  if (chosen.startedTime !== undefined && hasClock(columns.find(({ name }) => name === chosen.startedAt)))
    delete chosen.startedTime
  return Object.fromEntries(Object.entries(chosen).filter(([, name]) => name !== undefined)) as Partial<
    Record<MappedField, string>
  >
}

/** Pairs of field and column by how early the heading stands among the field's names: the surest first. */
function byHeading(
  columns: readonly Column[],
): readonly { field: MappedField; column: Column; place: number }[] {
  const pairs = mappedFields.flatMap((field) =>
    columns.flatMap((column) => {
      const place = placeOf(column.name, headerWords.get(field)!)
      return place < 0 ? [] : [{ field, column, place }]
    }),
  )
  return pairs.toSorted((one, other) => one.place - other.place)
}

/** Also "Ventetid (sek)" with a unit behind, and last "Saksbehandlers svar": one word of several. */
function placeOf(name: string, words: readonly string[]): number {
  const whole = words.indexOf(plainWord(name))
  if (whole >= 0) return whole
  const bare = plainWord(name.replace(/[([].*[)\]]\s*$/, '').replace(/\s(?:i|in)\s\p{L}+$/u, ''))
  const part = words.indexOf(bare)
  if (part >= 0) return 100 + part
  const single = name
    .split(/[^\p{L}]+/u)
    .map(plainWord)
    .filter((word) => word.length >= 4)
  const places = single.map((word) => words.indexOf(word)).filter((place) => place >= 0)
  return places.length > 0 ? 200 + Math.min(...places) : -1
}

/** Whether most of the cells can be what the heading says; a column without any cells can be anything. */
function fits(field: MappedField, column: Column, setting: Setting): boolean {
  if (column.values.length === 0) return true
  if (field === 'startedAt') return isMoments(column, setting)
  if (field === 'startedTime') return most(column, (value) => /^\d{1,2}[:.]\d{2}(?:[:.]\d{2})?$/.test(value))
  if (field === 'waitSeconds' || field === 'handleSeconds')
    return most(column, (value) => secondsOf(value, 'seconds', setting.decimal) !== undefined)
  if (field === 'csat' || field === 'weight' || field === 'transfers')
    return most(column, (value) => numberOf(value, setting.decimal) !== undefined)
  if (field === 'text' || field === 'agentText')
    return !most(column, (value) => numberOf(value, setting.decimal) !== undefined)
  if (
    field === 'resolved' ||
    field === 'triedSelfService' ||
    field === 'outcome' ||
    field === 'language' ||
    field === 'direction'
  )
    return isWords(field, column)
  if (field === 'channel') return new Set(column.values).size <= 40
  return true
}

const share = ({ values }: Column, test: (value: string) => boolean): number =>
  values.filter(test).length / Math.max(1, values.length)
const most = (column: Column, test: (value: string) => boolean): boolean => share(column, test) >= 0.8

const isMoments = (column: Column, setting: Setting): boolean =>
  column.values.length > 0 &&
  most(column, (value) => !/^\d{1,4}$/.test(value) && momentOfCell(value, setting) !== undefined)
const isWords = (field: WordField, column: Column): boolean =>
  column.values.length > 0 && share(column, (value) => builtInMeaning(field, value) !== undefined) >= 0.5
const isProse = (column: Column): boolean => share(column, (value) => /\p{L}+\s+\p{L}+/u.test(value)) >= 0.5
const meanLength = ({ values }: Column): number =>
  values.reduce((sum, value) => sum + value.length, 0) / Math.max(1, values.length)
const hasClock = (column: Column | undefined): boolean =>
  column !== undefined &&
  share(
    column,
    (value) => /\d[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]m)?$|T\d{2}:/i.test(value) && /[\sT]/.test(value),
  ) > 0.5

/** A first part above 12 can only be a day, a second one only after a month. */
function orderOf(values: readonly string[]): ColumnMapping['dateOrder'] {
  const parts = values
    .map((value) => /^(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}\b/.exec(value))
    .filter((part) => part !== null)
  const dayFirst = parts.some((part) => Number(part[1]) > 12)
  return !dayFirst && parts.some((part) => Number(part[2]) > 12) ? 'month-first' : 'day-first'
}

function unitsOf(
  chosen: Columns,
  valuesOf: (field: MappedField) => readonly string[],
): ColumnMapping['units'] {
  const unit = (field: 'waitSeconds' | 'handleSeconds'): DurationUnit | undefined =>
    chosen[field] === undefined || valuesOf(field).every((value) => value.includes(':'))
      ? undefined
      : unitOf(chosen[field])
  const [wait, handle] = [unit('waitSeconds'), unit('handleSeconds')]
  return { ...(wait && { waitSeconds: wait }), ...(handle && { handleSeconds: handle }) }
}

function unitOf(heading: string): DurationUnit {
  if (/\bms\b|millis/i.test(heading)) return 'milliseconds'
  if (/(?:^|[^\p{L}])min|minut/iu.test(heading)) return 'minutes'
  return /timer|timar|hours?\b|(?:^|[^\p{L}])h(?:$|[^\p{L}])/iu.test(heading) ? 'hours' : 'seconds'
}

/** What the heading says, as in "Tilfredshet (1-6)"; else the usual scales: 1–5, 1–6, 0–10, 0–100, and thumbs as 0 and 1. */
function scaleOf(
  values: readonly string[],
  decimal: ',' | '.',
  heading: string,
): { worst: number; best: number } | undefined {
  const said = /(\d{1,3})\s?(?:-|–|til|to)\s?(\d{1,3})/.exec(heading)
  if (said && Number(said[1]) < Number(said[2])) return { worst: Number(said[1]), best: Number(said[2]) }
  const numbers = values.map((value) => numberOf(value, decimal)).filter((value) => value !== undefined)
  if (numbers.length === 0) return undefined
  const [least, greatest] = [Math.min(...numbers), Math.max(...numbers)]
  const scales = [
    [0, 1],
    [1, 5],
    [1, 6],
    [0, 10],
    [0, 100],
  ] as const
  const found = scales.find(([worst, best]) => least >= worst && greatest <= best)
  return found && { worst: found[0], best: found[1] }
}

function unreadOf(
  chosen: Columns,
  valuesOf: (field: MappedField) => readonly string[],
): GuessedMapping['unread'] {
  const unread = wordFields.flatMap((field) => {
    const counts = new Map<string, number>()
    for (const value of chosen[field] === undefined ? [] : valuesOf(field))
      if (builtInMeaning(field, value) === undefined) counts.set(value, (counts.get(value) ?? 0) + 1)
    const values = [...counts].slice(0, 60).map(([value, count]) => ({ value, count }))
    return values.length > 0 ? [[field, values] as const] : []
  })
  return Object.fromEntries(unread)
}
