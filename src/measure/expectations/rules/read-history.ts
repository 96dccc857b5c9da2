/** A file of earlier years → rows, or what is wrong, line by line. Nothing is half imported. */
import type { InputIssue } from '../../../kernel/errors.ts'
import type { HistoryRow, SurveyItem } from '../contract.ts'

type Table = {
  readonly header: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}
export type ReadHistory = { readonly rows: readonly HistoryRow[]; readonly issues: readonly InputIssue[] }

const columns = {
  year: ['year', 'år'],
  performance: ['performance', 'prestasjon', 'item', 'spørsmål'],
  score: ['score', 'viktighet', 'viktigheit', 'importance'],
  n: ['n', 'answers', 'svar'],
  low: ['low', 'nedre', 'lav'],
  high: ['high', 'øvre', 'høy', 'høg'],
  wording: ['wording', 'ordlyd', 'formulering'],
} as const
type Column = keyof typeof columns
const required: readonly Column[] = ['year', 'performance', 'score', 'n']

const firstYear = 1990
const lastYear = 2100

/**
 * Reads all rows: year, performance (an item's id or its words in one of the languages), score (importance 0–100,
 * a point or a comma for decimals) and n; low, high and wording are optional. A year and performance that stand
 * twice are refused. Example: `year,performance,score,n` / `2024,listen,81.5,30` is one row.
 */
export function readHistory({ header, rows }: Table, items: readonly SurveyItem[]): ReadHistory {
  const at = (column: Column) => header.findIndex((name) => isColumn(name, column))
  const missing = required.filter((column) => at(column) < 0)
  if (missing.length > 0)
    return { rows: [], issues: missing.map((column) => ({ code: 'missing-column', line: 1, column })) }
  if (rows.length === 0) return { rows: [], issues: [{ code: 'no-rows', line: 1 }] }
  const issues: InputIssue[] = []
  const seen = new Map<string, number>()
  const read = rows.map(({ line, cells }) => {
    const cell = (column: Column) => (at(column) < 0 ? '' : (cells[at(column)] ?? '').trim())
    const problem = (code: string, column: Column) =>
      issues.push({ code, line, column, value: cell(column).slice(0, 80) })
    const row = readRow(cell, problem, { line, items })
    const key = `${row.year} ${row.performance}`
    const before = seen.get(key)
    if (before !== undefined) issues.push({ code: 'doubled-row', line, params: { before } })
    else seen.set(key, line)
    return row
  })
  return { rows: read, issues }
}

function isColumn(name: string, column: Column): boolean {
  return (columns[column] as readonly string[]).includes(name.trim().toLocaleLowerCase('nb'))
}

type Cell = (column: Column) => string
type Problem = (code: string, column: Column) => void

function readRow(
  cell: Cell,
  problem: Problem,
  { line, items }: { readonly line: number; readonly items: readonly SurveyItem[] },
): HistoryRow {
  const year = Number(cell('year'))
  if (!/^\d{4}$/.test(cell('year')) || year < firstYear || year > lastYear) problem('not-a-year', 'year')
  const performance = performanceOf(cell('performance'), items)
  if (performance === undefined) problem('unknown-performance', 'performance')
  const score = numberIn(cell('score'))
  if (!isImportance(score)) problem('not-an-importance', 'score')
  const n = Number(cell('n'))
  if (!/^\d{1,6}$/.test(cell('n')) || n < 1) problem('not-a-count', 'n')
  const [low, high] = limitsOf(cell, problem, score)
  const wording = cell('wording') || null
  return { line, year, performance: performance ?? '', score, n, low, high, wording }
}

/** Both ends or neither, around the score. */
function limitsOf(cell: Cell, problem: Problem, score: number): [number | null, number | null] {
  if (cell('low') === '' && cell('high') === '') return [null, null]
  const [low, high] = [numberIn(cell('low')), numberIn(cell('high'))]
  if (!isImportance(low) || low > score) problem('not-an-interval', 'low')
  else if (!isImportance(high) || high < score) problem('not-an-interval', 'high')
  return [low, high]
}

const isImportance = (value: number) => value >= 0 && value <= 100

function numberIn(text: string): number {
  return /^\d{1,3}([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
}

function performanceOf(text: string, items: readonly SurveyItem[]): string | undefined {
  const key = text.toLocaleLowerCase('nb')
  const same = (words: string) => words.toLocaleLowerCase('nb') === key
  return items.find(({ id, text: words }) => same(id) || Object.values(words).some(same))?.id
}
