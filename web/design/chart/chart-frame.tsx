import { Button } from '@digdir/designsystemet-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useId, useState } from 'react'
import { designTexts } from '../../i18n/design.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { linkTo, type PathTarget } from '../path-target.ts'
import type { CellValue } from '../table/column.ts'
import { toCsv } from '../table/export-csv.ts'
import { fileName, saveFile } from '../table/save-file.ts'
import './chart.css'

/** A figure, or a figure with the way to the records behind it. */
export type ChartCell = CellValue | { readonly value: CellValue; readonly link: PathTarget }

/** The same figures as the chart draws, as a table: one row for each thing, the first cell its name. */
export type ChartTable = {
  readonly header: readonly string[]
  readonly rows: readonly (readonly ChartCell[])[]
  readonly decimals?: number
}

export type ChartFrameProps = {
  /** The finding: "Chat blir besvart senere enn i fjor". */
  readonly title: string
  /** What is shown: unit, n, period. */
  readonly subtitle?: ReactNode
  readonly table: ChartTable
  readonly children: ReactNode
  /** A sentence under the chart: a reservation, or a link to the records. */
  readonly note?: ReactNode
}

/** Around every chart: the finding, what is shown, and the same figures as a table and as a file. */
export function ChartFrame({ title, subtitle, table, children, note }: ChartFrameProps) {
  const t = useTexts(designTexts)
  const language = useLanguage()
  const [asTable, setAsTable] = useState(false)
  const titleId = useId()
  return (
    <figure className="lp-chart" aria-labelledby={titleId}>
      <figcaption className="lp-chart__head">
        <h2 id={titleId}>{title}</h2>
        <div className="lp-chart__tools lp-no-print">
          <Button variant="tertiary" data-size="sm" onClick={() => setAsTable(!asTable)}>
            {asTable ? t('chart.chart') : t('chart.table')}
          </Button>
          {asTable && (
            <Button
              variant="tertiary"
              data-size="sm"
              onClick={() =>
                saveFile(
                  `${fileName(title)}.csv`,
                  toCsv({ ...table, rows: table.rows.map((row) => row.map(plainValue)) }, language),
                )
              }
            >
              CSV
            </Button>
          )}
        </div>
        {subtitle !== undefined && <p className="lp-quiet lp-small">{subtitle}</p>}
      </figcaption>
      {asTable ? <FigureTable title={title} table={table} /> : children}
      {note !== undefined && <p className="lp-small lp-quiet">{note}</p>}
    </figure>
  )
}

function isLinked(cell: ChartCell): cell is Exclude<ChartCell, CellValue> {
  return typeof cell === 'object' && cell !== null
}

function plainValue(cell: ChartCell): CellValue {
  return isLinked(cell) ? cell.value : cell
}

function FigureTable({ title, table }: { readonly title: string; readonly table: ChartTable }) {
  const { number } = useFormats()
  const write = (cell: ChartCell): ReactNode => {
    const value = plainValue(cell)
    const text = typeof value === 'number' ? number(value, table.decimals) : (value ?? '–')
    return isLinked(cell) ? <Link {...linkTo(cell.link)}>{text}</Link> : text
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by the keyboard
    <section className="lp-table-scroll" aria-label={title} tabIndex={0}>
      <table className="ds-table lp-table lp-table--scroll">
        <thead>
          <tr>
            {table.header.map((header, at) => (
              <th key={header} scope="col" className={at === 0 ? undefined : 'lp-end'}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([name, ...cells]) => (
            <tr key={String(plainValue(name ?? null))}>
              <th scope="row">{write(name ?? null)}</th>
              {cells.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
                <td key={at} className="lp-end lp-number">
                  {write(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
