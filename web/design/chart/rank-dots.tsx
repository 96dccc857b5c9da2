import { Link } from '@tanstack/react-router'
import { designTexts } from '../../i18n/design.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { linkTo, type PathTarget } from '../path-target.ts'
import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx'
import { Axis, type Estimate, Interval } from './interval.tsx'
import { type Domain, niceDomain } from './scale.ts'
import './rank.css'

export type RankRow = Estimate & {
  readonly key: string
  readonly name: string
  readonly place: number
  /** The places that it may well have. */
  readonly range: readonly [number, number]
  readonly link?: PathTarget
  readonly isHighlighted?: boolean
}

export type RankDotsProps = Omit<ChartFrameProps, 'table' | 'children'> & {
  /** In the order of the places. */
  readonly rows: readonly RankRow[]
  /** What is ranked: "Deltaker". */
  readonly of: string
  readonly limits?: readonly [number, number]
}

/** A ranking that shows how sure it is: place, total, possible places, and the interval on a shared axis. */
export function RankDots({ rows, of, limits = [0, 100], ...frame }: RankDotsProps) {
  const t = useTexts(designTexts)
  const domain = niceDomain(
    rows.flatMap((row) => [row.low, row.high]),
    { limits },
  )
  const table = {
    header: [of, t('rank.place'), t('rank.total'), t('chart.low'), t('chart.high'), t('rank.possible')],
    rows: rows.map((row) => [row.name, row.place, row.value, row.low, row.high, rangeText(row.range)]),
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
              {t('rank.total')}
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

function rangeText([first, last]: readonly [number, number]): string {
  return first === last ? String(first) : `${first}–${last}`
}

function RankLine({ row, domain }: { readonly row: RankRow; readonly domain: Domain }) {
  const { number } = useFormats()
  return (
    <tr data-us={row.isHighlighted || undefined} data-link={row.link !== undefined || undefined}>
      <td className="lp-end lp-number">{row.place}</td>
      <th scope="row">
        {row.link === undefined ? (
          row.name
        ) : (
          <Link {...linkTo(row.link)} className="lp-row-link">
            {row.name}
          </Link>
        )}
      </th>
      <td className="lp-end lp-number">{number(row.value, 1)}</td>
      <td className="lp-end lp-number lp-small lp-quiet">{rangeText(row.range)}</td>
      <td className="lp-rank__interval">
        <Interval
          value={row.value}
          low={row.low}
          high={row.high}
          domain={domain}
          isHighlighted={row.isHighlighted === true}
        />
      </td>
    </tr>
  )
}
