/** How the figures of a topic are written: with their interval, never without. */
import type { ChangeFigure, Estimate } from '../../../src/understand/overview/contract.ts'
import { useFormats } from '../../i18n/use-texts.ts'

/** `+41 % (12–77)`, quiet when it may as well be none. */
export function ChangeText({ change }: { readonly change: ChangeFigure | null }) {
  const format = useFormats()
  if (change === null) return <span className="lp-quiet">–</span>
  const isSure = change.low > 0 || change.high < 0
  return (
    <span
      className={isSure ? 'lp-nowrap lp-sure' : 'lp-nowrap lp-quiet'}
      title={format.interval(change.low * 100, change.high * 100, 0)}
    >
      {`${format.change(change.change * 100, 0)}\u00a0%`}
    </span>
  )
}

/** A share with its interval under it, drawn on 0–100. */
export function ShareFigure({ estimate }: { readonly estimate: Estimate | null }) {
  const format = useFormats()
  if (estimate === null) return <span className="lp-quiet">–</span>
  const { value, low, high, n } = estimate
  const text = `${format.interval(low * 100, high * 100, 0)}, n = ${format.number(n, 0)}`
  return (
    <span className="lp-share" title={text}>
      <span className="lp-number">{format.percent(value)}</span>
      <ShareLine estimate={estimate} />
      <span className="lp-visually-hidden">({text})</span>
    </span>
  )
}

/** The interval as a thin line with its point, on a scale from 0 to 1. */
export function ShareLine({ estimate: { value, low, high } }: { readonly estimate: Estimate }) {
  return (
    <svg className="lp-share__line" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <line className="lp-share__scale" x1="0" x2="100" y1="3" y2="3" />
      <line
        className="lp-share__span"
        x1={low * 100}
        x2={Math.max(low * 100 + 1, high * 100)}
        y1="3"
        y2="3"
      />
      <line className="lp-share__point" x1={value * 100} x2={value * 100} y1="0" y2="6" />
    </svg>
  )
}

/** Whole minutes and seconds; hours where it is long. */
export function useSeconds(): (seconds: number | null) => string {
  const { clock } = useFormats()
  return (seconds) => (seconds === null ? '–' : clock(seconds))
}
