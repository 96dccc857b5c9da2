/** What a past day is to those who learn from it: seen, closed, without counts, odd, or not normal in somebody's word. */
import { addDays, type PlainDate } from '../../../kernel/calendar.ts'
import { isHoliday } from '../../../kernel/holidays.ts'
import { type OpeningSpan, type OpeningWeek, openingOn, slotsOf } from './queue.ts'

export const dayStates = ['seen', 'partial', 'gap', 'closed', 'odd', 'marked', 'running', 'ahead'] as const
export type DayState = (typeof dayStates)[number]

export type DayCount = {
  readonly day: PlainDate
  readonly offered: number
  readonly intervals: number
}

export type DaySetting = {
  readonly opening: OpeningWeek
  readonly exceptions: ReadonlyMap<PlainDate, readonly OpeningSpan[]>
  readonly intervalMinutes: number
  readonly today: PlainDate
  readonly marked: ReadonlySet<PlainDate>
  /** Days that the forecast does not believe. */
  readonly odd: ReadonlySet<PlainDate>
  /** The first day with any count: before it nothing is missing. */
  readonly firstDay: PlainDate | null
}

export type DayVerdict = { readonly day: PlainDate; readonly state: DayState; readonly missing: number }

/**
 * The state of every day of the span. A public holiday without a count is closed, not a gap, and a day with counts in
 * less than half of its open intervals is one of which much is missing.
 */
export function dayVerdicts(
  span: { readonly from: PlainDate; readonly to: PlainDate },
  counts: ReadonlyMap<PlainDate, DayCount>,
  setting: DaySetting,
): readonly DayVerdict[] {
  const verdicts: DayVerdict[] = []
  for (let day = span.from; day <= span.to; day = addDays(day, 1))
    verdicts.push(verdictOf(day, counts.get(day), setting))
  return verdicts
}

function verdictOf(day: PlainDate, count: DayCount | undefined, setting: DaySetting): DayVerdict {
  const open = slotsOf(openingOn(setting.opening, setting.exceptions, day), setting.intervalMinutes).length
  const missing = Math.max(0, open - (count?.intervals ?? 0))
  const as = (state: DayState, gone = 0): DayVerdict => ({ day, state, missing: gone })
  if (setting.marked.has(day)) return as('marked')
  if (day > setting.today) return as(open === 0 ? 'closed' : 'ahead')
  if (day === setting.today) return as('running')
  if (!count || count.offered === 0) {
    const before = setting.firstDay === null || day < setting.firstDay
    if (open === 0 || before || (isHoliday(day) && !setting.exceptions.has(day))) return as('closed')
    return as('gap', missing)
  }
  if (setting.odd.has(day)) return as('odd', missing)
  return open > 0 && missing > open / 2 ? as('partial', missing) : as('seen', missing)
}
