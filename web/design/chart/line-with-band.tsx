import { useCallback } from 'react'
import { designTexts } from '../../i18n/design.ts'
import type { Formats } from '../../i18n/format.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx'
import { axisLook, type ChartColours, tipLook } from './colours.ts'
import { EChart } from './echart.tsx'
import { LineLegend } from './line-legend.tsx'
import { dashesOf, inks, type LineLook } from './line-looks.ts'
import { spreadLabels } from './spread-labels.ts'
import { useWidth } from './use-width.ts'

export type LinePoint = {
  readonly at: string
  readonly value: number | null
  readonly low?: number
  readonly high?: number
}

export type LineSeries = {
  readonly name: string
  readonly look: LineLook
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

/** Estimates over time with their interval as a band; names stand at the lines' ends, or above where there is no room. */
export function LineWithBand(props: LineWithBandProps) {
  const { series, decimals = 1, height = 17, marks = [], fromZero = false, ...frame } = props
  const t = useTexts(designTexts)
  const formats = useFormats()
  const [box, width] = useWidth()
  const named = series.some(({ name }) => name !== '')
  const atEnds = named && (width === undefined || endRoom(series) <= width * mostForNames)
  const options = useCallback(
    (colours: ChartColours) => lineOptions({ series, decimals, marks, fromZero, atEnds }, colours, formats),
    [series, decimals, marks, fromZero, atEnds, formats],
  )
  const settle = useCallback(
    (pixelOf: (value: number) => number) => ({ series: movedNames(series, pixelOf) }),
    [series],
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
      <div ref={box}>
        {named && !atEnds && <LineLegend series={series} />}
        <EChart label={frame.title} height={height} options={options} settle={atEnds ? settle : undefined} />
      </div>
    </ChartFrame>
  )
}

type Drawing = Required<Pick<LineWithBandProps, 'series' | 'decimals' | 'marks' | 'fromZero'>> & {
  readonly atEnds: boolean
}

function lineOptions(drawing: Drawing, colours: ChartColours, formats: Formats): object {
  const { series, decimals, fromZero, atEnds } = drawing
  const write = (value: unknown): string =>
    typeof value === 'number' ? formats.number(value, decimals) : '–'
  const dashes = dashesOf(series)
  return {
    grid: { left: 8, right: 20 + (atEnds ? endRoom(series) : 0), top: 16, bottom: 10, containLabel: true },
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
      lineSeries({ line, at, dash: dashes[at] ?? [] }, colours, drawing),
    ]),
  }
}

type Line = { readonly line: LineSeries; readonly at: number; readonly dash: readonly number[] }

function lineSeries({ line, at, dash }: Line, colours: ChartColours, drawing: Drawing): object {
  const color = colours[inks[line.look]]
  return {
    type: 'line',
    id: idOf(at),
    name: line.name,
    data: line.points.map((point) => point.value),
    symbol: line.points.length > 40 ? 'none' : 'circle',
    symbolSize: 5,
    lineStyle: { color, width: 2, type: dash.length > 0 ? dash : 'solid' },
    itemStyle: { color },
    endLabel: {
      show: drawing.atEnds,
      formatter: '{a}',
      color,
      fontFamily: 'Inter Variable',
      fontSize: 13,
      distance: 8,
    },
    markLine: {
      symbol: 'none',
      silent: true,
      lineStyle: { color: colours.control, type: 'solid', width: 1 },
      label: { color: colours.quiet, fontFamily: 'Inter Variable', formatter: '{b}' },
      data: at === 0 ? drawing.marks.map((mark) => ({ name: mark.text, xAxis: mark.at })) : [],
    },
  }
}

const idOf = (at: number): string => `line ${at}`

/** Of the chart's width, what names at the ends of lines may take; longer ones stand above. */
const mostForNames = 0.3
const letterWidth = 7.5
/** The height of a name with some air. */
const nameHeight = 17

function endRoom(series: readonly LineSeries[]): number {
  return Math.max(0, ...series.map((line) => line.name.length)) * letterWidth
}

/** Lines that end close together have their names one above the other. */
function movedNames(series: readonly LineSeries[], pixelOf: (value: number) => number): readonly object[] {
  const ends = series.flatMap(({ name, points }, at) => {
    const last = points.findLast(({ value }) => value !== null)?.value
    return name === '' || last === undefined || last === null ? [] : [{ at, place: pixelOf(last) }]
  })
  const moves = spreadLabels(
    ends.map(({ place }) => place),
    nameHeight,
  )
  return ends.map(({ at }, index) => ({ id: idOf(at), endLabel: { offset: [0, moves[index]] } }))
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
