/** Have and need over the months with their bands, and the last days to advertise as marks. */
import { useId } from 'react'
import { toEpochDay } from '../../../src/kernel/calendar.ts'
import type { HeadcountPlan } from '../../../src/plan/headcount/contract.ts'
import { addMonths, firstDayOf, middleOf } from '../../../src/plan/headcount/rules/months.ts'
import { ChartFrame } from '../../design/chart/chart-frame.tsx'
import { niceDomain } from '../../design/chart/scale.ts'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { headcountTexts } from '../../i18n/headcount.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useMonthNames } from './month-name.ts'

const [left, right, top, width, height] = [44, 12, 34, 960, 280]

type Estimate = { readonly mean: number; readonly low: number; readonly high: number }
type Series = readonly (Estimate | null)[]

export function PeopleChart({ plan }: { readonly plan: HeadcountPlan }) {
  const t = useTexts(headcountTexts)
  const { months } = plan
  const have: Series = months.map((month) => month.have)
  const need: Series = months.map((month) => month.need)
  const withHires: Series =
    plan.proposals.length === 0 ? [] : months.map((month) => month.withHires?.have ?? null)
  const place = placing(plan, [have, need, withHires])
  const table = {
    header: [t('table.month'), t('chart.have'), t('chart.withHires'), t('chart.need'), t('table.enough')],
    rows: months.map((month) => [
      month.month,
      month.have.mean,
      month.withHires?.have.mean ?? null,
      month.need?.mean ?? null,
      month.gap?.enough ?? null,
    ]),
    decimals: 1,
  }
  return (
    <div className="lp-card">
      <ChartFrame
        title={t('chart.title')}
        subtitle={t('chart.text')}
        table={table}
        note={<Legend plan={plan} />}
      >
        <ScrollBox label={t('chart.title')}>
          <Drawing plan={plan} place={place} series={{ have, need, withHires }} />
        </ScrollBox>
      </ChartFrame>
    </div>
  )
}

type Place = {
  readonly x: (date: string) => number
  readonly y: (value: number) => number
  readonly ticks: readonly number[]
}

function placing({ today, months }: HeadcountPlan, series: readonly Series[]): Place {
  const [from, to] = [toEpochDay(today), toEpochDay(firstDayOf(addMonths(months.at(-1)!.month, 1)))]
  const values = series.flat().flatMap((each) => (each ? [each.low, each.high] : []))
  const domain = niceDomain([0, ...values], { limits: [0, Number.MAX_SAFE_INTEGER] })
  return {
    x: (date) => left + ((toEpochDay(date) - from) / (to - from)) * (width - left - right),
    y: (value) => top + (1 - value / domain.high) * (height - top),
    ticks: domain.ticks,
  }
}

type DrawingProps = {
  readonly plan: HeadcountPlan
  readonly place: Place
  readonly series: Readonly<Record<'have' | 'need' | 'withHires', Series>>
}

function Drawing({ plan, place, series }: DrawingProps) {
  const t = useTexts(headcountTexts)
  const { number } = useFormats()
  const { short } = useMonthNames()
  const name = useId()
  const { x, y, ticks } = place
  const middles = plan.months.map(({ month }) => middleOf(month))
  return (
    <svg
      className="lp-people-chart"
      viewBox={`0 0 ${width} ${height + 24}`}
      role="img"
      aria-labelledby={name}
    >
      <title id={name}>{`${t('chart.title')}. ${t('chart.text')}`}</title>
      {ticks.map((tick) => (
        <g key={tick}>
          <line className="lp-people-chart__grid" x1={left} x2={width - right} y1={y(tick)} y2={y(tick)} />
          <text x={left - 8} y={y(tick) + 4} textAnchor="end">
            {number(tick)}
          </text>
        </g>
      ))}
      <Band className="lp-people-chart__need-band" series={series.need} dates={middles} place={place} />
      <Band className="lp-people-chart__have-band" series={series.have} dates={middles} place={place} />
      <Line className="lp-people-chart__need" series={series.need} dates={middles} place={place} />
      <Line className="lp-people-chart__have" series={series.have} dates={middles} place={place} />
      <Line className="lp-people-chart__hires" series={series.withHires} dates={middles} place={place} />
      <Marks plan={plan} x={x} />
      {plan.months.map(({ month }, at) =>
        at % 2 === 0 ? (
          <text key={month} x={x(middles[at]!)} y={height + 18} textAnchor="middle">
            {short(month)}
          </text>
        ) : null,
      )}
    </svg>
  )
}

type PartProps = {
  readonly className: string
  readonly series: Series
  readonly dates: readonly string[]
  readonly place: Place
}

function pointsOf({ series, dates, place }: Omit<PartProps, 'className'>, value: (each: Estimate) => number) {
  return series.flatMap((each, at) =>
    each ? [`${place.x(dates[at]!).toFixed(1)},${place.y(value(each)).toFixed(1)}`] : [],
  )
}

function Band({ className, ...part }: PartProps) {
  const points = [...pointsOf(part, ({ high }) => high), ...pointsOf(part, ({ low }) => low).reverse()]
  return points.length === 0 ? null : <polygon className={className} points={points.join(' ')} />
}

function Line({ className, ...part }: PartProps) {
  const points = pointsOf(part, ({ mean }) => mean)
  return points.length === 0 ? null : <polyline className={className} points={points.join(' ')} />
}

/** Marks near one another stand in two rows. */
function Marks({ plan, x }: { readonly plan: HeadcountPlan; readonly x: Place['x'] }) {
  const t = useTexts(headcountTexts)
  let [last, row] = [Number.NEGATIVE_INFINITY, 0]
  return plan.proposals.map(({ month, advertiseBy, people }) => {
    const at = x(advertiseBy)
    row = at - last < 90 ? 1 - row : 0
    last = at
    return (
      <g key={month} className="lp-people-chart__mark">
        <line x1={at} x2={at} y1={6 + row * 14} y2={height} />
        <text x={at + 5} y={14 + row * 14}>
          {t('chart.mark', { count: people })}
        </text>
      </g>
    )
  })
}

function Legend({ plan }: { readonly plan: HeadcountPlan }) {
  const t = useTexts(headcountTexts)
  return (
    <span className="lp-people-legend">
      <span data-line="need">{t('chart.need')}</span>
      <span data-line="have">{t('chart.have')}</span>
      {plan.proposals.length > 0 && <span data-line="hires">{t('chart.withHires')}</span>}
      <span>{t('chart.band')}</span>
    </span>
  )
}
