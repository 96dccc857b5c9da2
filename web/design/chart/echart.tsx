import type { EChartsType } from 'echarts/core'
import { useEffect, useRef } from 'react'
import { useIsDark } from '../../shell/scheme.ts'
import { type ChartColours, chartColours } from './colours.ts'

export type EChartProps = {
  /** What the chart tells, for those who do not see it; the table beside it has the figures. */
  readonly label: string
  /** Height in rem. */
  readonly height: number
  /** The chart's options in the page's colours. Keep it stable with `useCallback`. */
  readonly options: (colours: ChartColours) => object
  /** Options that follow from where things were drawn: gets the height in pixels at which a value stands. */
  readonly settle?: ((pixelOf: (value: number) => number) => object) | undefined
  readonly onClick?: (dataIndex: number) => void
}

/** Draws with ECharts as SVG, in the page's colours and width. The library is fetched when first needed. */
export function EChart({ label, height, options, settle, onClick }: EChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const isDark = useIsDark()
  const click = useRef(onClick)
  click.current = onClick
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scheme means other colours, read from the page
  useEffect(() => {
    const element = box.current
    if (element === null) return
    let chart: EChartsType | undefined
    let isGone = false
    void import('./echart-core.ts').then(({ init }) => {
      if (isGone) return
      chart = init(element, null, { renderer: 'svg' })
      chart.setOption({ animation: false, ...options(chartColours(element)) })
      const drawn = chart
      if (settle)
        chart.setOption({ ...settle((value) => Number(drawn.convertToPixel({ yAxisIndex: 0 }, value))) })
      chart.on('click', ({ dataIndex }) => click.current?.(dataIndex))
    })
    const watch = new ResizeObserver(() => chart?.resize({ animation: { duration: 0 } }))
    watch.observe(element)
    return () => {
      isGone = true
      watch.disconnect()
      chart?.dispose()
    }
  }, [options, settle, isDark])
  return (
    <div
      ref={box}
      className="lp-chart__canvas"
      style={{ height: `${height}rem` }}
      role="img"
      aria-label={label}
    />
  )
}
