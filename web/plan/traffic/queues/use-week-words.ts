/** A week's opening hours as one reads them on a door: "man.–fre. 08.00–16.00". */
import type { OpeningSpan, OpeningWeek } from '../../../../src/plan/traffic/rules/queue.ts'
import { trafficQueuesTexts } from '../../../i18n/traffic-queues.ts'
import { useFormats, useTexts } from '../../../i18n/use-texts.ts'
import { useDaysInWords, weekdays } from '../../weekdays.ts'

export function useSpanWords(): (spans: readonly OpeningSpan[]) => string {
  const t = useTexts(trafficQueuesTexts)
  const { times } = useFormats()
  return (spans) => (spans.length === 0 ? t('shut') : spans.map(({ from, to }) => times(from, to)).join(', '))
}

export function useWeekWords(): (week: OpeningWeek) => string {
  const inWords = useDaysInWords()
  const spanWords = useSpanWords()
  return (week) => {
    const runs: { days: number[]; words: string }[] = []
    for (const day of weekdays) {
      const words = spanWords(week[day])
      const last = runs.at(-1)
      if (last?.words === words) last.days.push(day)
      else runs.push({ days: [day], words })
    }
    return runs.map(({ days, words }) => `${inWords(days)} ${words}`).join('; ')
  }
}
