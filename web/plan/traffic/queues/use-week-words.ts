/** A week's opening hours as one reads them on a door: "man.–fre. 08.00–16.00". */
import { fromEpochDay } from '../../../../src/kernel/calendar.ts'
import type { OpeningSpan, OpeningWeek } from '../../../../src/plan/traffic/rules/queue.ts'
import { trafficQueuesTexts } from '../../../i18n/traffic-queues.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export type Weekday = (typeof weekdays)[number]

/** The first Monday after 1 January 1970 is day 4. */
const someMonday = 4

export function useWeekdayName(): (weekday: Weekday) => string {
  const { weekday } = useFormats()
  return (day) => weekday(fromEpochDay(someMonday + day - 1))
}

export function useSpanWords(): (spans: readonly OpeningSpan[]) => string {
  const t = useTexts(trafficQueuesTexts)
  const { times } = useFormats()
  return (spans) => (spans.length === 0 ? t('shut') : spans.map(({ from, to }) => times(from, to)).join(', '))
}

export function useWeekWords(): (week: OpeningWeek) => string {
  const name = useWeekdayName()
  const spanWords = useSpanWords()
  return (week) => {
    const runs: { from: Weekday; to: Weekday; words: string }[] = []
    for (const day of weekdays) {
      const words = spanWords(week[day])
      const last = runs.at(-1)
      if (last?.words === words) last.to = day
      else runs.push({ from: day, to: day, words })
    }
    const short = (day: Weekday) => name(day).slice(0, 3)
    return runs
      .map(({ from, to, words }) => `${from === to ? short(from) : `${short(from)}–${short(to)}`} ${words}`)
      .join('; ')
  }
}
