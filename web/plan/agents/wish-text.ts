/** Wishes and absence in a few words. */
import { toLocal } from '../../../src/kernel/zone.ts'
import type { AbsenceFields, WishFields } from '../../../src/plan/shifts/people/contract.ts'
import { agentRequestTexts } from '../../i18n/agent-requests.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { useShiftTimes } from '../shift-times.ts'
import { useWeekdayName } from '../weekdays.ts'

/** `Fri hver fredag`, `På vakt onsdag 3. mars kl. 08.00–12.00` */
export function useWishText(): (wish: Omit<WishFields, 'weight'>) => string {
  const t = useTexts(agentRequestTexts)
  const { times } = useFormats()
  const { day } = useShiftTimes()
  const weekdayName = useWeekdayName()
  return ({ kind, date, weekday, from, to }) => {
    const when = date === null ? t('wish.text.every', { weekday: weekdayName(weekday ?? 1) }) : day(date)
    const whole = from === null || to === null
    return t(`wish.text.${kind}`, {
      when: whole ? when : t('wish.text.hours', { when, hours: times(from, to) }),
    })
  }
}

/** `mandag 1. mars`, `1. mars – 5. mars`, or with the times where it is a part of a day. */
export function useAbsenceText(): (absence: Pick<AbsenceFields, 'startsAt' | 'endsAt'>) => string {
  const { shortDate } = useFormats()
  const { day, span } = useShiftTimes()
  return ({ startsAt, endsAt }) => {
    const [start, end] = [new Date(startsAt), new Date(endsAt)]
    const [first, last] = [toLocal(start), toLocal(new Date(end.getTime() - 60_000))]
    const isWhole = first.time.startsWith('00:00') && last.time.startsWith('23:59')
    if (!isWhole) return span({ from: start.getTime() / 60_000, to: end.getTime() / 60_000 })
    return first.date === last.date ? day(first.date) : `${shortDate(first.date)} – ${shortDate(last.date)}`
  }
}
