/**
 * A figure over the editions: points with intervals, joined only where they can be compared. A break is a gap with a
 * dashed upright and its reason in words below; figures from before the product are rings.
 */
import type { ReactNode } from 'react'
import type { TrendPoint, TrendSeries } from '../../../src/measure/trend/contract.ts'
import { unbrokenRuns } from '../../../src/measure/trend/rules/build-series.ts'
import { ChartFrame } from '../../design/chart/chart-frame.tsx'
import { type Domain, niceDomain, percentAlong } from '../../design/chart/scale.ts'
import { trendTexts } from '../../i18n/trend.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { pointLink, useStepWords } from './words.ts'
import './trend.css'

export type TrendChartProps = {
  readonly title: string
  readonly subtitle?: ReactNode
  readonly series: TrendSeries
  /** The class, in grey, where it is known in the same editions. */
  readonly beside?: TrendSeries | undefined
}

export function TrendChart({ title, subtitle, series, beside }: TrendChartProps) {
  const t = useTexts(trendTexts)
  const words = useStepWords()
  const { points, steps } = series
  const domain = domainOf([...points, ...(beside?.points ?? [])])
  const breaks = steps.flatMap((step, at) =>
    step.reasons.length === 0
      ? []
      : [t('chart.between', { from: points[at]!.edition, to: points[at + 1]!.edition, why: words(step) })],
  )
  const table = {
    header: [
      t('chart.edition'),
      t('chart.value'),
      t('chart.low'),
      t('chart.high'),
      t('chart.n'),
      t('chart.step'),
    ],
    rows: points.map((point, at) => [
      linked(point),
      point.value,
      point.interval?.[0] ?? null,
      point.interval?.[1] ?? null,
      point.n,
      at === 0 ? null : words(steps[at - 1]!),
    ]),
    decimals: 1,
  }
  return (
    <ChartFrame
      title={title}
      {...(subtitle === undefined ? {} : { subtitle })}
      table={table}
      {...(breaks.length > 0 ? { note: <Breaks lines={breaks} /> } : {})}
    >
      <div className="lp-trend">
        <Scale domain={domain} />
        <Drawing series={series} beside={beside} domain={domain} label={title} />
        <Labels points={points} />
      </div>
    </ChartFrame>
  )
}

function linked(point: TrendPoint) {
  const link = pointLink(point)
  return link ? { value: point.edition, link } : point.edition
}

function domainOf(points: readonly TrendPoint[]): Domain {
  const values = points.flatMap(({ value, interval }) => [value, ...(interval ?? [])])
  return niceDomain(values, { limits: [0, 100] })
}

function Breaks({ lines }: { readonly lines: readonly string[] }) {
  const t = useTexts(trendTexts)
  return (
    <>
      <strong>{t('chart.breaks')}. </strong>
      {lines.join(' · ')}
    </>
  )
}

function Scale({ domain }: { readonly domain: Domain }) {
  const { number } = useFormats()
  return (
    <div className="lp-trend__scale" aria-hidden="true">
      {domain.ticks.map((tick) => (
        <span key={tick} style={{ bottom: `${percentAlong(tick, domain)}%` }}>
          {number(tick)}
        </span>
      ))}
    </div>
  )
}

type DrawingProps = Pick<TrendChartProps, 'series' | 'beside'> & {
  readonly domain: Domain
  readonly label: string
}

function Drawing({ series, beside, domain, label }: DrawingProps) {
  const { points, steps } = series
  const x = (at: number) => `${((at + 0.5) / points.length) * 100}%`
  const y = (value: number) => `${100 - percentAlong(value, domain)}%`
  return (
    <svg className="lp-trend__drawing" role="img" aria-label={label}>
      {domain.ticks.map((tick) => (
        <line key={tick} className="lp-trend__tick" x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
      ))}
      {steps.map((step, at) =>
        step.reasons.length > 0 ? (
          <line
            key={points[at]!.edition}
            className="lp-trend__break"
            x1={`${((at + 1) / points.length) * 100}%`}
            x2={`${((at + 1) / points.length) * 100}%`}
            y1="0"
            y2="100%"
          />
        ) : null,
      )}
      {beside && <Beside series={beside} points={points} place={{ x, y }} />}
      {runLines(points.length, steps).map(([from, to]) => (
        <line
          key={from}
          className="lp-trend__line"
          x1={x(from)}
          x2={x(to)}
          y1={y(points[from]!.value)}
          y2={y(points[to]!.value)}
        />
      ))}
      {points.map((point, at) => (
        <Point key={`${point.year} ${point.edition}`} point={point} x={x(at)} y={y} />
      ))}
    </svg>
  )
}

/** Pairs of neighbours that a line may join. */
function runLines(count: number, steps: TrendSeries['steps']): readonly (readonly [number, number])[] {
  return unbrokenRuns(count, steps).flatMap((run) => run.slice(1).map((at) => [at - 1, at] as const))
}

type PointProps = { readonly point: TrendPoint; readonly x: string; readonly y: (value: number) => string }

function Point({ point, x, y }: PointProps) {
  const { value, interval, editionId, isPreliminary } = point
  return (
    <g data-earlier={editionId === null || undefined} data-preliminary={isPreliminary || undefined}>
      {interval && <line className="lp-trend__span" x1={x} x2={x} y1={y(interval[0])} y2={y(interval[1])} />}
      <circle className="lp-trend__point" cx={x} cy={y(value)} r="5.5" />
    </g>
  )
}

type BesideProps = {
  readonly series: TrendSeries
  readonly points: readonly TrendPoint[]
  readonly place: { readonly x: (at: number) => string; readonly y: (value: number) => string }
}

/** A short bar at the class's value in the editions that both have. */
function Beside({ series, points, place }: BesideProps) {
  return points.map((point, at) => {
    const there = series.points.find(({ year, edition }) => year === point.year && edition === point.edition)
    if (!there) return null
    const y = place.y(there.value)
    return (
      <svg key={`${point.year} ${point.edition}`} x={place.x(at)} overflow="visible" aria-hidden="true">
        <line className="lp-trend__beside" x1="-16" x2="16" y1={y} y2={y} />
      </svg>
    )
  })
}

function Labels({ points }: { readonly points: readonly TrendPoint[] }) {
  const t = useTexts(trendTexts)
  const { number } = useFormats()
  return (
    <ol className="lp-trend__labels" aria-hidden="true">
      {points.map(({ edition, year, value, isPreliminary }) => (
        <li key={`${year} ${edition}`}>
          <strong className="lp-number">{number(value, 1)}</strong>
          <span>{edition}</span>
          {isPreliminary && <span className="lp-quiet">{t('chart.preliminary')}</span>}
        </li>
      ))}
    </ol>
  )
}
