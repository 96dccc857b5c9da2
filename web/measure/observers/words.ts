import type { DayHours } from '../../../src/measure/observers/contract.ts'
import { poolTexts } from '../../i18n/pool.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

export const weekdays = ['1', '2', '3', '4', '5'] as const
export type WeekdayKey = (typeof weekdays)[number]

/** Øre as kroner: 124 900 → `1 249 kr`; with øre where there are any. */
export function useMoney(): (ore: number) => string {
  const t = useTexts(poolTexts)
  const format = useFormats()
  return (ore) => t('pay.kroner', { amount: format.number(ore / 100, ore % 100 === 0 ? 0 : 2) })
}

/** `man., ons. 09.00–12.00`; nothing given: every weekday. */
export function useHoursText(): (hours: readonly DayHours[]) => string {
  const t = useTexts(poolTexts)
  const format = useFormats()
  return (hours) => {
    if (hours.length === 0) return t('everyDay')
    const byTimes = Map.groupBy(hours, ({ from, to }) => format.times(from, to))
    return [...byTimes]
      .map(([times, days]) => {
        const names = days
          .toSorted((one, other) => one.weekday - other.weekday)
          .map(({ weekday }) => t(`weekdayShort.${String(weekday) as WeekdayKey}`))
        return `${names.join(', ')} ${times}`
      })
      .join('; ')
  }
}
