/** A made-up office for tests: workdays 08:00–16:00 in half hours, with a known level, effect of days, and noise. */
import { fromEpochDay, toEpochDay, weekdayOf } from '../../../../../kernel/calendar.ts'
import { seededRandom } from '../../../../../kernel/random.ts'
import { type SeriesCell, type TrafficSeries, toSeries } from '../traffic-series.ts'

export type TestOffice = {
  readonly days: number
  readonly from?: string
  readonly aDay?: number
  /** Standard deviation of a day's noise on the logarithm. */
  readonly noise?: number
  readonly seed?: number | string
  /** Multiplier of a date's contacts; 0 leaves the day out. */
  readonly effect?: (date: string, openDay: number) => number
}

const weekdayShare = [1.2, 1.05, 1, 0.95, 0.9]

export function testOffice({
  days,
  from = '2025-01-06',
  aDay = 400,
  noise = 0.04,
  seed = 1,
  effect = () => 1,
}: TestOffice): TrafficSeries {
  const random = seededRandom(seed)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const cells: SeriesCell[] = []
  const first = toEpochDay(from)
  let openDay = 0
  for (let day = 0; day < days; day++) {
    const weekday = weekdayOf(first + day)
    if (weekday > 5) continue
    const date = fromEpochDay(first + day)
    const by = effect(date, openDay++)
    if (by === 0) continue
    const total = aDay * weekdayShare[weekday - 1]! * by * Math.exp(noise * normal())
    for (let slot = 0; slot < 16; slot++) {
      const mean = (total * (1 + 0.5 * Math.sin((Math.PI * slot) / 15))) / 21
      cells.push({
        date,
        minute: 480 + 30 * slot,
        value: Math.max(0, Math.round(mean + Math.sqrt(mean) * normal())),
      })
    }
  }
  return toSeries(cells, 30)
}
