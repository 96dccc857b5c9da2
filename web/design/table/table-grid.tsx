import { Link } from '@tanstack/react-router'
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'
import { useFormats } from '../../i18n/use-texts.ts'
import { Axis } from '../chart/interval.tsx'
import { linkTo } from '../path-target.ts'
import { isNumeric, type TableColumn } from './column.ts'
import type { DataTableProps } from './data-table.tsx'
import type { Sorting } from './table-state.ts'

type GridProps<Row> = Pick<
  DataTableProps<Row>,
  'title' | 'columns' | 'rowKey' | 'rowLink' | 'isHighlighted' | 'phone'
> & {
  readonly rows: readonly Row[]
  readonly sorting: Sorting | null
  readonly onSort: (sorting: Sorting | null) => void
}

/** The table itself, in a box of its own that scrolls sideways and, when long, downwards under its head. */
export function TableGrid<Row>(props: GridProps<Row>) {
  const { columns, rows } = props
  const numeric = new Set(columns.filter((column) => isNumeric(column, rows)).map((column) => column.id))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by the keyboard
    <section className="lp-table-scroll" aria-label={props.title} tabIndex={0}>
      <table className={`ds-table lp-table lp-table--${props.phone ?? 'cards'}`}>
        <caption className="lp-visually-hidden">{props.title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.id} {...props} column={column} isNumber={numeric.has(column.id)} />
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={moveBetweenRows} onClick={followRow}>
          {rows.map((row) => (
            <tr
              key={props.rowKey(row)}
              data-link={props.rowLink !== undefined || undefined}
              data-us={props.isHighlighted?.(row) === true || undefined}
            >
              {columns.map((column, at) => (
                <Cell
                  key={column.id}
                  {...props}
                  row={row}
                  column={column}
                  isFirst={at === 0}
                  isNumber={numeric.has(column.id)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/**
 * A click anywhere in a row follows the row's own link. Its area covers the whole row only where the first column does
 * not stay in place, so what is pressed beside it is passed on, with the keys that open a new tab.
 */
function followRow({ target, ctrlKey, metaKey, shiftKey }: MouseEvent<HTMLElement>): void {
  const pressed = target as HTMLElement
  if (pressed.closest('a, button, input, select, label')) return
  const link = pressed.closest('tr')?.querySelector('.lp-row-link')
  link?.dispatchEvent(
    new globalThis.MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
  )
}

/** First the way that suits the column (numbers from the largest), then the other way, then as it came. */
function nextSorting(column: string, current: Sorting | null, isNumber: boolean): Sorting | null {
  if (current?.column !== column) return { column, descending: isNumber }
  return current.descending === isNumber ? { column, descending: !isNumber } : null
}

function HeaderCell<Row>(
  props: GridProps<Row> & { readonly column: TableColumn<Row>; readonly isNumber: boolean },
) {
  const { column, sorting, isNumber } = props
  const align = isNumber ? 'lp-end' : undefined
  if (column.isAction === true)
    return (
      <th scope="col">
        <span className="lp-visually-hidden">{column.header}</span>
      </th>
    )
  if (column.sortable === false)
    return (
      <th scope="col" className={align}>
        {column.header}
        {column.axis !== undefined && <Axis domain={column.axis} />}
      </th>
    )
  const sorted = sorting?.column === column.id ? sorting : null
  return (
    <th
      scope="col"
      className={align}
      aria-sort={sorted === null ? 'none' : sorted.descending ? 'descending' : 'ascending'}
    >
      <button type="button" onClick={() => props.onSort(nextSorting(column.id, sorting, isNumber))}>
        {column.header}
      </button>
    </th>
  )
}

function Cell<Row>(
  props: GridProps<Row> & {
    readonly row: Row
    readonly column: TableColumn<Row>
    readonly isFirst: boolean
    readonly isNumber: boolean
  },
) {
  const { row, column, isFirst, isNumber, rowLink } = props
  const content = <CellContent row={row} column={column} />
  const className = column.isAction === true ? 'lp-table__action' : isNumber ? 'lp-end lp-number' : undefined
  if (!isFirst)
    return (
      <td className={className} data-label={column.isAction === true ? undefined : column.header}>
        {content}
      </td>
    )
  return (
    <th scope="row" className={className} data-label={column.header}>
      {rowLink === undefined ? (
        content
      ) : (
        <Link {...linkTo(rowLink(row))} className="lp-row-link">
          {content}
        </Link>
      )}
    </th>
  )
}

function CellContent<Row>({
  row,
  column,
}: {
  readonly row: Row
  readonly column: TableColumn<Row>
}): ReactNode {
  const { number } = useFormats()
  if (column.cell !== undefined) return column.cell(row)
  const value = column.value(row)
  if (typeof value === 'number') return number(value, column.decimals)
  return value ?? '–'
}

/** Up and down move between the rows that lead somewhere. */
function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined || !(event.target instanceof HTMLElement)) return
  if (!event.target.classList.contains('lp-row-link')) return
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('.lp-row-link')]
  const next = links[links.indexOf(event.target) + step]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
