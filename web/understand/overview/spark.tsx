import { overviewTexts } from '../../i18n/overview.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

const [width, height, edge] = [88, 24, 3]

/** Thirteen weeks as a line from zero, the last week marked. */
export function Spark({ name, weeks }: { readonly name: string; readonly weeks: readonly number[] }) {
  const t = useTexts(overviewTexts)
  const { number } = useFormats()
  const most = Math.max(1, ...weeks)
  const points = weeks.map((count, at) => [
    edge + (at / Math.max(1, weeks.length - 1)) * (width - 2 * edge),
    height - edge - (count / most) * (height - 2 * edge),
  ])
  const [lastX, lastY] = points.at(-1) ?? [0, 0]
  return (
    <svg
      className="lp-spark"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('spark', { name, weeks: weeks.map((count) => number(Math.round(count))).join(', ') })}
    >
      <line className="lp-spark__zero" x1={edge} x2={width - edge} y1={height - edge} y2={height - edge} />
      <polyline points={points.map((point) => point.join(',')).join(' ')} />
      <circle cx={lastX} cy={lastY} r="2.25" />
    </svg>
  )
}
