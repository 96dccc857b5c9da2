import type { HistoryEvent, ReviewDetail } from '../../../src/measure/fieldwork/contract.ts'
import { fieldworkTexts } from '../../i18n/fieldwork.ts'
import { unsentTexts } from '../../i18n/unsent.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

/** The contact's whole log: when it happened, what, and by whom. */
export function History({ detail }: { readonly detail: ReviewDetail }) {
  const t = useTexts(fieldworkTexts)
  return (
    <section className="lp-card" aria-labelledby="history-title">
      <h3 id="history-title">{t('review.history')}</h3>
      <ol className="lp-plain-list lp-history">
        {detail.history.map((event) => (
          <li key={event.eventId} className="lp-history__line">
            <Line event={event} />
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What reached the server much later than it happened is marked: it was kept on the phone, or typed. */
const lateByMinutes = 5

function Line({ event }: { readonly event: HistoryEvent }) {
  const t = useTexts(fieldworkTexts)
  const unsent = useTexts(unsentTexts)
  const format = useFormats()
  const late = Date.parse(event.recordedAt) - Date.parse(event.at) > lateByMinutes * 60_000
  const reason =
    event.kind === 'attemptEnded' && event.reason ? t(`reason.${event.reason as 'busy'}`) : undefined
  const more = [
    event.person ?? t('review.system'),
    ...(event.typed ? [t('review.typed')] : []),
    ...(event.clockCorrectedBy === undefined
      ? []
      : [unsent('corrected', { minutes: Math.round(Math.abs(event.clockCorrectedBy) / 60) })]),
    ...(late ? [t('review.recorded', { instant: format.instant(event.recordedAt) })] : []),
  ]
  return (
    <>
      <time className="lp-number lp-small" dateTime={event.at}>
        {format.instant(event.at)}
      </time>
      <span>
        <strong>{t(`event.${event.kind}`)}</strong>
        {reason === undefined ? '' : `: ${reason}`}
        <span className="lp-small lp-quiet">{more.join(' · ')}</span>
        {event.note !== undefined && <span className="lp-history__note">{event.note}</span>}
      </span>
    </>
  )
}
