/** Observers from a file, for the command line and for the import. */
import { isPlainDate } from '../../../kernel/calendar.ts'
import type { InputIssue } from '../../../kernel/errors.ts'
import { type FileTable, type NamedRow, namedRows, refused } from './named-rows.ts'
import { nameKey, type PlanObserver } from './plan-input.ts'

const columns = ['observer', 'customerOf', 'contactsPerWeek', 'absentFrom', 'absentTo'] as const
type Row = NamedRow<(typeof columns)[number]>

const mostPerWeek = 1000

/**
 * The observers of a file. An observer may stand in several rows, one for each absence; only `observer` is
 * required, and an empty `contactsPerWeek` is the edition's own.
 */
export function observersFrom(table: FileTable, usualPerWeek: number): PlanObserver[] {
  const rows = namedRows(table, columns, ['customerOf', 'contactsPerWeek', 'absentFrom', 'absentTo'])
  if (rows.length === 0) throw refused([{ code: 'no-rows' }])
  const people = [...Map.groupBy(rows, ({ cells }) => nameKey(cells.observer)).values()]
  const issues = [...rows.flatMap(rowIssues), ...people.flatMap(differingMaxima)]
  if (issues.length > 0) throw refused(issues.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)))
  return people.map((own) => observerOf(own, usualPerWeek))
}

function observerOf(rows: readonly Row[], usualPerWeek: number): PlanObserver {
  const name = rows[0]!.cells.observer
  const stated = rows.map(({ cells }) => cells.contactsPerWeek).find((count) => count !== '')
  return {
    id: name,
    name,
    contactsPerWeek: stated === undefined ? usualPerWeek : Number(stated),
    customerOf: rows.flatMap(({ cells }) => namesIn(cells.customerOf)),
    absences: rows.flatMap(({ cells }) =>
      cells.absentFrom === '' ? [] : [{ from: cells.absentFrom, to: cells.absentTo }],
    ),
  }
}

/** Names are separated by `;` or `|`, because a company's name may hold a comma. */
function namesIn(cell: string): string[] {
  return cell
    .split(/[;|]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

function rowIssues({ line, cells }: Row): InputIssue[] {
  const issues: InputIssue[] = []
  if (cells.observer === '') issues.push({ code: 'blank', line, column: 'observer' })
  const perWeek = cells.contactsPerWeek
  if (
    perWeek !== '' &&
    !(/^\d{1,4}$/.test(perWeek) && Number(perWeek) >= 1 && Number(perWeek) <= mostPerWeek)
  )
    issues.push({
      code: 'not-a-count',
      line,
      column: 'contactsPerWeek',
      value: perWeek,
      params: { most: mostPerWeek },
    })
  return [...issues, ...absenceIssues({ line, cells })]
}

function absenceIssues({ line, cells }: Row): InputIssue[] {
  const { absentFrom: from, absentTo: to } = cells
  if (from === '' && to === '') return []
  if (from === '' || to === '')
    return [{ code: 'half-an-absence', line, column: from === '' ? 'absentFrom' : 'absentTo' }]
  const wrong = (['absentFrom', 'absentTo'] as const).filter((column) => !isPlainDate(cells[column]))
  if (wrong.length > 0)
    return wrong.map((column) => ({ code: 'not-a-date', line, column, value: cells[column] }))
  return from > to ? [{ code: 'absence-backwards', line, column: 'absentTo', value: to }] : []
}

function differingMaxima(rows: readonly Row[]): InputIssue[] {
  const stated = rows.filter(({ cells }) => cells.contactsPerWeek !== '')
  const first = stated[0]
  if (!first) return []
  return stated
    .filter(({ cells }) => cells.contactsPerWeek !== first.cells.contactsPerWeek)
    .map(({ line, cells }) => ({
      code: 'two-weekly-maxima',
      line,
      column: 'contactsPerWeek',
      value: cells.contactsPerWeek,
      params: { known: first.cells.contactsPerWeek, first: first.line },
    }))
}
