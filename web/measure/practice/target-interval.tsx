import type { TargetLine } from '../../../src/measure/practice/contract.ts'
import { Interval } from '../../design/chart/interval.tsx'
import { percentAlong } from '../../design/chart/scale.ts'

const wholeScale = { low: 0, high: 100, ticks: [0, 50, 100] }

/** The figure with its interval, and an upright mark at the target. */
export function TargetInterval({ line: { known, level } }: { readonly line: TargetLine }) {
  if (!known?.interval) return '–'
  const [low, high] = known.interval
  return (
    <span className="lp-practice__aim">
      <Interval value={known.value} low={low} high={high} domain={wholeScale} isHighlighted />
      <span
        className="lp-practice__mark"
        style={{ left: `${percentAlong(level, wholeScale)}%` }}
        aria-hidden="true"
      />
    </span>
  )
}
