import { Link } from '@tanstack/react-router'
import { useFormats } from '../../i18n/use-texts.ts'
import { linkTo, type PathTarget } from '../path-target.ts'
import { type ChartCell, ChartFrame, type ChartFrameProps } from './chart-frame.tsx'
import './bands.css'

/** From the best to the worst; `none` (never answered) is hatched, so that it is told without its colour. */
export type BandLook = 'perfect' | 'good' | 'fair' | 'low' | 'none'

export type Band = { readonly look: BandLook; readonly name: string }

export type BandRow = {
  readonly name: string
  /** Counts, in the order of the bands. */
  readonly counts: readonly number[]
  /** The records behind a part of the row. */
  readonly linkTo?: (band: Band) => PathTarget
}

export type StackedBandsProps = Omit<ChartFrameProps, 'table' | 'children'> & {
  readonly bands: readonly Band[]
  readonly rows: readonly BandRow[]
}

/**
 * A part narrower than this, in percent of the bar, has no room for its figure, nor for a finger: its figure
 * and the way to its records are in the table.
 */
const narrowest = 8

/** Shares of a whole, one bar for each row, with the figures on the parts and each part leading to its records. */
export function StackedBands({ bands, rows, ...frame }: StackedBandsProps) {
  const table = {
    header: ['', ...bands.map((band) => band.name), 'n'],
    rows: rows.map((row) => [
      row.name,
      ...sharesOf(row.counts).map((share, at) => linked(Math.round(share * 10) / 10, row, bands[at])),
      sum(row.counts),
    ]),
  }
  return (
    <ChartFrame {...frame} table={table}>
      <div className="lp-bands">
        {rows.map((row) => (
          <BandBar key={row.name} row={row} bands={bands} />
        ))}
      </div>
      <ul className="lp-legend">
        {bands.map((band) => (
          <li key={band.look}>
            <span className={`lp-band lp-band--${band.look}`} aria-hidden="true" /> {band.name}
          </li>
        ))}
      </ul>
    </ChartFrame>
  )
}

function linked(share: number, row: BandRow, band: Band | undefined): ChartCell {
  return row.linkTo === undefined || band === undefined ? share : { value: share, link: row.linkTo(band) }
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0)
}

function sharesOf(counts: readonly number[]): readonly number[] {
  const total = sum(counts)
  return counts.map((count) => (total === 0 ? 0 : (count / total) * 100))
}

function BandBar({ row, bands }: { readonly row: BandRow; readonly bands: readonly Band[] }) {
  const { number } = useFormats()
  const shares = sharesOf(row.counts)
  return (
    <div className="lp-bands__row">
      <span className="lp-bands__name">
        {row.name} <span className="lp-quiet lp-small">n = {number(sum(row.counts))}</span>
      </span>
      <ul className="lp-bands__bar" aria-label={row.name}>
        {bands.map((band, at) => {
          const share = shares[at] ?? 0
          if (share === 0) return null
          const text = number(share, share < 1 ? 1 : 0)
          const label = `${band.name}: ${text} %`
          const look = `lp-band lp-band--${band.look}`
          return (
            <li key={band.look} style={{ flexGrow: share }}>
              {row.linkTo === undefined || share < narrowest ? (
                <span className={look} title={label}>
                  <span className="lp-visually-hidden">{band.name}: </span>
                  <BandFigure share={share} text={text} />
                </span>
              ) : (
                <Link {...linkTo(row.linkTo(band))} className={look} title={label} aria-label={label}>
                  <BandFigure share={share} text={text} />
                </Link>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function BandFigure({ share, text }: { readonly share: number; readonly text: string }) {
  return <span className={share < narrowest ? 'lp-visually-hidden' : undefined}>{text}</span>
}
