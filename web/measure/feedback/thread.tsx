/** A piece of feedback with what came of it, oldest first. */
import type { FeedbackEvent, OwnFeedback } from '../../../src/measure/feedback/contract.ts'
import { Status, Tag, type Tone } from '../../design/status.tsx'
import { feedbackTexts } from '../../i18n/feedback.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'

export const stateTones = {
  received: 'warning',
  answered: 'good',
  carried: 'information',
  closed: 'neutral',
} as const satisfies Record<OwnFeedback['state'], Tone>

export function OwnThread({ feedback }: { readonly feedback: OwnFeedback }) {
  const t = useTexts(feedbackTexts)
  const format = useFormats()
  const { topic, text, state, receivedAt, events, wantsReply } = feedback
  const waits = wantsReply && state === 'received'
  return (
    <article className="lp-feedback-thread">
      <p className="lp-row">
        <Tag>{t(`topic.${topic}`)}</Tag>
        <Status tone={stateTones[state]}>{waits ? t('mine.noReply') : t(`state.${state}`)}</Status>
        <span className="lp-small lp-quiet">{format.instant(receivedAt)}</span>
      </p>
      <p className="lp-feedback-words">{text}</p>
      <Events events={events} />
    </article>
  )
}

type Told = FeedbackEvent & { readonly by?: string | null }

export function Events({ events }: { readonly events: readonly Told[] }) {
  const t = useTexts(feedbackTexts)
  const format = useFormats()
  if (events.length === 0) return null
  return (
    <ol className="lp-feedback-events">
      {events.map(({ kind, text, at, by }) => {
        const what = t(`event.${kind}`)
        const when = format.instant(at)
        return (
          <li key={at + kind}>
            <p className="lp-small lp-quiet">
              {by ? t('eventBy', { what, by, at: when }) : t('eventAt', { what, at: when })}
            </p>
            <p className="lp-feedback-words">{text}</p>
          </li>
        )
      })}
    </ol>
  )
}
