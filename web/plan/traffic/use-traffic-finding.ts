/** What is to come, in one sentence: the title of the page. */
import type { TrafficView } from '../../../src/plan/traffic/contract.ts'
import { trafficTexts } from '../../i18n/traffic.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { inSentence, useDayName, useMarkName } from './use-words.ts'

export function useTrafficFinding(view: TrafficView | undefined): string {
  const t = useTexts(trafficTexts)
  const { percent } = useFormats()
  const dayName = useDayName()
  const cause = useCause()
  const queue = view?.queues.find(({ id }) => id === view.queueId)?.name
  if (!view || queue === undefined) return t('title.none')
  if (!view.forecast) return t('title.noForecast', { queue })
  if (!view.finding) return t('title.ordinary', { queue })
  const { change, day } = view.finding
  return t(change > 0 ? 'title.more' : 'title.fewer', {
    queue,
    share: percent(Math.abs(change)),
    day: dayName(day),
    cause: cause(view.finding),
  })
}

function useCause(): (finding: NonNullable<TrafficView['finding']>) => string {
  const t = useTexts(trafficTexts)
  const { shortDate } = useFormats()
  const markName = useMarkName()
  return ({ cause, mark, eventKind, eventDay }) => {
    const named = mark === null ? undefined : markName(mark)
    if (cause === 'calendar' && named !== undefined) return t('because.mark', { mark: named })
    if (cause === 'events' && eventKind && eventDay)
      return t('because.event', { event: inSentence(eventKind), day: shortDate(eventDay) })
    return t(`because.${cause}`)
  }
}
