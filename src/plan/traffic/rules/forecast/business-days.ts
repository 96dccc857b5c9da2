/** How far into the month a day lies, counted in business days, and what was closed beside it. */

import { fromEpochDay, weekdayOf } from '../../../../kernel/calendar.ts'
import { isHolidayOf } from '../calendar/calendar-days.ts'
import type { DayGrid } from './day-grid.ts'

export type DayPlace = {
  /** Business days since the first of the month, and left in it; null on other weekdays. */
  readonly fromStart: number | null
  readonly toEnd: number | null
  /** The open day before in the grid was closed; it was open but the one before it closed; the next one is closed. */
  readonly afterClosed: boolean
  readonly secondAfterClosed: boolean
  readonly beforeClosed: boolean
}

/**
 * @param shut which rows of the grid are closed, as known to whoever asks: at an origin in the past only announced
 *   closures of the days after it are
 */
export function dayPlaces({ days, busy, calendar }: DayGrid, shut: Uint8Array): DayPlace[] {
  const closedDays = new Set(days.flatMap(({ epochDay }, at) => (shut[at] ? [epochDay] : [])))
  const openDays = new Set(days.flatMap(({ epochDay }, at) => (shut[at] ? [] : [epochDay])))
  const counts = (epochDay: number) =>
    busy.has(weekdayOf(epochDay)) &&
    !closedDays.has(epochDay) &&
    (openDays.has(epochDay) || !isHolidayOf(calendar, fromEpochDay(epochDay)))
  return days.map(({ epochDay, weekday, date, dayOfMonth }, at) => {
    const inBusiness = busy.has(weekday)
    const month = date.slice(0, 7)
    let fromStart = 0
    for (let day = epochDay - dayOfMonth + 1; day < epochDay; day++) if (counts(day)) fromStart++
    let toEnd = 0
    // Beyond the first few days left it makes no difference how many there are.
    for (let day = epochDay + 1; toEnd < 4 && fromEpochDay(day).startsWith(month); day++)
      if (counts(day)) toEnd++
    return {
      fromStart: inBusiness ? fromStart : null,
      toEnd: inBusiness ? toEnd : null,
      afterClosed: shut[at - 1] === 1,
      secondAfterClosed: shut[at - 2] === 1 && shut[at - 1] === 0,
      beforeClosed: shut[at + 1] === 1,
    }
  })
}
