import { Button, Search } from '@digdir/designsystemet-react'
import { useEffect, useState } from 'react'
import { designTexts } from '../../i18n/design.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { TableColumn } from './column.ts'
import { ColumnChoice } from './column-choice.tsx'
import type { DataTableProps } from './data-table.tsx'
import { Download } from './download.tsx'
import { compareValues } from './select-rows.ts'
import type { TableState } from './table-state.ts'

export type ToolbarProps<Row> = Pick<DataTableProps<Row>, 'title' | 'columns' | 'actions'> & {
  readonly rows: readonly Row[]
  readonly state: TableState
  readonly onChange: (change: Partial<TableState>) => void
  readonly selected: readonly Row[]
  readonly shown: readonly TableColumn<Row>[]
}

/** A table that is taken in at a glance needs no search. */
const longEnoughToSearch = 8

export function Toolbar<Row>(props: ToolbarProps<Row>) {
  const t = useTexts(designTexts)
  const { state, onChange, columns } = props
  const isFiltered = state.search !== '' || Object.keys(state.filters).length > 0
  const isLong = props.rows.length >= longEnoughToSearch || isFiltered
  return (
    <div className="lp-toolbar lp-no-print">
      {isLong && (
        <>
          <SearchBox search={state.search} onSearch={(search) => onChange({ search })} />
          {columns.map((column) => (
            <FilterChoice key={column.id} {...props} column={column} />
          ))}
          <SortChoice {...props} />
        </>
      )}
      {isFiltered && (
        <Button variant="tertiary" onClick={() => onChange({ search: '', filters: {} })}>
          {t('table.clear')}
        </Button>
      )}
      <div className="lp-toolbar__end">
        {props.actions}
        <ColumnChoice {...props} />
        <Download {...props} />
      </div>
    </div>
  )
}

/** The box answers at once; the address follows when the typing rests. */
function SearchBox(props: { readonly search: string; readonly onSearch: (search: string) => void }) {
  const t = useTexts(designTexts)
  const [typed, setTyped] = useState(props.search)
  useEffect(() => setTyped(props.search), [props.search])
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts the wait
  useEffect(() => {
    if (typed === props.search) return
    const wait = window.setTimeout(() => props.onSearch(typed), 250)
    return () => window.clearTimeout(wait)
  }, [typed])
  return (
    <Search className="lp-toolbar__search">
      <Search.Input
        aria-label={t('table.search')}
        placeholder={t('table.search')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Search.Clear onClick={() => setTyped('')} />
    </Search>
  )
}

function FilterChoice<Row>(props: ToolbarProps<Row> & { readonly column: TableColumn<Row> }) {
  const t = useTexts(designTexts)
  const { column, rows, state } = props
  const { filter } = column
  if (filter === undefined) return null
  const codes = [...new Set(rows.map(filter.of))].toSorted((a, b) =>
    compareValues(filter.label(a), filter.label(b)),
  )
  const { [column.id]: chosen, ...others } = state.filters
  const choose = (code: string): void =>
    props.onChange({ filters: code === '' ? others : { ...others, [column.id]: code } })
  return (
    <label className="lp-toolbar__choice">
      <span className="lp-small lp-quiet">{column.header}</span>
      <select className="ds-input" value={chosen ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="">{t('table.all')}</option>
        {codes.map((code) => (
          <option key={code} value={code}>
            {filter.label(code)}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Cards on a phone have no column heads, so sorting gets a choice of its own there. */
function SortChoice<Row>({ columns, state, onChange }: ToolbarProps<Row>) {
  const t = useTexts(designTexts)
  const sort = (column: string): void =>
    onChange({
      sorting:
        column === ''
          ? null
          : { column, descending: column === state.sorting?.column && !state.sorting.descending },
    })
  return (
    <label className="lp-toolbar__choice lp-toolbar__sort">
      <span className="lp-small lp-quiet">{t('table.sortBy')}</span>
      <select
        className="ds-input"
        value={state.sorting?.column ?? ''}
        onChange={(event) => sort(event.target.value)}
      >
        <option value="">{t('table.unsorted')}</option>
        {columns
          .filter((column) => column.sortable !== false && column.isAction !== true)
          .map((column) => (
            <option key={column.id} value={column.id}>
              {column.header}
            </option>
          ))}
      </select>
    </label>
  )
}
