/** The small tables beside a series: events, and opening hours with exceptions. Every wrong line is told. */
import { AppError, type InputIssue } from '../../../../kernel/errors.ts'
import { readClock, readDate, readNumber } from '../../../../kernel/written-cells.ts'
import type { OpenHours, Opening, PlannedEvent } from './forecast-types.ts'
import type { TextRow } from './series-row.ts'

type Cells = (name: string) => string

function readTable(rows: readonly TextRow[], required: readonly string[]): { line: number; cell: Cells }[] {
  if (rows.length === 0) throw refused([{ code: 'file-empty' }])
  const names = rows[0]!.cells.map(
    (name) => synonyms.get(name.trim().toLowerCase()) ?? name.trim().toLowerCase(),
  )
  const missing = required.filter((name) => !names.includes(name))
  if (missing.length > 0)
    throw refused(
      missing.map((column) => ({ code: 'missing-column', column, params: { found: names.join(', ') } })),
    )
  return rows
    .slice(1)
    .map(({ line, cells }) => ({ line, cell: (name) => (cells[names.indexOf(name)] ?? '').trim() }))
}

const synonyms: ReadonlyMap<string, string> = new Map(
  Object.entries({
    dato: 'date',
    event: 'kind',
    type: 'kind',
    name: 'kind',
    hendelse: 'kind',
    størrelse: 'size',
    faktor: 'factor',
    ukedag: 'weekday',
    fra: 'from',
    til: 'to',
  }),
)

const refused = (issues: readonly InputIssue[]) =>
  new AppError('invalid-input', { issues: issues.length }, issues.slice(0, 50))

/**
 * `date,kind[,size][,factor]`.
 *
 * @throws AppError `invalid-input` with an issue for each line that is wrong
 */
export function readEvents(rows: readonly TextRow[]): PlannedEvent[] {
  const issues: InputIssue[] = []
  const first = new Map<string, number>()
  const events = readTable(rows, ['date', 'kind']).map(({ line, cell }): PlannedEvent => {
    const [date, kind] = [readDate(cell('date')) ?? '', cell('kind')]
    if (date === '') issues.push({ code: 'not-a-date', line, column: 'date', value: cell('date') })
    // The same event twice would have its effect twice.
    const before = date === '' ? undefined : first.get(`${date} ${kind}`)
    if (before !== undefined)
      issues.push({ code: 'doubled-event', line, value: `${kind} on ${date}`, params: { first: before } })
    else first.set(`${date} ${kind}`, line)
    if (kind === '') issues.push({ code: 'empty-cell', line, column: 'kind' })
    const figure = (column: 'size' | 'factor') => {
      const text = cell(column)
      if (text === '') return undefined
      const value = readNumber(text) ?? Number.NaN
      if (!(value > 0 && value < 1e9)) issues.push({ code: 'not-positive', line, column, value: text })
      return value
    }
    return { date, kind, size: figure('size'), factor: figure('factor') }
  })
  if (issues.length > 0) throw refused(issues)
  return events
}

const weekdays: readonly (readonly string[])[] = [
  [],
  ['1', 'monday', 'mandag', 'måndag', 'mon', 'man'],
  ['2', 'tuesday', 'tirsdag', 'tysdag', 'tue', 'tir', 'tys'],
  ['3', 'wednesday', 'onsdag', 'wed', 'ons'],
  ['4', 'thursday', 'torsdag', 'thu', 'tor'],
  ['5', 'friday', 'fredag', 'fri', 'fre'],
  ['6', 'saturday', 'lørdag', 'laurdag', 'sat', 'lør', 'lau'],
  ['7', 'sunday', 'søndag', 'sundag', 'sun', 'søn'],
]

/**
 * `weekday,from,to[,date]`: a row with a weekday (1 Monday … 7 Sunday, or its name) gives hours of every week, a row
 * with a date those of that date; a date without hours is closed. Several rows of one day add up.
 *
 * @throws AppError `invalid-input` with an issue for each line that is wrong
 */
export function readOpening(rows: readonly TextRow[]): Opening {
  const issues: InputIssue[] = []
  const week: Record<number, OpenHours[]> = {}
  const dates = new Map<string, OpenHours[]>()
  for (const { line, cell } of readTable(rows, ['from', 'to'])) {
    const name = cell('weekday').toLowerCase()
    const [from, to] = [readClock(cell('from')) ?? '', readClock(cell('to')) ?? '']
    const closed = cell('from') === '' && cell('to') === ''
    if (!closed && !(from !== '' && to !== '' && (from < to || to === '00:00')))
      issues.push({ code: 'not-hours', line, value: `${cell('from')}–${cell('to')}` })
    if (cell('date') !== '') {
      const date = readDate(cell('date')) ?? ''
      if (date === '') issues.push({ code: 'not-a-date', line, column: 'date', value: cell('date') })
      dates.set(date, [...(dates.get(date) ?? []), ...(closed ? [] : [{ from, to }])])
      continue
    }
    const weekday = weekdays.findIndex((names) => names.includes(name))
    if (weekday < 1) issues.push({ code: 'not-a-weekday', line, column: 'weekday', value: name })
    else if (!closed) week[weekday] = [...(week[weekday] ?? []), { from, to }]
  }
  if (issues.length > 0) throw refused(issues)
  if (Object.keys(week).length === 0) throw refused([{ code: 'no-weekday-open' }])
  return { week, exceptions: [...dates].map(([date, hours]) => ({ date, hours })) }
}
