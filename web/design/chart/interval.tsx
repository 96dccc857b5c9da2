import { useFormats } from '../../i18n/use-texts.ts'
import { type Domain, percentAlong } from './scale.ts'
import './chart.css'

export type Estimate = { readonly value: number; readonly low: number; readonly high: number }

export type IntervalProps = Estimate & {
  /** The axis, shared by the rows that are compared. */
  readonly domain: Domain
  readonly isHighlighted?: boolean
  readonly decimals?: number
}

/** A point with its interval on a shared axis: where the figure probably lies. */
export function Interval({ value, low, high, domain, isHighlighted = false, decimals = 1 }: IntervalProps) {
  const { number, interval } = useFormats()
  const at = (figure: number): string => `${percentAlong(figure, domain)}%`
  return (
    <svg
      className="lp-interval"
      data-us={isHighlighted || undefined}
      role="img"
      aria-label={`${number(value, decimals)} (${interval(low, high, decimals)})`}
    >
      {domain.ticks.map((tick) => (
        <line
          key={tick}
          className="lp-interval__tick"
          // Of a difference, nothing is what the eye looks for.
          data-zero={tick === 0 || undefined}
          x1={at(tick)}
          x2={at(tick)}
          y1="0"
          y2="100%"
        />
      ))}
      <line className="lp-interval__span" x1={at(low)} x2={at(high)} y1="50%" y2="50%" />
      <circle className="lp-interval__point" cx={at(value)} cy="50%" r={isHighlighted ? 6 : 5} />
    </svg>
  )
}

/** The figures under (or over) such intervals. */
export function Axis({ domain }: { readonly domain: Domain }) {
  const { number } = useFormats()
  return (
    <span className="lp-axis" aria-hidden="true">
      {domain.ticks.map((tick) => (
        <span key={tick} style={{ left: `${percentAlong(tick, domain)}%` }}>
          {number(tick)}
        </span>
      ))}
    </span>
  )
}
