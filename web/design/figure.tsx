import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { designTexts } from '../i18n/design.ts'
import { useFormats, useTexts } from '../i18n/use-texts.ts'
import { linkTo, type PathTarget } from './path-target.ts'
import './figure.css'

export type FigureProps = {
  readonly label: string
  /** Already written out: "88,3" or "68 %". */
  readonly value: string
  /** The 95 % interval; always beside a figure that is estimated from a sample. */
  readonly interval?: readonly [number, number]
  readonly decimals?: number
  readonly n?: number
  /** Anything more: what changed, and since when. */
  readonly note?: ReactNode
  /** The records behind the figure. */
  readonly link?: PathTarget
  readonly isNotice?: boolean
}

/** One headline figure with how sure it is, and the way to the records behind it. */
export function Figure(props: FigureProps) {
  const t = useTexts(designTexts)
  const { number, interval } = useFormats()
  const { label, value, n, note, link, decimals = 1 } = props
  const reservations = [
    props.interval && `${t('chart.interval')} ${interval(props.interval[0], props.interval[1], decimals)}`,
    n !== undefined && t('chart.count', { n: number(n) }),
  ].filter(Boolean)
  return (
    <div className={`lp-card lp-figure ${props.isNotice === true ? 'lp-card--notice' : ''}`}>
      <p className="lp-figure__label">
        {link === undefined ? label : <Link {...linkTo(link)}>{label}</Link>}
      </p>
      <p className="lp-figure__value lp-number">{value}</p>
      {reservations.length > 0 && <p className="lp-small lp-quiet lp-number">{reservations.join(' · ')}</p>}
      {note !== undefined && <p className="lp-small lp-quiet">{note}</p>}
    </div>
  )
}
