/** The treated topics week by week against what was expected: line, band, start, and the control in grey. */
import { useId } from 'react'
import type { MeasuredEffect } from '../../../src/understand/improvements/contract.ts'
import { ChartFrame } from '../../design/chart/chart-frame.tsx'
import { niceDomain } from '../../design/chart/scale.ts'
import { ScrollBox } from '../../design/scroll-box.tsx'
import { improvementTexts } from '../../i18n/improvements.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { recordsLink } from '../overview/links.ts'

const [left, width, height] = [40, 960, 230]

type Props = {
  readonly measured: MeasuredEffect
  readonly topicId: string | undefined
  readonly title: string
}

export function EffectChart({ measured, topicId, title }: Props) {
  const t = useTexts(improvementTexts)
  const { number, shortDate } = useFormats()
  const name = useId()
  const { weeks } = measured
  const top = niceDomain([0, ...weeks.flatMap(({ rate, high }) => [rate, high ?? 0])], {
    limits: [0, Number.MAX_SAFE_INTEGER],
  })
  const most = top.ticks.at(-1) ?? 1
  const step = (width - left) / Math.max(1, weeks.length)
  const x = (at: number) => left + (at + 0.5) * step
  const y = (value: number) => 8 + (1 - value / most) * (height - 8)
  const controlMost = Math.max(1, ...weeks.map(({ control }) => control)) * 2.5
  const yControl = (value: number) => 8 + (1 - value / controlMost) * (height - 8)
  const line = (values: readonly (number | null)[], place: (value: number) => number = y) =>
    values
      .flatMap((value, at) => (value === null ? [] : [`${x(at).toFixed(1)},${place(value).toFixed(1)}`]))
      .join(' ')
  const start = weeks.findIndex(({ afterStart }) => afterStart)
  const startX = start === -1 ? undefined : left + start * step
  const outs = weeks.flatMap(({ leftOut }, at) => (leftOut ? [at] : []))
  const table = {
    header: [t('week'), t('treated'), t('expected'), t('control')],
    rows: weeks.map(({ from, to, rate, expected, control }) => [
      { value: from, link: recordsLink({ from, to }, topicId ? { topicId } : {}) },
      rate,
      expected,
      control,
    ]),
    decimals: 1,
  }
  return (
    <div className="lp-card">
      <ChartFrame
        title={t('chart')}
        subtitle={t('chartText')}
        table={table}
        note={<Legend hasLeftOut={outs.length > 0} />}
      >
        <ScrollBox label={t('chart')}>
          <svg
            className="lp-effect-chart"
            viewBox={`0 0 ${width} ${height + 22}`}
            role="img"
            aria-labelledby={name}
          >
            <title id={name}>{title}</title>
            {outs.length > 0 && (
              <rect
                className="lp-effect-chart__out"
                x={left + outs[0]! * step}
                width={outs.length * step}
                y={8}
                height={height - 8}
              />
            )}
            {top.ticks.map((tick) => (
              <g key={tick}>
                <line className="lp-effect-chart__grid" x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
                <text x={left - 6} y={y(tick) + 4} textAnchor="end">
                  {number(tick)}
                </text>
              </g>
            ))}
            <polygon
              className="lp-effect-chart__band"
              points={`${line(weeks.map(({ high }) => high))} ${line(weeks.map(({ low }) => low))
                .split(' ')
                .reverse()
                .join(' ')}`}
            />
            <polyline
              className="lp-effect-chart__control"
              points={line(
                weeks.map(({ control }) => control),
                yControl,
              )}
            />
            <polyline
              className="lp-effect-chart__expected"
              points={line(weeks.map(({ expected }) => expected))}
            />
            <polyline className="lp-effect-chart__treated" points={line(weeks.map(({ rate }) => rate))} />
            {startX !== undefined && (
              <g>
                <line className="lp-effect-chart__start" x1={startX} x2={startX} y1={8} y2={height} />
                <text x={startX + 6} y={20}>
                  {t('start')} {shortDate(weeks[start]!.from)}
                </text>
              </g>
            )}
            {weeks.map(({ from }, at) =>
              at % 8 === 0 ? (
                <text key={from} x={x(at)} y={height + 17} textAnchor="middle">
                  {shortDate(from)}
                </text>
              ) : null,
            )}
          </svg>
        </ScrollBox>
      </ChartFrame>
    </div>
  )
}

function Legend({ hasLeftOut }: { readonly hasLeftOut: boolean }) {
  const t = useTexts(improvementTexts)
  return (
    <ul className="lp-plain-list lp-effect-legend">
      <li data-line="treated">{t('treated')}</li>
      <li data-line="expected">{t('expected')}</li>
      <li data-line="band">{t('band')}</li>
      <li data-line="control">{t('control')}</li>
      {hasLeftOut && <li data-line="out">{t('leftOut')}</li>}
    </ul>
  )
}
