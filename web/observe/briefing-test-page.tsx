/** The briefing test on a phone: one question at a time, with the reason after each answer. */
import { Alert, Button, Radio } from '@digdir/designsystemet-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { newId } from '../../src/kernel/ids.ts'
import { api, client } from '../api.ts'
import { Page } from '../design/page.tsx'
import { Awaited, ErrorState } from '../design/states.tsx'
import { Status } from '../design/status.tsx'
import { myTexts } from '../i18n/my.ts'
import { poolTexts } from '../i18n/pool.ts'
import { useFormats, useLanguage, useTexts } from '../i18n/use-texts.ts'

type Test = Awaited<ReturnType<typeof client.observers.mine.briefing>>
type Begun = Awaited<ReturnType<typeof client.observers.mine.startBriefing>>
type Reply = Awaited<ReturnType<typeof client.observers.mine.answerBriefing>>

export function BriefingTestPage() {
  const t = useTexts(myTexts)
  const { editionId = '' } = useParams({ strict: false })
  const queries = useQueryClient()
  const query = useQuery(api.observers.mine.briefing.queryOptions({ input: { editionId } }))
  const [begun, setBegun] = useState<Begun>()
  const start = useMutation({
    mutationFn: () => client.observers.mine.startBriefing({ editionId, attemptId: newId() }),
    onSuccess: setBegun,
  })
  const finish = async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: api.observers.mine.key() })
    setBegun(undefined)
  }
  const test = query.data
  const title =
    test?.state === 'passed'
      ? t('test.passed')
      : test?.state === 'failed'
        ? t('test.failed')
        : t('test.title')
  return (
    <Page
      title={begun ? t('test.title') : title}
      subtitle={
        test && t('test.subtitle', { edition: test.edition, questions: test.questions, mark: test.passMark })
      }
      width="narrow"
      trail={[
        { to: '/observe', label: t('test.back') },
        { to: '/observe/me', label: t('link') },
      ]}
    >
      {begun ? (
        <Questions editionId={editionId} begun={begun} onDone={() => void finish()} />
      ) : (
        <Awaited query={query}>
          {(answer) => (
            <Beginning
              test={answer}
              busy={start.isPending}
              error={start.error}
              onStart={() => start.mutate()}
            />
          )}
        </Awaited>
      )}
    </Page>
  )
}

type BeginningProps = {
  readonly test: Test
  readonly busy: boolean
  readonly error: unknown
  readonly onStart: () => void
}

function Beginning({ test, busy, error, onStart }: BeginningProps) {
  const t = useTexts(myTexts)
  const pool = useTexts(poolTexts)
  const format = useFormats()
  const language = useLanguage()
  const { state, required, attempts, reading } = test
  const verb = state === 'begun' ? t('test.goOn') : state === 'notTaken' ? t('test.start') : t('test.again')
  return (
    <>
      <section className="lp-card lp-stack">
        <p>
          {t('test.intro')} {required && t('test.required')}
        </p>
        {error ? <ErrorState error={error} /> : null}
        <div>
          <Button variant={state === 'passed' ? 'secondary' : 'primary'} loading={busy} onClick={onStart}>
            {verb}
          </Button>
        </div>
      </section>
      {reading.length > 0 && (
        <section className="lp-card lp-stack" aria-labelledby="reading-title">
          <h2 id="reading-title">{state === 'passed' ? t('test.readingPassed') : t('test.reading')}</h2>
          {reading.map(({ text, why, wasRight }) => (
            <div key={text.nb}>
              <strong>{text[language]}</strong>
              <p>{why[language]}</p>
              {!wasRight && <Status tone="warning">{t('test.missed')}</Status>}
            </div>
          ))}
        </section>
      )}
      {attempts.length > 0 && (
        <section className="lp-card lp-stack" aria-labelledby="attempts-title">
          <h2 id="attempts-title">{t('test.earlier')}</h2>
          <ul className="lp-plain-list">
            {attempts.map(({ attemptId, right, answered, questions, startedAt, passed }) => (
              <li key={attemptId}>
                {passed === null
                  ? pool('one.attemptOpen', { answered, questions, date: format.instant(startedAt) })
                  : pool('one.attempt', { right, questions, date: format.instant(startedAt) })}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

type QuestionsProps = { readonly editionId: string; readonly begun: Begun; readonly onDone: () => void }

function Questions({ editionId, begun: { attemptId, questions, answers }, onDone }: QuestionsProps) {
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      questions.findIndex(({ id }) => answers[id] === undefined),
    ),
  )
  const question = questions[at]
  if (!question) return null
  return (
    <OneQuestion
      key={question.id}
      place={{ editionId, attemptId }}
      number={at + 1}
      count={questions.length}
      question={question}
      onNext={() => (at + 1 < questions.length ? setAt(at + 1) : onDone())}
    />
  )
}

type OneProps = {
  readonly place: { readonly editionId: string; readonly attemptId: string }
  readonly number: number
  readonly count: number
  readonly question: Begun['questions'][number]
  readonly onNext: () => void
}

function OneQuestion({ place, number, count, question, onNext }: OneProps) {
  const t = useTexts(myTexts)
  const language = useLanguage()
  const [optionId, setOptionId] = useState<string>()
  const [isMissing, setIsMissing] = useState(false)
  const send = useMutation({
    mutationFn: (chosen: string) =>
      client.observers.mine.answerBriefing({ ...place, questionId: question.id, optionId: chosen }),
  })
  const answer = (): void => {
    setIsMissing(optionId === undefined)
    if (optionId !== undefined) send.mutate(optionId)
  }
  const reply = send.data
  return (
    <section className="lp-card lp-stack" aria-labelledby="question-title">
      <p className="lp-quiet lp-number">{t('test.question', { number, questions: count })}</p>
      <h2 id="question-title">{question.text[language]}</h2>
      <fieldset className="lp-choices">
        <legend className="lp-visually-hidden">{question.text[language]}</legend>
        {question.options.map((option) => (
          <Radio
            key={option.id}
            name={question.id}
            value={option.id}
            label={option.text[language]}
            disabled={reply !== undefined}
            checked={optionId === option.id}
            onChange={() => setOptionId(option.id)}
          />
        ))}
      </fieldset>
      {isMissing && optionId === undefined && <Alert data-color="warning">{t('test.choose')}</Alert>}
      {send.error ? <ErrorState error={send.error} /> : null}
      {reply ? (
        <Explained reply={reply} question={question} isLast={number === count} onNext={onNext} />
      ) : (
        <div>
          <Button loading={send.isPending} onClick={answer}>
            {t('test.answer')}
          </Button>
        </div>
      )}
    </section>
  )
}

type ExplainedProps = Pick<OneProps, 'question' | 'onNext'> & {
  readonly reply: Reply
  readonly isLast: boolean
}

/** Whether it was right, and why. */
function Explained({ reply, question, isLast, onNext }: ExplainedProps) {
  const t = useTexts(myTexts)
  const language = useLanguage()
  const right = question.options.find(({ id }) => id === reply.rightOption)?.text[language] ?? ''
  const { result } = reply
  return (
    <>
      <Alert data-color={reply.isRight ? 'success' : 'warning'} role="status">
        <strong>{reply.isRight ? t('test.right') : t('test.wrong', { text: right })}</strong>
        <p>{reply.why[language]}</p>
        {result.passed !== null && (
          <p>{t('test.result', { right: result.right, questions: result.questions })}</p>
        )}
      </Alert>
      <div>
        <Button autoFocus onClick={onNext}>
          {isLast ? t('test.finish') : t('test.next')}
        </Button>
      </div>
    </>
  )
}
