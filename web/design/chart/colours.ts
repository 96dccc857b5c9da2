const names = {
  text: '--ds-color-neutral-text-default',
  quiet: '--ds-color-neutral-text-subtle',
  line: '--lp-line',
  surface: '--ds-color-neutral-surface-default',
  control: '--ds-color-neutral-border-default',
  accent: '--ds-color-accent-text-subtle',
  accentBand: '--ds-color-accent-border-subtle',
  good: '--lp-band-good',
  low: '--lp-band-low',
  base: '--lp-band-perfect',
} as const

export type ChartColours = Readonly<Record<keyof typeof names, string>> & {
  /** Whether the chart has no more than a phone's width. */
  readonly isNarrow: boolean
}

const narrow = 420

/** The page's own colours as they are just now, light or dark. */
export function chartColours(element: Element): ChartColours {
  const style = getComputedStyle(element)
  const entries = Object.entries(names).map(([name, variable]) => [
    name,
    style.getPropertyValue(variable).trim(),
  ])
  return { ...Object.fromEntries(entries), isNarrow: element.clientWidth < narrow } as ChartColours
}

/** Axes and tips alike in every chart: thin grey lines, the page's font, no ornament. */
export function axisLook(colours: ChartColours) {
  return {
    axisLine: { lineStyle: { color: colours.line } },
    axisTick: { show: false },
    axisLabel: { color: colours.quiet, fontFamily: 'Inter Variable', fontSize: 13 },
    splitLine: { lineStyle: { color: colours.line } },
  }
}

export function tipLook(colours: ChartColours) {
  return {
    backgroundColor: colours.surface,
    borderColor: colours.control,
    textStyle: { color: colours.text, fontFamily: 'Inter Variable', fontSize: 14 },
    confine: true,
  }
}
