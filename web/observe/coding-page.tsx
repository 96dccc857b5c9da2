/** One conversation to code: what was written, and the form below it. */
import { Button, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { newId } from '../../src/kernel/ids.ts'
import { type CodingDetail, cannotTell } from '../../src/measure/coding/contract.ts'
import { type AskedQuestion, notApplicable } from '../../src/measure/fieldwork/contract.ts'
import { api } from '../api.ts'
import { Page } from '../design/page.tsx'
import { Awaited, ErrorState } from '../design/states.tsx'
import { useToast } from '../design/toast.tsx'
import { channelTexts } from '../i18n/channels.ts'
import { codingTexts } from '../i18n/coding.ts'
import { useLanguage, useTexts } from '../i18n/use-texts.ts'
import './coding.css'
import './observe.css'

export function CodingPage() {
  const t = useTexts(codingTexts)
  const { codingId = '' } = useParams({ strict: false })
  const query = useQuery(
    api.coding.open.queryOptions({ input: { codingId }, staleTime: Number.POSITIVE_INFINITY }),
  )
  if (query.data) return <Loaded key={codingId} coding={query.data as CodingDetail} />
  return (
    <Page title={t('mine.back')} width="narrow" trail={[{ to: '/observe/codings', label: t('mine.back') }]}>
      <Awaited query={query}>{() => null}</Awaited>
    </Page>
  )
}

function Loaded({ coding }: { readonly coding: CodingDetail }) {
  const t = useTexts(codingTexts)
  const channel = useTexts(channelTexts)
  const language = useLanguage()
  return (
    <Page
      title={t('one.title', { scenario: coding.title[language] })}
      subtitle={t('one.subtitle', { channel: channel(coding.channel) })}
      width="narrow"
      trail={[{ to: '/observe/codings', label: t('mine.back') }]}
    >
      {coding.handedIn && <p className="lp-card lp-card--notice">{t('one.alreadyIn')}</p>}
      <section className="lp-card">
        <h2>{t('one.scenario')}</h2>
        <p>{coding.briefing[language]}</p>
      </section>
      {coding.texts.map(({ kind, text }) => (
        <section key={kind} className="lp-card">
          <h2>{t(`one.${kind}`)}</h2>
          <p className="lp-conversation">{text}</p>
        </section>
      ))}
      <CodingForm coding={coding} />
    </Page>
  )
}

function CodingForm({ coding }: { readonly coding: CodingDetail }) {
  const t = useTexts(codingTexts)
  const begun = coding.draft ?? coding.handedIn
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>(begun?.answers ?? {})
  const [note, setNote] = useState(begun?.note ?? '')
  const language = useLanguage()
  const { codingId, form } = coding
  const left = form.questions.filter(({ id }) => answers[id] === undefined).length
  const saved = useDraft({
    codingId,
    answers,
    note,
    isTouched: answers !== begun?.answers || note !== begun?.note,
  })
  const handIn = useHandIn(codingId)
  return (
    <>
      {form.areas.map((area) => (
        <section key={area.id} className="lp-stack" aria-labelledby={`area-${area.id}`}>
          <h2 id={`area-${area.id}`}>{area.name[language]}</h2>
          {form.questions
            .filter((question) => question.area === area.id)
            .map((question) => (
              <Question
                key={question.id}
                question={question}
                answer={answers[question.id]}
                onAnswer={(answer) => setAnswers({ ...answers, [question.id]: answer })}
              />
            ))}
        </section>
      ))}
      <div className="lp-card lp-form">
        <Textfield
          multiline
          rows={3}
          maxLength={4000}
          label={t('one.note')}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <p role="status" className="lp-small lp-quiet">
          {left === 0 ? t('one.whole') : t('one.left', { count: left })}
          {saved && ` ${t('one.saved')}.`}
        </p>
        <Button
          disabled={left > 0}
          loading={handIn.isPending}
          onClick={() =>
            handIn.mutate({ codingId, handInId: handIn.handInId, answers: { ...answers }, note })
          }
        >
          {t('one.handIn')}
        </Button>
        {handIn.error ? <ErrorState error={handIn.error} /> : null}
      </div>
    </>
  )
}

type QuestionProps = {
  readonly question: AskedQuestion
  readonly answer: string | undefined
  readonly onAnswer: (answer: string) => void
}

/** The options as large fields for the thumb, with "cannot tell" apart. */
function Question({ question, answer, onAnswer }: QuestionProps) {
  const t = useTexts(codingTexts)
  const language = useLanguage()
  const options = [
    ...question.options.map(({ id, label }) => ({ id, label: label[language], apart: false })),
    ...(question.notApplicable ? [{ id: notApplicable, label: t('one.notApplicable'), apart: true }] : []),
    { id: cannotTell, label: t('one.cannotTell'), apart: true },
  ]
  return (
    <fieldset className="lp-card lp-question">
      <legend>{question.text[language]}</legend>
      <div className="lp-options">
        {options.map(({ id, label, apart }) => (
          <label key={id} className={`lp-option${apart ? ' lp-option--apart' : ''}`}>
            <input
              type="radio"
              name={question.id}
              value={id}
              checked={answer === id}
              onChange={() => onAnswer(id)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

type Draft = {
  readonly codingId: string
  readonly answers: Readonly<Record<string, string>>
  readonly note: string
  readonly isTouched: boolean
}

/** Keeps the half-filled form a moment after the last touch. */
function useDraft({ codingId, answers, note, isTouched }: Draft): boolean {
  const { mutate, isSuccess } = useMutation(api.coding.saveDraft.mutationOptions())
  useEffect(() => {
    if (!isTouched) return
    const timer = window.setTimeout(() => mutate({ codingId, answers: { ...answers }, note }), 800)
    return () => window.clearTimeout(timer)
  }, [mutate, codingId, answers, note, isTouched])
  return isSuccess
}

function useHandIn(codingId: string) {
  const t = useTexts(codingTexts)
  const toast = useToast()
  const queries = useQueryClient()
  const navigate = useNavigate()
  // One id for as long as the page is open: pressing twice hands in once.
  const [handInId] = useState(() => newId())
  const handIn = useMutation(
    api.coding.handIn.mutationOptions({
      onSuccess: async () => {
        queries.removeQueries({ queryKey: api.coding.open.queryKey({ input: { codingId } }) })
        await queries.invalidateQueries({ queryKey: api.coding.key() })
        toast({ text: t('one.handedIn') })
        await navigate({ to: '/observe/codings' })
      },
    }),
  )
  return { ...handIn, handInId }
}
