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
  const hasIntervals = parts.some(({ interval }) => interval)
  const table = {
    header: [t('chart.part'), t('chart.points'), ...(hasIntervals ? [t('chart.low'), t('chart.high')] : [])],
    rows: [start, ...parts, end].map((part) => [
      part.name,
      part.value,
      ...(hasIntervals ? [part.interval?.[0] ?? null, part.interval?.[1] ?? null] : []),
    ]),
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
  const whiskers = steps.map(({ from, interval }) => interval?.map((bound) => from + bound) ?? [])
  const domain = niceDomain([start.value, end.value, ...steps.map((step) => step.to), ...whiskers.flat()])
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
      axisLabel: {
        ...look.axisLabel,
        hideOverlap: true,
        formatter: (value: number) => formats.number(value),
      },
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
        data: bars.map((bar) => ({
          value: Math.abs(bar.to - bar.from),
          itemStyle: { color: bar.isWhole ? colours.base : bar.value < 0 ? colours.low : colours.good },
        })),
      },
      {
        type: 'custom',
        silent: true,
        data: bars.map((bar, at) => {
          const [low, high] = (bar.isWhole ? undefined : whiskers[at - 1]) ?? []
          return [at, low ?? bar.to, high ?? bar.to, Math.max(bar.from, bar.to, high ?? bar.to)]
        }),
        renderItem: whisker(texts, colours),
      },
    ],
  }
}

/** A whole figure is an estimate on the axis, not an amount from zero: a mark as wide as a pen's stroke. */
function wholeMark(part: WaterfallPart, { low, high }: Domain) {
  const halfStroke = (high - low) / 250
  return { ...part, from: part.value - halfStroke, to: part.value + halfStroke, isWhole: true }
}

type Drawn = {
  readonly value: (dimension: number) => number
  readonly coord: (point: readonly [number, number]) => readonly [number, number]
}

/** Half the height of the strokes at the ends of a whisker. */
const cap = 4

/** A whisker from low to high with its caps, and the figure behind whatever reaches furthest. */
function whisker(texts: readonly string[], colours: ChartColours) {
  return (_: unknown, { value, coord }: Drawn): object => {
    const row = value(0)
    const [low, high, edge] = [1, 2, 3].map((dimension) => coord([value(dimension), row]))
    const [[left], [right], [x, y]] = [low!, high!, edge!]
    const stroke = { stroke: colours.text, lineWidth: 1.5 }
    const line = (x1: number, y1: number, x2: number, y2: number) => ({
      type: 'line',
      shape: { x1, y1, x2, y2 },
      style: stroke,
    })
    const lines =
      right - left < 1
        ? []
        : [line(left, y, right, y), line(left, y - cap, left, y + cap), line(right, y - cap, right, y + cap)]
    const font = '13px "Inter Variable"'
    const style = { x: x + 7, y, text: texts[row], fill: colours.text, font, verticalAlign: 'middle' }
    return { type: 'group', children: [...lines, { type: 'text', style }] }
  }
}
