import { Link } from '@tanstack/react-router'
import { useFormats } from '../../i18n/use-texts.ts'
import { linkTo, type PathTarget } from '../path-target.ts'
import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx'
import './heat.css'

export type HeatCell = { readonly value: number | null; readonly text?: string; readonly link?: PathTarget }

export type HeatmapProps = Omit<ChartFrameProps, 'table' | 'children'> & {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly name: string; readonly cells: readonly HeatCell[] }[]
  /** `amount`: more is darker. `risk`: more is worse. */
  readonly scale: 'amount' | 'risk'
  /** The lower ends of the four upper steps; by default the fifths of the largest value. */
  readonly steps?: readonly [number, number, number, number]
  readonly decimals?: number
}

/** A table of shades where every cell tells its figure, so that the shade is never alone. */
export function Heatmap({ columns, rows, scale, steps, decimals = 0, ...frame }: HeatmapProps) {
  const values = rows.flatMap((row) => row.cells.flatMap((cell) => cell.value ?? []))
  const ends = steps ?? fifths(Math.max(1, ...values))
  const table = {
    header: ['', ...columns],
    rows: rows.map((row) => [row.name, ...row.cells.map((cell) => cell.value)]),
    decimals,
  }
  return (
    <ChartFrame {...frame} table={table}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by the keyboard */}
      <section className="lp-heat-scroll" aria-label={frame.title} tabIndex={0}>
        <table className={`lp-heat lp-heat--${scale}`}>
          <thead>
            <tr>
              <td />
              {columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.name}>
                <th scope="row">{row.name}</th>
                {row.cells.map((cell, at) => (
                  <td key={columns[at]} data-step={stepOf(cell.value, ends)}>
                    <HeatText cell={cell} decimals={decimals} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </ChartFrame>
  )
}

function HeatText({ cell, decimals }: { readonly cell: HeatCell; readonly decimals: number }) {
  const { number } = useFormats()
  const text = cell.text ?? (cell.value === null ? '' : number(cell.value, decimals))
  return cell.link === undefined ? text : <Link {...linkTo(cell.link)}>{text}</Link>
}

function fifths(most: number): readonly number[] {
  return [1, 2, 3, 4].map((part) => (part * most) / 5)
}

function stepOf(value: number | null, ends: readonly number[]): number | undefined {
  return value === null ? undefined : ends.filter((end) => value >= end).length
}
