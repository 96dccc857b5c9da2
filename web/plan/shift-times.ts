/** Shifts in words: on which day, from when to when, and how long. */
import { isoWeek, type PlainDate } from '../../src/kernel/calendar.ts'
import { localOf } from '../../src/plan/shifts/rules/local-days.ts'
import type { Span } from '../../src/plan/shifts/rules/types.ts'
import { shiftTimesTexts } from '../i18n/shift-times.ts'
import { useFormats, useTexts } from '../i18n/use-texts.ts'

export const dayOf = (minute: number): PlainDate => localOf(minute).date

/** Minutes of work in a shift: without its breaks, unless these are paid. */
export function workMinutes(shift: Span & { readonly breaks: readonly Span[] }, paidBreaks: boolean): number {
  const pauses = paidBreaks ? 0 : shift.breaks.reduce((sum, { from, to }) => sum + to - from, 0)
  return shift.to - shift.from - pauses
}

export function useShiftTimes() {
  const t = useTexts(shiftTimesTexts)
  const { weekday, shortDate, times, time, number } = useFormats()
  const day = (date: PlainDate) => t('day', { weekday: weekday(date), date: shortDate(date) })
  const hours = ({ from, to }: Span) => times(localOf(from).time, localOf(to).time)
  return {
    /** `mandag 30. november` */
    day,
    /** `08.00–16.00` */
    hours,
    /** `mandag 30. november kl. 08.00–16.00`; one that ends another day says which. */
    span: (span: Span) =>
      dayOf(span.from) === dayOf(span.to - 1)
        ? t('span', { day: day(dayOf(span.from)), hours: hours(span) })
        : t('long', {
            from: day(dayOf(span.from)),
            fromTime: time(localOf(span.from).time),
            to: day(dayOf(span.to - 1)),
            toTime: time(localOf(span.to).time),
          }),
    /** `Uke 49` */
    week: (date: PlainDate) => t('week', { week: Number(isoWeek(date).slice(-2)) }),
    /** 450 → `7,5 t` */
    length: (minutes: number) => t('hours', { hours: number(Math.round(minutes / 3) / 20) }),
  }
}
