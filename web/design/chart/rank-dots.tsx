import { Link } from '@tanstack/react-router'
import { designTexts } from '../../i18n/design.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { linkTo, type PathTarget } from '../path-target.ts'
import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx'
import { Axis, Interval } from './interval.tsx'
import { type Domain, niceDomain } from './scale.ts'
import './rank.css'

export type RankRow = {
  readonly key: string
  readonly name: string
  /** What must be said of this one beside its name: a sample that is smaller than the others'. */
  readonly remark?: string | undefined
  readonly n: number
  /** Null where there is nothing to rank. */
  readonly place: number | null
  readonly value: number | null
  readonly interval: readonly [number, number] | null
  /** The places that it may well have; null where they are not known. */
  readonly range: readonly [number, number] | null
  readonly link?: PathTarget
  readonly isHighlighted?: boolean
}

export type RankDotsProps = Omit<ChartFrameProps, 'table' | 'children'> & {
  /** In the order of the places. */
  readonly rows: readonly RankRow[]
  /** What is ranked: "Deltaker". */
  readonly of: string
  /** What it is ranked by: "Totalresultat". */
  readonly figure: string
  readonly limits?: readonly [number, number]
}

/** A ranking that shows how sure it is: place, total, likely places, and the interval on a shared axis. */
export function RankDots({ rows, of, figure, limits = [0, 100], ...frame }: RankDotsProps) {
  const t = useTexts(designTexts)
  const domain = niceDomain(
    rows.flatMap(({ value, interval }) => interval ?? value ?? []),
    { limits },
  )
  const table = {
    header: [of, t('rank.place'), figure, t('chart.low'), t('chart.high'), t('rank.possible'), 'n'],
    rows: rows.map((row) => [
      row.name,
      row.place,
      row.value,
      row.interval?.[0] ?? null,
      row.interval?.[1] ?? null,
      rangeText(row.range),
      row.n,
    ]),
  }
  return (
    <ChartFrame {...frame} table={table}>
      <table className="lp-rank">
        <thead>
          <tr>
            <th scope="col" className="lp-end">
              <abbr title={t('rank.place')}>#</abbr>
            </th>
            <th scope="col">{of}</th>
            <th scope="col" className="lp-end">
              {figure}
            </th>
            <th scope="col" className="lp-end">
              {t('rank.possible')}
            </th>
            <th scope="col" className="lp-rank__interval">
              <span className="lp-visually-hidden">{t('rank.range')}</span>
              <Axis domain={domain} />
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <RankLine key={row.key} row={row} domain={domain} />
          ))}
        </tbody>
      </table>
    </ChartFrame>
  )
}

/** Likely places: `3–6`, `1` when there is only one, a dash when they are not known. */
export function rangeText(range: readonly [number, number] | null): string {
  if (range === null) return '–'
  return range[0] === range[1] ? String(range[0]) : `${range[0]}–${range[1]}`
}

function RankLine({ row, domain }: { readonly row: RankRow; readonly domain: Domain }) {
  const { number } = useFormats()
  return (
    <tr data-us={row.isHighlighted || undefined} data-link={row.link !== undefined || undefined}>
      <td className="lp-end lp-number">{row.place ?? '–'}</td>
      <th scope="row">
        {row.link === undefined ? (
          row.name
        ) : (
          <Link {...linkTo(row.link)} className="lp-row-link">
            {row.name}
          </Link>
        )}
        {row.remark !== undefined && <span className="lp-small lp-quiet lp-nowrap"> {row.remark}</span>}
      </th>
      <td className="lp-end lp-number">{row.value === null ? '–' : number(row.value, 1)}</td>
      <td className="lp-end lp-number lp-small lp-quiet">{rangeText(row.range)}</td>
      <td className="lp-rank__interval">
        {row.value !== null && (
          <Interval
            value={row.value}
            low={row.interval?.[0] ?? row.value}
            high={row.interval?.[1] ?? row.value}
            domain={domain}
            isHighlighted={row.isHighlighted === true}
          />
        )}
      </td>
    </tr>
  )
}
