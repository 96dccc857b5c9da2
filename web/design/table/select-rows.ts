/** Which rows a table shows, and in which order. */
import type { CellValue, TableColumn } from './column.ts'
import type { TableState } from './table-state.ts'

const collator = new Intl.Collator('nb', { numeric: true, sensitivity: 'base' })

/** Numbers by size, words by the Norwegian alphabet: æ, ø, å last, and `uke 9` before `uke 12`. */
export function compareValues(a: CellValue, b: CellValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return collator.compare(String(a), String(b))
}

/**
 * All rows that pass the search and the filters, sorted; rows without a value last in both directions, equal
 * ones in the order they came. Filters and sorting on unknown columns are left out.
 *
 * @example selectRows([{ n: 2 }, { n: 1 }], [column n], { …, sorting: { column: 'n', descending: false } }) // [{ n: 1 }, { n: 2 }]
 */
export function selectRows<Row>(
  rows: readonly Row[],
  columns: readonly TableColumn<Row>[],
  state: Pick<TableState, 'search' | 'filters' | 'sorting'>,
): readonly Row[] {
  const passing = rows.filter((row) => passesFilters(row, columns, state.filters))
  const found = passing.filter((row) => matches(row, columns, state.search))
  const column = columns.find((candidate) => candidate.id === state.sorting?.column)
  if (column === undefined) return found
  return sortedBy(found, column, state.sorting?.descending === true)
}

function passesFilters<Row>(
  row: Row,
  columns: readonly TableColumn<Row>[],
  filters: TableState['filters'],
): boolean {
  return columns.every(({ id, filter }) => {
    const wanted = filters[id]
    return filter === undefined || wanted === undefined || filter.of(row) === wanted
  })
}

function matches<Row>(row: Row, columns: readonly TableColumn<Row>[], search: string): boolean {
  const words = search.toLocaleLowerCase('nb').split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const text = columns.map((column) => String(column.value(row) ?? '')).join('\n')
  const lower = text.toLocaleLowerCase('nb')
  return words.every((word) => lower.includes(word))
}

function sortedBy<Row>(rows: readonly Row[], column: TableColumn<Row>, descending: boolean): readonly Row[] {
  const keyed = rows.map((row) => ({ row, value: column.value(row) }))
  const sorted = keyed.toSorted((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null)
    const order = compareValues(a.value, b.value)
    return descending ? -order : order
  })
  return sorted.map(({ row }) => row)
}
