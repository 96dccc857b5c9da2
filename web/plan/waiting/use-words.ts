/** Times and hours of the week as the page writes them, and its finding in one sentence. */
import { addDays } from '../../../src/kernel/calendar.ts'
import type { AfterView, WaitingView } from '../../../src/plan/waiting/contract.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { waitingTexts } from '../../i18n/waiting.ts'

/** A Monday, from which the names of weekdays are read. */
const someMonday = '2027-03-01'

export function useWords() {
  const t = useTexts(waitingTexts)
  const { number, weekday, time, percent } = useFormats()
  const clock = (hour: number) => time(`${String(hour).padStart(2, '0')}:00`)
  return {
    /** 40 s, 4,2 min, 9 timer. */
    duration: (seconds: number): string => {
      if (seconds < 90) return t('seconds', { n: number(seconds, 0) })
      if (seconds < 5400) return t('minutes', { n: number(seconds / 60, 1) })
      return t('hoursLong', { n: number(seconds / 3600, 1) })
    },
    dayOf: (isoWeekday: number): string => weekday(addDays(someMonday, isoWeekday - 1)),
    clock,
    /** 12–18 %, both ends written alike. */
    shares: ({ low, high }: { readonly low: number; readonly high: number }): string =>
      `${number(low * 100, 1)}–${percent(high, 1)}`,
  }
}

/** Which part of the week is worst, and what those do next. */
export function useFinding(view: WaitingView | undefined, after: AfterView | undefined): string {
  const t = useTexts(waitingTexts)
  const { percent } = useFormats()
  const { duration, dayOf, clock } = useWords()
  if (!view?.queue) return t('title.none')
  const queue = view.queue.name
  const { worst, total } = view
  const next = nextOf(after, t, percent)
  if (worst)
    return t('title.worst', {
      queue,
      n: Math.max(2, Math.round(1 / worst.share)),
      day: dayOf(worst.weekday),
      from: clock(worst.fromHour),
      to: clock(worst.toHour),
      next,
    })
  if (total.gaveUp) return t('title.even', { queue, share: percent(total.gaveUp.share, 1), next })
  if (total.meanWait !== null) return t('title.wait', { queue, wait: duration(total.meanWait) })
  return t('title.unknown', { queue })
}

/** More than half and less than a quarter are said only where the whole interval says so. */
function nextOf(
  after: AfterView | undefined,
  t: ReturnType<typeof useTexts<(typeof waitingTexts)['texts']['nb']>>,
  percent: (share: number) => string,
): string {
  const back = after?.back
  if (!back) return ''
  if (back.low > 0.5) return t('next.most')
  if (back.high < 0.25) return t('next.few')
  return t('next.some', { share: percent(back.share) })
}
