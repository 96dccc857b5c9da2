/** The four figures that matter, each with how sure it is. */
import { useQuery } from '@tanstack/react-query'
import type { AfterView, PatienceView, WaitingView } from '../../../src/plan/waiting/contract.ts'
import { api } from '../../api.ts'
import { Figure } from '../../design/figure.tsx'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { waitingTexts } from '../../i18n/waiting.ts'
import type { Chosen } from './use-chosen.ts'
import { useWords } from './use-words.ts'

type Props = {
  readonly view: WaitingView
  readonly chosen: Chosen
  readonly after: AfterView | undefined
}

export function Headlines({ view, chosen, after }: Props) {
  const t = useTexts(waitingTexts)
  const { percent, number } = useFormats()
  const { duration, shares } = useWords()
  const queue = view.queue!
  const { data } = useQuery(
    api.waiting.patience.queryOptions({ input: { queueId: queue.id, weeks: chosen.weeks } }),
  )
  const patience = (data as PatienceView | undefined)?.exponential
  const { total } = view
  const records = {
    to: '/understand/intake/enquiries' as const,
    search: { channel: queue.channel, outcome: 'abandoned', from: view.from, to: view.to },
  }
  return (
    <div className="lp-waiting__figures">
      {total.gaveUp && (
        <Figure
          label={t('figure.gaveUp')}
          value={percent(total.gaveUp.share, 1)}
          note={`${t('figure.interval', { interval: shares(total.gaveUp) })} · ${t('figure.gaveUpNote', { lost: number(total.lost ?? 0, 0), told: number(total.told, 0) })}`}
          {...(after && after.lost > 0 && { link: records })}
        />
      )}
      {total.meanWait !== null && (
        <Figure
          label={t('figure.wait')}
          value={duration(total.meanWait)}
          note={
            total.p50 === null || total.p90 === null
              ? undefined
              : t('figure.waitNote', { p50: duration(total.p50), p90: duration(total.p90) })
          }
        />
      )}
      {queue.kind !== 'tasks' && (
        <Figure
          label={t('figure.patience')}
          value={patience ? duration(patience.mean) : '–'}
          note={
            patience
              ? t('figure.interval', { interval: `${duration(patience.low)} – ${duration(patience.high)}` })
              : t('figure.patienceNone')
          }
        />
      )}
      {after?.back && (
        <Figure
          label={t('figure.back', { days: after.days })}
          value={percent(after.back.share)}
          note={[
            t('figure.interval', { interval: shares(after.back) }),
            ...(after.backThrough ? [t('figure.backNote', { share: percent(after.backThrough.share) })] : []),
          ].join(' · ')}
        />
      )}
    </div>
  )
}
