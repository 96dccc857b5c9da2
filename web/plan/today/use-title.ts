/** How the day goes, in one sentence. */
import { todayTexts } from '../../i18n/today.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { deviationOf, type QueueNeed, stateOf, type TodayQueue } from './use-today.ts'

/** Less is as expected. */
const worthAWord = 0.03

export function useTodayTitle(): (
  day: TodayQueue | undefined,
  need: QueueNeed | undefined,
  now: string,
) => string {
  const t = useTexts(todayTexts)
  const { time, number } = useFormats()
  const how = useHow()
  return (day, need, now) => {
    if (!day) return t('title.none')
    const queue = day.queue.name
    const state = stateOf(day, now)
    const first = day.opening[0]
    if (state === 'closed' || !first) return t('title.closed', { queue })
    if (state === 'before')
      return t('title.before', { queue, time: time(first.from), n: Math.round(day.planned?.mean ?? 0) })
    if (day.seenUntil === null) return t('title.noData', { queue })
    const soFar = Math.round(day.soFar)
    if (!day.updated) return t('title.noForecast', { queue, n: soFar })
    if (state === 'over') return t('title.over', { queue, how: how(day, true), n: soFar })
    const rest = number(Math.max(0, Math.round(day.updated.mean - day.soFar)))
    const going = { queue, how: how(day, false), rest }
    if (!need || need.lacks !== null || need.now === null || need.now.on === null)
      return t('title.going', going)
    if (!need.worst) return t('title.enough', going)
    const { from, to, missing } = need.worst
    return t('title.missing', { ...going, from: time(from), to: time(to), n: missing })
  }
}

function useHow(): (day: TodayQueue, isOver: boolean) => string {
  const t = useTexts(todayTexts)
  const { percent, time } = useFormats()
  return (day, isOver) => {
    const change = deviationOf(day) ?? 0
    const share = percent(Math.abs(change))
    const from = time(day.opening[0]?.from ?? '')
    if (Math.abs(change) < worthAWord) return isOver ? t('how.wasUsual') : t('how.usual', { from })
    if (isOver) return change > 0 ? t('how.wasAbove', { share }) : t('how.wasBelow', { share })
    return change > 0 ? t('how.above', { share, from }) : t('how.below', { share, from })
  }
}
