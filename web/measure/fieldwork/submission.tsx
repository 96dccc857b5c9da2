import { useQuery } from '@tanstack/react-query'
import type { ReviewDetail } from '../../../src/measure/fieldwork/contract.ts'
import { api } from '../../api.ts'
import { Awaited } from '../../design/states.tsx'
import { Status, Tag } from '../../design/status.tsx'
import { channelTexts } from '../../i18n/channels.ts'
import { fieldworkTexts } from '../../i18n/fieldwork.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { MaskCheck } from '../masking/mask-check.tsx'
import { Conversation } from './conversation.tsx'
import { FilledForm } from './filled-form.tsx'
import { Findings } from './findings.tsx'
import { History } from './history.tsx'

/** One submission as the reviewer reads it: what to look at first, then the form, then what has happened. */
export function Submission({
  editionId,
  contactId,
}: {
  readonly editionId: string
  readonly contactId: string
}) {
  const query = useQuery(api.fieldwork.review.get.queryOptions({ input: { editionId, contactId } }))
  return (
    <Awaited query={query} lines={12}>
      {(detail) => <Read editionId={editionId} detail={detail as ReviewDetail} />}
    </Awaited>
  )
}

function Read({ editionId, detail }: { readonly editionId: string; readonly detail: ReviewDetail }) {
  return (
    <article className="lp-stack lp-submission" aria-labelledby="submission-title">
      <Head detail={detail} />
      <Findings detail={detail} />
      <FilledForm detail={detail} />
      <Conversation detail={detail} />
      <MaskCheck editionId={editionId} contactId={detail.contactId} />
      <ScenarioText detail={detail} />
      <History detail={detail} />
    </article>
  )
}

function Head({ detail }: { readonly detail: ReviewDetail }) {
  const t = useTexts(fieldworkTexts)
  const channel = useTexts(channelTexts)
  const format = useFormats()
  const { number, participant, observer, version, score } = detail
  const waiting = detail.state === 'submitted' || detail.state === 'resubmitted'
  return (
    <header className="lp-card">
      <div className="lp-card__head">
        <h2 id="submission-title">
          {participant} · {channel(detail.channel)}
        </h2>
        <p className="lp-submission__score lp-number">
          {score ? (
            <>
              <span className="lp-small lp-quiet">{t('review.score')}</span>{' '}
              <strong>{format.number(score.score, 1)}</strong>
            </>
          ) : (
            <span className="lp-small lp-quiet">{t('review.noScore')}</span>
          )}
        </p>
      </div>
      <div className="lp-row">
        <Tag>{t('review.number', { number })}</Tag>
        <Tag>{detail.class}</Tag>
        <Tag>{observer}</Tag>
        {version > 1 && <Tag>{t('review.version', { version })}</Tag>}
        <Answered detail={detail} />
        {!waiting && (
          <Status tone="information">{t('review.decided', { state: t(`state.${detail.state}`) })}</Status>
        )}
      </div>
      <p className="lp-small lp-quiet">
        {t('review.planned', {
          date: format.date(detail.date),
          times: format.times(detail.from, detail.to),
        })}
        {' · '}
        {t('review.submitted', { instant: format.instant(detail.submittedAt) })}
      </p>
    </header>
  )
}

function Answered({ detail: { answered, waitedSeconds, channel } }: { readonly detail: ReviewDetail }) {
  const t = useTexts(fieldworkTexts)
  const format = useFormats()
  if (!answered) return <Status tone="bad">{t('review.unanswered')}</Status>
  const measured = channel !== 'email' && waitedSeconds !== undefined
  return (
    <Status tone="good">
      {measured ? t('review.answeredAfter', { waited: format.clock(waitedSeconds) }) : t('review.answered')}
    </Status>
  )
}

function ScenarioText({ detail: { scenario } }: { readonly detail: ReviewDetail }) {
  const t = useTexts(fieldworkTexts)
  const language = useLanguage()
  return (
    <section className="lp-card">
      <h3>
        {t('review.scenario')}: {scenario.title[language]}
      </h3>
      <p>{scenario.briefing[language]}</p>
    </section>
  )
}
