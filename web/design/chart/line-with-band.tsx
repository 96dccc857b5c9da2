import { useCallback } from 'react'
import { designTexts } from '../../i18n/design.ts'
import type { Formats } from '../../i18n/format.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx'
import { axisLook, type ChartColours, tipLook } from './colours.ts'
import { EChart } from './echart.tsx'

export type LinePoint = {
  readonly at: string
  readonly value: number | null
  readonly low?: number
  readonly high?: number
}

export type LineSeries = {
  readonly name: string
  /** `seen`: drawn whole. `expected`: dashed, a forecast. `earlier`: dashed and grey, a forecast that a newer one
   *  has taken the place of. `control`: grey, for comparison. */
  readonly look: 'seen' | 'expected' | 'earlier' | 'control'
  readonly points: readonly LinePoint[]
}

export type LineWithBandProps = Omit<ChartFrameProps, 'table' | 'children'> & {
  /** All with the same `at`, in order; a gap is a null value. */
  readonly series: readonly LineSeries[]
  readonly decimals?: number
  /** Height in rem. */
  readonly height?: number
  /** Where a series breaks, or now: a thin line with a word. */
  readonly marks?: readonly { readonly at: string; readonly text: string }[]
  readonly fromZero?: boolean
}

/** Estimates over time with their interval as a band; names stand at the lines' ends. */
export function LineWithBand(props: LineWithBandProps) {
  const { series, decimals = 1, height = 17, marks = [], fromZero = false, ...frame } = props
  const t = useTexts(designTexts)
  const formats = useFormats()
  const options = useCallback(
    (colours: ChartColours) => lineOptions({ series, decimals, marks, fromZero }, colours, formats),
    [series, decimals, marks, fromZero, formats],
  )
  const table = {
    header: [
      t('chart.time'),
      ...series.flatMap((line) => [
        line.name,
        `${line.name}, ${t('chart.low')}`,
        `${line.name}, ${t('chart.high')}`,
      ]),
    ],
    rows: (series[0]?.points ?? []).map((point, at) => [
      point.at,
      ...series.flatMap((line) => {
        const here = line.points[at]
        return [here?.value ?? null, here?.low ?? null, here?.high ?? null]
      }),
    ]),
    decimals,
  }
  return (
    <ChartFrame {...frame} table={table}>
      <EChart label={frame.title} height={height} options={options} />
    </ChartFrame>
  )
}

type Drawing = Required<Pick<LineWithBandProps, 'series' | 'decimals' | 'marks' | 'fromZero'>>

function lineOptions(drawing: Drawing, colours: ChartColours, formats: Formats): object {
  const { series, decimals, marks, fromZero } = drawing
  const write = (value: unknown): string =>
    typeof value === 'number' ? formats.number(value, decimals) : '–'
  const longest = Math.max(0, ...series.map((line) => line.name.length))
  return {
    grid: { left: 8, right: 20 + longest * 7.5, top: 16, bottom: 10, containLabel: true },
    tooltip: { trigger: 'axis', valueFormatter: write, ...tipLook(colours) },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: series[0]?.points.map((point) => point.at) ?? [],
      ...axisLook(colours),
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      scale: !fromZero,
      ...axisLook(colours),
      axisLabel: { ...axisLook(colours).axisLabel, formatter: (value: number) => formats.number(value) },
    },
    series: series.flatMap((line, at) => [
      ...bandSeries(line, at, colours),
      lineSeries(line, colours, at === 0 ? marks : []),
    ]),
  }
}

const looks = {
  seen: { ink: 'text', dash: 'solid' },
  expected: { ink: 'accent', dash: 'dashed' },
  earlier: { ink: 'control', dash: 'dashed' },
  control: { ink: 'control', dash: 'solid' },
} as const

function lineSeries(line: LineSeries, colours: ChartColours, marks: Drawing['marks']): object {
  const { ink, dash } = looks[line.look]
  const color = colours[ink]
  return {
    type: 'line',
    name: line.name,
    data: line.points.map((point) => point.value),
    symbol: line.points.length > 40 ? 'none' : 'circle',
    symbolSize: 5,
    lineStyle: { color, width: 2, type: dash },
    itemStyle: { color },
    endLabel: {
      show: true,
      formatter: '{a}',
      color,
      fontFamily: 'Inter Variable',
      fontSize: 13,
      distance: 8,
    },
    // Lines that end close together have their names one above the other.
    labelLayout: { moveOverlap: 'shiftY' },
    markLine: {
      symbol: 'none',
      silent: true,
      lineStyle: { color: colours.control, type: 'solid', width: 1 },
      label: { color: colours.quiet, fontFamily: 'Inter Variable', formatter: '{b}' },
      data: marks.map((mark) => ({ name: mark.text, xAxis: mark.at })),
    },
  }
}

/** A band is two stacked areas: an unseen one up to the lower bound, and the interval on top of it. */
function bandSeries(line: LineSeries, at: number, colours: ChartColours): readonly object[] {
  if (line.points.every((point) => point.low === undefined || point.high === undefined)) return []
  const unseen = {
    type: 'line',
    stack: `band ${at}`,
    stackStrategy: 'all',
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
    tooltip: { show: false },
    emphasis: { disabled: true },
  }
  const widths = line.points.map(({ low, high }) =>
    low === undefined || high === undefined ? null : high - low,
  )
  const shade = line.look === 'control' ? colours.line : colours.accentBand
  return [
    { ...unseen, data: line.points.map((point) => point.low ?? null) },
    { ...unseen, data: widths, areaStyle: { color: shade, opacity: 0.38 } },
  ]
}
