/** How the time line is drawn: the line and its band above, and what happened in a strip of its own below. */
import { axisLook, type ChartColours, tipLook } from '../../design/chart/colours.ts'
import type { TimelinePoint } from './timeline-points.ts'

export type Drawing = {
  readonly points: readonly TimelinePoint[]
  /** Which point today is in; -1 when it is outside the span. */
  readonly now: number
  /** Which point is open. */
  readonly open: number
  readonly words: {
    readonly seen: string
    readonly expected: string
    readonly told: string
    readonly lowPath: string
    readonly highPath: string
    readonly today: string
    readonly lanes: readonly [events: string, shocks: string, days: string]
  }
  readonly write: (value: number) => string
  readonly label: (point: TimelinePoint) => string
  /** Everything about a point in lines, for the tip. */
  readonly tell: (point: TimelinePoint) => readonly string[]
}

const font = 'Inter Variable'
const cross = 'path://M-5,-5L5,5M5,-5L-5,5'
const [eventLane, shockLane, dayLane] = [2, 1, 0] as const

export function timelineOptions(drawing: Drawing, colours: ChartColours): object {
  const { points, words, tell, write, label } = drawing
  const left = colours.isNarrow ? 40 : 92
  const x = {
    type: 'category',
    boundaryGap: true,
    data: points.map(label),
    ...axisLook(colours),
    splitLine: { show: false },
  }
  return {
    grid: [
      { left, right: 12, top: 24, bottom: 106 },
      { left, right: 12, height: 66, bottom: 26 },
    ],
    tooltip: {
      trigger: 'axis',
      axisPointer: { type: 'line', lineStyle: { color: colours.control } },
      ...tipLook(colours),
      formatter: (shown: readonly { dataIndex: number }[]) => {
        const point = points[shown[0]?.dataIndex ?? -1]
        return point ? tell(point).map(asMarkup).join('<br>') : ''
      },
    },
    axisPointer: { link: [{ xAxisIndex: 'all' }] },
    xAxis: [
      { ...x, gridIndex: 0, axisLabel: { show: false } },
      { ...x, gridIndex: 1, position: 'bottom' },
    ],
    yAxis: [
      {
        type: 'value',
        gridIndex: 0,
        min: 0,
        ...axisLook(colours),
        axisLabel: { ...axisLook(colours).axisLabel, formatter: write },
      },
      {
        type: 'category',
        gridIndex: 1,
        data: words.lanes.toReversed(),
        ...axisLook(colours),
        splitLine: { show: true, lineStyle: { color: colours.line } },
        axisLabel: { ...axisLook(colours).axisLabel, show: !colours.isNarrow, interval: 0 },
      },
      { type: 'value', gridIndex: 0, min: 0, max: 1, show: false },
    ],
    series: [...lines(drawing, colours), ...lanes(points, colours), target(points, colours, drawing.open)],
  }
}

const asMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

function lines({ points, now, words }: Drawing, colours: ChartColours): readonly object[] {
  const unseen = {
    type: 'line',
    stack: 'band',
    stackStrategy: 'all',
    symbol: 'none',
    silent: true,
    lineStyle: { opacity: 0 },
  }
  const width = ({ low, high }: TimelinePoint) => (low === null || high === null ? null : high - low)
  const line = (name: string, color: string, type: 'solid' | 'dashed' | 'dotted') => ({
    type: 'line',
    name,
    symbol: 'none',
    lineStyle: { color, width: 2, type },
    itemStyle: { color },
  })
  const mark = {
    symbol: 'none',
    silent: true,
    lineStyle: { color: colours.control, type: 'solid', width: 1 },
    label: { color: colours.quiet, fontFamily: font, formatter: '{b}', position: 'end' },
    data: now < 0 ? [] : [{ name: words.today, xAxis: now }],
  }
  return [
    { ...unseen, data: points.map(({ low }) => low) },
    { ...unseen, data: points.map(width), areaStyle: { color: colours.accentBand, opacity: 0.38 } },
    { ...line(words.lowPath, colours.quiet, 'dotted'), data: points.map(({ lowPath }) => lowPath) },
    { ...line(words.highPath, colours.quiet, 'dotted'), data: points.map(({ highPath }) => highPath) },
    { ...line(words.told, colours.control, 'dashed'), data: points.map(({ told }) => told) },
    { ...line(words.seen, colours.text, 'solid'), data: points.map(({ seen }) => seen), markLine: mark },
    { ...line(words.expected, colours.accent, 'dashed'), data: points.map(({ mean }) => mean) },
    {
      type: 'line',
      symbol: 'emptyCircle',
      symbolSize: 9,
      silent: true,
      lineStyle: { opacity: 0 },
      itemStyle: { color: colours.low, borderWidth: 2 },
      data: points.map(({ seen, states }) => (states.includes('odd') ? seen : null)),
    },
  ]
}

type Shape = {
  readonly symbol: string
  readonly symbolSize: number | readonly number[]
  readonly color: string
}

/** What happened, as shapes in three rows: the shape tells, the colour only helps. */
function lanes(points: readonly TimelinePoint[], colours: ChartColours): readonly object[] {
  const row = (
    lane: number,
    { symbol, symbolSize, color }: Shape,
    has: (point: TimelinePoint) => boolean,
  ) => ({
    type: 'line',
    xAxisIndex: 1,
    yAxisIndex: 1,
    silent: true,
    symbol,
    symbolSize,
    showAllSymbol: true,
    lineStyle: { opacity: 0 },
    itemStyle: { color, borderColor: color, borderWidth: symbol === cross ? 2 : 1.5 },
    data: points.map((point) => (has(point) ? lane : null)),
  })
  const state = (name: TimelinePoint['states'][number]) => (point: TimelinePoint) =>
    point.states.includes(name)
  return [
    row(
      eventLane,
      { symbol: 'triangle', symbolSize: 10, color: colours.accent },
      ({ events }) => events.length > 0,
    ),
    row(
      shockLane,
      { symbol: 'diamond', symbolSize: 12, color: colours.text },
      ({ shocks }) => shocks.length > 0,
    ),
    row(dayLane, { symbol: 'rect', symbolSize: [9, 3], color: colours.control }, state('closed')),
    row(dayLane, { symbol: 'emptyRect', symbolSize: 9, color: colours.text }, state('gap')),
    row(dayLane, { symbol: 'emptyTriangle', symbolSize: 9, color: colours.quiet }, state('partial')),
    row(dayLane, { symbol: 'emptyCircle', symbolSize: 9, color: colours.low }, state('odd')),
    row(dayLane, { symbol: cross, symbolSize: 9, color: colours.text }, state('marked')),
  ]
}

/** Something to hit: a bar over the whole height of each day, seen only where one is open. */
function target(points: readonly TimelinePoint[], colours: ChartColours, open: number): object {
  return {
    type: 'bar',
    yAxisIndex: 2,
    barWidth: '100%',
    cursor: 'pointer',
    z: 0,
    data: points.map((_, at) => ({
      value: 1,
      itemStyle: { color: colours.accentBand, opacity: at === open ? 0.3 : 0 },
    })),
    emphasis: { itemStyle: { color: colours.line, opacity: 0.5 } },
  }
}
