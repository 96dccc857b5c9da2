/** Shocks that a person has confirmed: a jump that stays or fades by half in so many days. */
import { type PlainDate, toEpochDay } from '../../../../kernel/calendar.ts'
import type { DayColumn } from './day-columns.ts'
import type { DayGrid } from './day-grid.ts'
import type { ConfirmedShock } from './forecast-types.ts'

/** On the logarithm: what a shock of unknown size may be. */
export const shockSd = 0.5

/** 0 before the shock, 1 on its day, then fading. */
export function fading(
  { days }: DayGrid,
  from: number,
  halfLifeDays: number | undefined | null,
): Float64Array {
  return Float64Array.from(days, ({ epochDay }) =>
    epochDay < from ? 0 : halfLifeDays ? 2 ** (-(epochDay - from) / halfLifeDays) : 1,
  )
}

/** Shocks of unknown size, to be learned. */
export function shockColumns(grid: DayGrid, shocks: readonly ConfirmedShock[]): DayColumn[] {
  return shocks.flatMap((shock) =>
    shock.multiplier === undefined
      ? [
          {
            part: 'shock' as const,
            key: `shock·${shock.id}`,
            scale: 'absolute' as const,
            sd: shockSd,
            values: fading(grid, toEpochDay(shock.from), shock.halfLifeDays),
          },
        ]
      : [],
  )
}

export type Step = { readonly date: PlainDate; readonly halfLifeDays: number | null }

/** Jumps that the series itself shows: a part of the level, not of what somebody has confirmed. */
export const stepColumns = (grid: DayGrid, steps: readonly Step[]): DayColumn[] =>
  steps.map(({ date, halfLifeDays }) => ({
    part: 'level',
    key: `step·${date}`,
    scale: 'absolute',
    sd: shockSd,
    values: fading(grid, toEpochDay(date), halfLifeDays),
  }))

/** What shocks of a given size do to each row of the grid, on the logarithm. */
export function shockOffset(grid: DayGrid, shocks: readonly ConfirmedShock[]): Float64Array {
  const offset = new Float64Array(grid.days.length)
  for (const { from, multiplier, halfLifeDays } of shocks) {
    if (multiplier === undefined || multiplier <= 0) continue
    fading(grid, toEpochDay(from), halfLifeDays).forEach((share, row) => {
      offset[row]! += share * Math.log(multiplier)
    })
  }
  return offset
}
