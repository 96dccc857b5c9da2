/** A line over the years, cut where it was asked otherwise, so that nothing is drawn over a break. */
import type { TrendLine, TrendPoint } from '../../../src/measure/expectations/contract.ts'
import type { LineSeries } from '../../design/chart/line-with-band.tsx'

/** The stretches between two breaks, the newest last. */
export function stretchesOf({ points }: Pick<TrendLine, 'points'>): readonly (readonly TrendPoint[])[] {
  const stretches: TrendPoint[][] = []
  for (const point of points) {
    if (point.breaks || stretches.length === 0) stretches.push([])
    stretches.at(-1)!.push(point)
  }
  return stretches
}

/** One series for each stretch: the newest is the finding, older ones are there for comparison. */
export function seriesOf(
  line: TrendLine,
  names: { readonly now: string; readonly until: (year: number) => string },
) {
  const years = line.points.map(({ year }) => year)
  const stretches = stretchesOf(line)
  return stretches.map((stretch, at): LineSeries => {
    const isLast = at === stretches.length - 1
    const own = new Map(stretch.map((point) => [point.year, point]))
    return {
      name: isLast ? names.now : names.until(stretch.at(-1)!.year),
      look: isLast ? 'seen' : 'control',
      points: years.map((year) => {
        const point = own.get(year)
        const ends = point?.interval ? { low: point.interval[0], high: point.interval[1] } : {}
        return { at: String(year), value: point?.importance ?? null, ...ends }
      }),
    }
  })
}
