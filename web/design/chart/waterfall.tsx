import { useCallback } from 'react'
import { designTexts } from '../../i18n/design.ts'
import type { Formats } from '../../i18n/format.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx'
import { axisLook, type ChartColours, tipLook } from './colours.ts'
import { EChart } from './echart.tsx'
import { type Domain, niceDomain } from './scale.ts'
import { type WaterfallPart, waterfallSteps } from './waterfall-steps.ts'

export type WaterfallProps = Omit<ChartFrameProps, 'table' | 'children'> & {
  readonly start: WaterfallPart
  readonly parts: readonly WaterfallPart[]
  readonly end: WaterfallPart
  readonly decimals?: number
  /** A click on a part, counted from 0. */
  readonly onPart?: (part: number) => void
}

/** From one figure to another: what each part adds or takes, lying down so that names have room. */
export function Waterfall({ start, parts, end, decimals = 1, onPart, ...frame }: WaterfallProps) {
  const t = useTexts(designTexts)
  const formats = useFormats()
  const options = useCallback(
    (colours: ChartColours) => waterfallOptions({ start, parts, end, decimals }, colours, formats),
    [start, parts, end, decimals, formats],
  )
  const table = {
    header: [t('chart.part'), t('chart.points')],
    rows: [start, ...parts, end].map((part) => [part.name, part.value]),
    decimals,
  }
  return (
    <ChartFrame {...frame} table={table}>
      <EChart
        label={frame.title}
        height={(parts.length + 2) * 2.375 + 2}
        options={options}
        {...(onPart && { onClick: (at: number) => at > 0 && at <= parts.length && onPart(at - 1) })}
      />
    </ChartFrame>
  )
}

type Drawing = Required<Pick<WaterfallProps, 'start' | 'parts' | 'end' | 'decimals'>>

function waterfallOptions(
  { start, parts, end, decimals }: Drawing,
  colours: ChartColours,
  formats: Formats,
): object {
  const steps = waterfallSteps(start.value, parts)
  const domain = niceDomain([start.value, end.value, ...steps.map((step) => step.to)])
  const bars = [
    wholeMark(start, domain),
    ...steps.map((step) => ({ ...step, isWhole: false })),
    wholeMark(end, domain),
  ]
  const texts = bars.map((bar) =>
    bar.isWhole ? formats.number(bar.value, decimals) : formats.change(bar.value, decimals),
  )
  const look = axisLook(colours)
  return {
    grid: { left: 4, right: 56, top: 4, bottom: 4, containLabel: true },
    tooltip: {
      ...tipLook(colours),
      formatter: ({ dataIndex }: { dataIndex: number }) => `${bars[dataIndex]?.name}: ${texts[dataIndex]}`,
    },
    xAxis: {
      type: 'value',
      min: domain.low,
      max: domain.high,
      interval: (domain.ticks[1] ?? 0) - domain.low,
      ...look,
      axisLabel: { ...look.axisLabel, formatter: (value: number) => formats.number(value) },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map((bar) => bar.name),
      ...look,
      axisLabel: {
        ...look.axisLabel,
        color: colours.text,
        width: colours.isNarrow ? 132 : 170,
        lineHeight: 15,
        overflow: 'break',
      },
    },
    series: [
      {
        type: 'bar',
        stack: 'gap',
        stackStrategy: 'all',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: bars.map((bar) => Math.min(bar.from, bar.to)),
      },
      {
        type: 'bar',
        stack: 'gap',
        stackStrategy: 'all',
        barWidth: '62%',
        data: bars.map((bar, at) => ({
          value: Math.abs(bar.to - bar.from),
          itemStyle: { color: bar.isWhole ? colours.base : bar.value < 0 ? colours.low : colours.good },
          label: { formatter: texts[at] },
        })),
        label: {
          show: true,
          position: 'right',
          color: colours.text,
          fontFamily: 'Inter Variable',
          fontSize: 13,
        },
      },
    ],
  }
}

/** A whole figure is an estimate on the axis, not an amount from zero: a mark as wide as a pen's stroke. */
function wholeMark(part: WaterfallPart, { low, high }: Domain) {
  const halfStroke = (high - low) / 250
  return { ...part, from: part.value - halfStroke, to: part.value + halfStroke, isWhole: true }
}
