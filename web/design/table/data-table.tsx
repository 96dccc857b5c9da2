/**
 * The table of every page: search, filters, sorting, pages and columns, all held in the address; the same rows
 * to CSV, Excel and paper; cards on a phone. Pass `rows` undefined while they are on their way.
 */
import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { designTexts } from '../../i18n/design.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { PathTarget } from '../path-target.ts'
import { EmptyState, ErrorState, Loading } from '../states.tsx'
import type { TableColumn } from './column.ts'
import { Pager } from './pager.tsx'
import { selectRows } from './select-rows.ts'
import { TableGrid } from './table-grid.tsx'
import type { PageSize, Sorting } from './table-state.ts'
import { Toolbar } from './toolbar.tsx'
import { usePrinting } from './use-printing.ts'
import { useTableState } from './use-table-state.ts'
import './table.css'

export type DataTableProps<Row> = {
  /** What the table shows; its visible heading, its name to a screen reader, and the name of its files. */
  readonly title: string
  /** Hides the heading where the page's title says the same. */
  readonly titleHidden?: boolean
  readonly rows: readonly Row[] | undefined
  /** Keep it stable (`useMemo` or a constant): it is read on every drawing. */
  readonly columns: readonly TableColumn<Row>[]
  readonly rowKey: (row: Row) => string
  /** Where a row leads. Its first column becomes the link, and a click anywhere in the row follows it. */
  readonly rowLink?: (row: Row) => PathTarget
  /** The row that is "us". */
  readonly isHighlighted?: (row: Row) => boolean
  readonly usualSorting?: Sorting
  /** Rows on a page before anybody chooses: fewer where the table is one of many, 25 otherwise. */
  readonly usualPageSize?: PageSize
  /** Keeps two tables of one page apart in the address: `name: 'a'` → `?a.sort=…`. */
  readonly name?: string
  readonly error?: unknown
  readonly onAgain?: () => void
  /** Shown when there are no rows at all: what to do first. */
  readonly empty?: ReactNode
  /** On a phone: rows as cards (usual), or a table that scrolls inside its own box. */
  readonly phone?: 'cards' | 'scroll'
  /** More buttons beside "download". */
  readonly actions?: ReactNode
}

export function DataTable<Row>(props: DataTableProps<Row>) {
  const t = useTexts(designTexts)
  return (
    <div className="lp-table-box">
      <h2 className={props.titleHidden === true ? 'lp-visually-hidden' : undefined}>{props.title}</h2>
      {props.rows === undefined && !props.error && <Loading lines={8} />}
      {props.error ? (
        <ErrorState error={props.error} {...(props.onAgain && { onAgain: props.onAgain })} />
      ) : null}
      {props.rows?.length === 0 && (props.empty ?? <EmptyState title={t('empty.title')} />)}
      {props.rows !== undefined && props.rows.length > 0 && <Filled {...props} rows={props.rows} />}
    </div>
  )
}

function Filled<Row>(props: DataTableProps<Row> & { readonly rows: readonly Row[] }) {
  const t = useTexts(designTexts)
  const prefix = props.name === undefined ? '' : `${props.name}.`
  const [state, change] = useTableState(prefix, {
    sorting: props.usualSorting,
    pageSize: props.usualPageSize,
  })
  const search = useDeferredValue(state.search)
  const { rows, columns } = props
  const selected = useMemo(
    () => selectRows(rows, columns, { ...state, search }),
    [rows, columns, state, search],
  )
  const shown = columns.filter(({ id, hidden }) => state.columns?.includes(id) ?? hidden !== true)
  const pages = Math.max(1, Math.ceil(selected.length / state.pageSize))
  const page = Math.min(state.page, pages)
  const onPage = selected.slice((page - 1) * state.pageSize, page * state.pageSize)
  return (
    <>
      <Toolbar {...props} state={state} onChange={change} selected={selected} shown={shown} />
      <TableGrid
        {...props}
        columns={shown}
        rows={usePrinting() ? selected : onPage}
        sorting={state.sorting}
        onSort={(sorting) => change({ sorting })}
      />
      {selected.length === 0 && <p className="lp-quiet">{t('table.noMatch')}</p>}
      <Pager
        page={page}
        pages={pages}
        pageSize={state.pageSize}
        count={selected.length}
        all={rows.length}
        onChange={change}
      />
    </>
  )
}
