/** One appeal: what is objected to, what is known, and the next step. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { AppealDetail } from '../../../src/measure/appeals/contract.ts'
import { cannotTell } from '../../../src/measure/coding/contract.ts'
import { api } from '../../api.ts'
import { Awaited, ErrorState } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import { useToast } from '../../design/toast.tsx'
import { appealsTexts } from '../../i18n/appeals.ts'
import { channelTexts } from '../../i18n/channels.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { EditionFrame, useEditionId } from '../edition/edition-frame.tsx'
import { AnswerChanges } from './change-log.tsx'
import { CompareTable } from './compare-table.tsx'
import { DecideForm } from './decide-form.tsx'
import { EffectList } from './effect-list.tsx'
import { Evidence } from './evidence.tsx'
import './appeals.css'

export function AppealPage() {
  const t = useTexts(appealsTexts)
  const editionId = useEditionId()
  const { appealId = '' } = useParams({ strict: false })
  const query = useQuery(api.appeals.get.queryOptions({ input: { editionId, appealId } }))
  if (query.data) return <Loaded editionId={editionId} appeal={query.data as AppealDetail} />
  return (
    <EditionFrame title={t('appeals')} trail={trailOf(editionId, t('appeals'))}>
      <Awaited query={query}>{() => null}</Awaited>
    </EditionFrame>
  )
}

const trailOf = (editionId: string, label: string) =>
  [{ to: '/measure/editions/$editionId/appeals', params: { editionId }, label }] as const

type AppealProps = { readonly editionId: string; readonly appeal: AppealDetail }

function Loaded({ editionId, appeal }: AppealProps) {
  const t = useTexts(appealsTexts)
  const channel = useTexts(channelTexts)
  const format = useFormats()
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({})
  const { number, participant, observer, step, decision } = appeal
  const deciding = step === 'decide' || step === 'askForCoding'
  const change = (question: string, answer: string | undefined): void => {
    const { [question]: _, ...rest } = answers
    setAnswers(
      answer === undefined || answer === appeal.first[question] ? rest : { ...rest, [question]: answer },
    )
  }
  return (
    <EditionFrame
      title={t('one.title', { participant, number: format.number(number) })}
      subtitle={t('one.subtitle', {
        channel: channel(appeal.channel),
        date: format.date(appeal.date),
        observer,
      })}
      trail={trailOf(editionId, t('appeals'))}
      width="wide"
    >
      <div className="lp-columns lp-appeal">
        <div className="lp-stack">
          <Grounds editionId={editionId} appeal={appeal} />
          {appeal.answered ? (
            <CompareTable appeal={appeal} {...(deciding ? { decided: answers, onDecide: change } : {})} />
          ) : (
            <p className="lp-card">{t('one.unanswered')}</p>
          )}
        </div>
        <div className="lp-stack">
          {step === 'askForCoding' && <AskForCoding editionId={editionId} appeal={appeal} />}
          {step === 'waitForCoding' && (
            <p className="lp-card lp-card--notice">{t('ask.waiting', { coder: appeal.coder ?? '' })}</p>
          )}
          {appeal.second && deciding && <UseSecond appeal={appeal} onUse={setAnswers} />}
          {deciding && <DecideForm editionId={editionId} appeal={appeal} answers={answers} />}
          {decision && <Decided decision={decision} />}
          <History appeal={appeal} />
        </div>
      </div>
    </EditionFrame>
  )
}

function Grounds({ editionId, appeal }: AppealProps) {
  const t = useTexts(appealsTexts)
  const language = useLanguage()
  const about = appeal.form.questions.filter(({ id }) => appeal.questions.includes(id))
  return (
    <section className="lp-card" aria-labelledby="grounds-title">
      <h2 id="grounds-title">{t('one.grounds')}</h2>
      <p className="lp-said">{appeal.grounds}</p>
      <h3>{t('one.about')}</h3>
      {about.length === 0 ? (
        <p>{t('one.aboutAll')}</p>
      ) : (
        <ul>
          {about.map(({ id, text }) => (
            <li key={id}>{text[language]}</li>
          ))}
        </ul>
      )}
      <Evidence
        editionId={editionId}
        appealId={appeal.appealId}
        evidence={appeal.evidence}
        files={appeal.files}
      />
      {appeal.transcript !== undefined && (
        <>
          <h3>{t('one.transcript')}</h3>
          <pre className="lp-written">{appeal.transcript}</pre>
        </>
      )}
    </section>
  )
}

function AskForCoding({ editionId, appeal: { appealId } }: AppealProps) {
  const t = useTexts(appealsTexts)
  const toast = useToast()
  const queries = useQueryClient()
  const ask = useMutation(
    api.appeals.askForCoding.mutationOptions({
      onSuccess: async () => {
        await queries.invalidateQueries()
        toast({ text: t('ask.done') })
      },
    }),
  )
  return (
    <section className="lp-card lp-no-print" aria-labelledby="ask-title">
      <h2 id="ask-title">{t('ask.heading')}</h2>
      <p>{t('ask.text')}</p>
      <Button loading={ask.isPending} onClick={() => ask.mutate({ editionId, appealId })}>
        {t('ask.do')}
      </Button>
      {ask.error ? <ErrorState error={ask.error} /> : null}
    </section>
  )
}

type UseSecondProps = {
  readonly appeal: AppealDetail
  readonly onUse: (answers: Readonly<Record<string, string>>) => void
}

/** Takes over every answer of the second coding that is another than the first. */
function UseSecond({ appeal: { first, second = {}, note }, onUse }: UseSecondProps) {
  const t = useTexts(appealsTexts)
  const others = Object.entries(second).filter(
    ([id, answer]) => answer !== cannotTell && answer !== first[id],
  )
  return (
    <div className="lp-card lp-no-print">
      {note !== undefined && note !== '' && (
        <>
          <h2>{t('one.noteFromCoder')}</h2>
          <p className="lp-said">{note}</p>
        </>
      )}
      <Button
        variant="secondary"
        disabled={others.length === 0}
        onClick={() => onUse(Object.fromEntries(others))}
      >
        {t('decide.useSecond')}
      </Button>
    </div>
  )
}

function Decided({ decision }: { readonly decision: NonNullable<AppealDetail['decision']> }) {
  const t = useTexts(appealsTexts)
  const { outcome, reasons, changes, effect, excluded } = decision
  return (
    <section className="lp-card" aria-labelledby="decided-title">
      <h2 id="decided-title">{t('decide.heading')}</h2>
      <Status tone={outcome === 'rejected' ? 'neutral' : 'good'}>{t(`outcome.${outcome}`)}</Status>
      <p className="lp-said">{reasons}</p>
      <AnswerChanges changes={changes} />
      {outcome !== 'rejected' && <EffectList effect={effect} excluded={excluded} />}
    </section>
  )
}

function History({ appeal: { history } }: { readonly appeal: AppealDetail }) {
  const t = useTexts(appealsTexts)
  const format = useFormats()
  return (
    <section className="lp-card" aria-labelledby="history-title">
      <h2 id="history-title">{t('one.history')}</h2>
      <ol className="lp-plain-list">
        {history.map(({ kind, at, person }) => (
          <li key={`${kind}${at}`}>
            {t(`event.${kind}`)}
            <span className="lp-small lp-quiet">
              {' '}
              · {format.instant(at)}
              {person === undefined ? '' : ` · ${person}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
