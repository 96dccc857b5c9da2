import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { SubmissionAnswer } from '../../../src/measure/results/contract.ts'
import { api } from '../../api.ts'
import { Figure } from '../../design/figure.tsx'
import { Awaited } from '../../design/states.tsx'
import { appealsTexts } from '../../i18n/appeals.ts'
import { channelTexts } from '../../i18n/channels.ts'
import { resultsTexts } from '../../i18n/results.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { AppealNote } from '../appeals/appeal-note.tsx'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import '../appeals/appeals.css'
import './results.css'

/** One submission: the score by area, the ticked form, the comments and the clock. */
export function SubmissionPage() {
  const t = useTexts(resultsTexts)
  const editionId = useEditionId()
  const { contactId = '' } = useParams({ strict: false })
  const submission = useQuery(api.results.submission.queryOptions({ input: { editionId, contactId } }))
  if (submission.data)
    return <Loaded submission={submission.data as SubmissionAnswer} editionId={editionId} />
  return (
    <EditionFrame title={t('submissions.table')}>
      <Awaited query={submission}>{() => null}</Awaited>
    </EditionFrame>
  )
}

type Props = { readonly submission: SubmissionAnswer; readonly editionId: string }

function Loaded({ submission, editionId }: Props) {
  const t = useTexts(resultsTexts)
  const channels = useTexts(channelTexts)
  const language = useLanguage()
  const format = useFormats()
  const { answered, score, participant, participantId, scenario } = submission
  const number = format.number(submission.number)
  return (
    <EditionFrame
      title={
        answered
          ? t('submission.title', { number, score: format.number(score, 1) })
          : t('submission.titleUnanswered', { number })
      }
      subtitle={t('submission.subtitle', {
        participant,
        channel: channels(submission.channel),
        date: format.date(submission.date),
      })}
      trail={[
        { to: '/measure/editions/$editionId/results', params: { editionId }, label: t('results') },
        {
          to: '/measure/editions/$editionId/results/$participantId',
          params: { editionId, participantId },
          label: participant,
        },
        {
          to: '/measure/editions/$editionId/results/submissions',
          params: { editionId },
          search: { participant: participantId },
          label: t('submissions.table'),
        },
      ]}
    >
      {answered ? <Scores submission={submission} /> : <p>{t('submission.unanswered')}</p>}
      {scenario && (
        <section className="lp-card">
          <h2>
            {t('submission.scenario')}: {scenario.title[language]}
          </h2>
          <p className="lp-quiet">{scenario.briefing[language]}</p>
        </section>
      )}
      <AppealNote editionId={editionId} contactId={submission.contactId} />
      {submission.log.length > 0 && <Clock submission={submission} />}
      {answered && <Form submission={submission} />}
      {submission.transcript !== undefined && <Written text={submission.transcript} />}
    </EditionFrame>
  )
}

function Scores({ submission }: { readonly submission: SubmissionAnswer }) {
  const t = useTexts(resultsTexts)
  const language = useLanguage()
  const { number } = useFormats()
  const { points, possible, score, parts } = submission
  return (
    <section className="lp-results-figures" aria-label={t('submission.areas')}>
      <Figure
        label={t('submissions.score')}
        value={number(score, 1)}
        note={t('submission.points', { points: number(points), possible: number(possible) })}
      />
      {parts.map(({ area, name, score: areaScore }) =>
        areaScore === undefined ? null : (
          <Figure key={area} label={name[language]} value={number(areaScore, 1)} />
        ),
      )}
    </section>
  )
}

function Clock({ submission }: { readonly submission: SubmissionAnswer }) {
  const t = useTexts(resultsTexts)
  const format = useFormats()
  return (
    <section className="lp-card">
      <h2>{t('submission.clock')}</h2>
      <dl className="lp-log">
        {submission.log.map(({ kind, at }) => (
          <div key={`${kind}${at}`} style={{ display: 'contents' }}>
            <dt className="lp-quiet lp-number">{format.instant(at)}</dt>
            <dd>{t(`submission.log.${kind as 'gaveUp'}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Both sides of a written contact, with people's names masked. */
function Written({ text }: { readonly text: string }) {
  const t = useTexts(appealsTexts)
  return (
    <section className="lp-card">
      <h2>{t('one.transcript')}</h2>
      <p className="lp-said">{text}</p>
    </section>
  )
}

type Part = SubmissionAnswer['parts'][number]

function Form({ submission }: { readonly submission: SubmissionAnswer }) {
  const t = useTexts(resultsTexts)
  return (
    <section className="lp-card" aria-labelledby="form-title">
      <h2 id="form-title">{t('submission.form')}</h2>
      {submission.parts.map((part) => (
        <FormPart key={part.area} part={part} />
      ))}
    </section>
  )
}

function FormPart({ part }: { readonly part: Part }) {
  const language = useLanguage()
  const { number } = useFormats()
  return (
    <div className="lp-form-part">
      <h3>
        {part.name[language]}
        {part.score !== undefined && <span className="lp-quiet lp-number"> · {number(part.score, 1)}</span>}
      </h3>
      <dl className="lp-ticks">
        {part.questions.map((question) => (
          <Tick key={question.id} question={question} />
        ))}
      </dl>
      {part.comments.map(({ id, text, comment }) => (
        <blockquote key={id} className="lp-comment">
          <p className="lp-small lp-quiet">{text[language]}</p>
          <p>{comment}</p>
        </blockquote>
      ))}
    </div>
  )
}

/** A question, the chosen answer, and what it gave of what it could give. */
function Tick({ question }: { readonly question: Part['questions'][number] }) {
  const t = useTexts(resultsTexts)
  const language = useLanguage()
  const { number } = useFormats()
  const { text, options, answer, scored } = question
  const chosen = options.find(({ id }) => id === answer)
  const best = Math.max(...options.map(({ points }) => points))
  const name = chosen?.label[language] ?? (answer === 'na' ? t('submission.na') : t('submission.blank'))
  return (
    <div>
      <dt>{text[language]}</dt>
      <dd>{name}</dd>
      <dd className="lp-quiet lp-small lp-number">
        {!scored ? t('submission.noPoints') : chosen ? `${number(chosen.points)} / ${number(best)}` : '–'}
      </dd>
    </div>
  )
}
