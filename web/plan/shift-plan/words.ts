/** Short ways of saying when, in the language on the screen. */
import type { Language } from '../../../src/kernel/localized.ts'
import { type LocalDay, localOf } from '../../../src/plan/shifts/rules/local-days.ts'
import type { Minute, Span } from '../../../src/plan/shifts/rules/types.ts'
import { type Formats, formatsFor } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/use-texts.ts'

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

/** The same for everybody on the page: writing a day takes longer than all else of a bar. */
const known = new Map<Language, TimeWords>()

export function useTimeWords(): TimeWords {
  const language = useLanguage()
  const words = known.get(language) ?? timeWords(formatsFor(language))
  known.set(language, words)
  return words
}

function timeWords(format: Formats): TimeWords {
  const names = new Map<string, string>()
  const weekday = (date: string): string => {
    const name = names.get(date) ?? format.weekday(date)
    names.set(date, name)
    return name
  }
  const clock = (minute: Minute) => format.time(localOf(minute).time)
  const brief = (minute: Minute) => clock(minute).replace(/[.:]00$/, '')
  const times = ({ from, to }: Span) => `${clock(from)}–${clock(to)}`
  const digits = (minutes: number) => (minutes % 60 === 0 ? 0 : minutes % 30 === 0 ? 1 : 2)
  return {
    brief: ({ from, to }) => `${brief(from)}–${brief(to)}`,
    times,
    shortDay: (date) => `${weekday(date).slice(0, 3)} ${Number(date.slice(8))}.`,
    day: (date) => `${weekday(date)} ${format.shortDate(date)}`,
    when: (span) => `${weekday(localOf(span.from).date).slice(0, 3)} ${times(span)}`,
    hours: (minutes) => format.number(minutes / 60, digits(minutes)),
    hoursChange: (minutes) => format.change(minutes / 60, digits(minutes)),
  }
}

export const isWeekend = ({ weekday }: LocalDay): boolean => weekday > 5
