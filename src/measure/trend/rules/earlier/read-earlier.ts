/** A table of results from before the product → figures, or what is wrong with it line by line. */
import type { InputIssue } from '../../../../kernel/errors.ts'
import type { EarlierFigure } from '../../contract.ts'
import { readFigure } from '../figure.ts'
import { type EarlierColumn, figureId, placeColumns } from './columns.ts'

export type EarlierRow = EarlierFigure & { readonly line: number }
export type ReadEarlier = { readonly rows: readonly EarlierRow[]; readonly issues: readonly InputIssue[] }

type Table = {
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

const required = ['edition', 'year', 'figure', 'value'] as const

/**
 * Reads all rows and every problem in them. No participant means a class, no class either the whole edition.
 * Numbers may have a decimal comma; an interval needs both ends, with the value between them.
 */
export function readEarlier({ header, rows }: Table): ReadEarlier {
  const places = placeColumns(header)
  const missing = required.filter((column) => places[column] < 0)
  if (missing.length > 0) {
    const value = header.slice(0, 20).join(', ')
    return { rows: [], issues: missing.map((path) => ({ code: 'missing-column', line: 1, path, value })) }
  }
  if (rows.length === 0) return { rows: [], issues: [{ code: 'no-rows', line: 1 }] }
  const issues: InputIssue[] = []
  const read = rows.map(({ line, cells }) => {
    const cell = (column: EarlierColumn) => (cells[places[column]] ?? '').trim()
    const problem = (code: string, column: EarlierColumn) =>
      issues.push({
        code,
        line,
        column: header[places[column]] ?? column,
        path: column,
        value: cell(column).slice(0, 60),
      })
    return readRow(line, cell, problem)
  })
  issues.push(...doubles(read))
  return { rows: read, issues: issues.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)) }
}

type Cell = (column: EarlierColumn) => string
type Problem = (code: string, column: EarlierColumn) => void

function readRow(line: number, cell: Cell, problem: Problem): EarlierRow {
  const year = Number(cell('year'))
  if (!/^\d{4}$/.test(cell('year')) || year < 1950 || year > 2200) problem('not-a-year', 'year')
  if (cell('edition') === '') problem('blank', 'edition')
  for (const column of ['edition', 'class', 'participant'] as const)
    if (cell(column).length > 120) problem('too-long', column)
  const figure = figureId(cell('figure'))
  if (readFigure(figure) === undefined) problem('unknown-figure', 'figure')
  if (cell('participant') !== '' && cell('class') === '') problem('blank', 'class')
  const value = numberIn(cell('value'))
  if (value === null || value < 0 || value > 100) problem('not-a-score', 'value')
  const n = cell('n') === '' ? null : numberIn(cell('n'))
  if (cell('n') !== '' && (n === null || !Number.isInteger(n) || n < 1 || n > 10_000_000))
    problem('not-a-count', 'n')
  const [low, high] = intervalIn(cell, value, problem)
  return {
    line,
    edition: cell('edition'),
    year,
    class: cell('class'),
    participant: cell('participant').replace(/\s+/g, ' '),
    figure,
    value: value ?? 0,
    n,
    low,
    high,
  }
}

function intervalIn(cell: Cell, value: number | null, problem: Problem): [number | null, number | null] {
  if (cell('low') === '' && cell('high') === '') return [null, null]
  const [low, high] = [numberIn(cell('low')), numberIn(cell('high'))]
  if (low === null || high === null) problem('half-an-interval', low === null ? 'low' : 'high')
  else if (value !== null && (low > value || high < value || low < 0 || high > 100))
    problem('value-outside-interval', 'value')
  return [low, high]
}

/** `82,1` and `82.1` are both 82.1; anything else is null. */
function numberIn(text: string): number | null {
  return /^-?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : null
}

/** What a figure is known by: a second row with the same would overwrite the first. */
export function earlierKey(row: EarlierFigure): string {
  return [row.year, row.edition, row.class, row.participant, row.figure].join('\n')
}

function doubles(rows: readonly EarlierRow[]): InputIssue[] {
  const seen = new Map<string, number>()
  return rows.flatMap((row) => {
    const key = earlierKey(row)
    const before = seen.get(key)
    if (before === undefined) seen.set(key, row.line)
    return before === undefined
      ? []
      : [{ code: 'doubled-row', line: row.line, path: 'figure', value: row.figure, params: { before } }]
  })
}
