/** Short ways of saying when, in the language on the screen. */
import { useMemo } from 'react'
import { type LocalDay, localOf } from '../../../src/plan/shifts/rules/local-days.ts'
import type { Minute, Span } from '../../../src/plan/shifts/rules/types.ts'
import { useFormats } from '../../i18n/use-texts.ts'

export type TimeWords = {
  /** `08–15.30` */
  readonly brief: (span: Span) => string
  /** `08.00–15.30` */
  readonly times: (span: Span) => string
  /** `man 7.` */
  readonly shortDay: (date: string) => string
  /** `mandag 7. desember` */
  readonly day: (date: string) => string
  /** `man 08.00–15.30` */
  readonly when: (span: Span) => string
  readonly hours: (minutes: number) => string
  /** `+1,5`, `−0,25`. */
  readonly hoursChange: (minutes: number) => string
}

export function useTimeWords(): TimeWords {
  const format = useFormats()
  return useMemo(() => {
    const clock = (minute: Minute) => format.time(localOf(minute).time)
    const brief = (minute: Minute) => clock(minute).replace(/[.:]00$/, '')
    const shortDay = (date: string) => `${format.weekday(date).slice(0, 3)} ${Number(date.slice(8))}.`
    const times = ({ from, to }: Span) => `${clock(from)}–${clock(to)}`
    const digits = (minutes: number) => (minutes % 60 === 0 ? 0 : minutes % 30 === 0 ? 1 : 2)
    return {
      brief: ({ from, to }) => `${brief(from)}–${brief(to)}`,
      times,
      shortDay,
      day: (date) => `${format.weekday(date)} ${format.shortDate(date)}`,
      when: (span) => `${format.weekday(localOf(span.from).date).slice(0, 3)} ${times(span)}`,
      hours: (minutes) => format.number(minutes / 60, digits(minutes)),
      hoursChange: (minutes) => format.change(minutes / 60, digits(minutes)),
    }
  }, [format])
}

export const isWeekend = ({ weekday }: LocalDay): boolean => weekday > 5
