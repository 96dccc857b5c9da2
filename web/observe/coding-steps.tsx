/**
 * The form on a phone: first what was written, then one question at a time with the text folded above it, at last
 * all answers and the handing in. The step stands in the address, so back and reload do what they should.
 */
import { Button } from '@digdir/designsystemet-react'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { AskedQuestion } from '../../src/measure/fieldwork/contract.ts'
import { Status } from '../design/status.tsx'
import { codingTexts } from '../i18n/coding.ts'
import { observeTexts } from '../i18n/observe.ts'
import { useLanguage, useTexts } from '../i18n/use-texts.ts'
import { type CodingProps, CodingTexts, HandInCard } from './coding-form.tsx'
import { CodingQuestion, useAnswerWords } from './coding-question.tsx'

const route = getRouteApi('/signed-in/observe/codings/$codingId')
const overview = 'overview'

export function CodingSteps({ coding, form }: CodingProps) {
  const t = useTexts(codingTexts)
  const words = useTexts(observeTexts)
  const language = useLanguage()
  const navigate = useNavigate()
  const { codingId } = coding
  const { step: wanted } = route.useSearch()
  const { questions } = form
  // Before the first question stands what was written, after the last one the overview.
  const index = wanted === overview ? questions.length : questions.findIndex(({ id }) => id === wanted)
  const question = questions[index]
  const goTo = (to: number): void => {
    const step = to === questions.length ? overview : questions[to]?.id
    const search = step === undefined ? {} : { step }
    void navigate({ to: '/observe/codings/$codingId', params: { codingId }, search })
  }
  if (index < 0) {
    const first = questions.findIndex(({ id }) => form.answers[id] === undefined)
    return (
      <>
        <CodingTexts coding={coding} />
        <Button data-size="lg" onClick={() => goTo(first < 0 ? questions.length : first)}>
          {t(form.left < questions.length ? 'steps.goOn' : 'steps.begin')}
        </Button>
      </>
    )
  }
  const area = coding.form.areas.find(({ id }) => id === question?.area)?.name[language]
  return (
    <>
      <h2 className="lp-coding-step">
        {question
          ? words('form.title', { step: index + 1, steps: questions.length })
          : words('form.overview')}
        {area !== undefined && <span className="lp-quiet"> · {area}</span>}
      </h2>
      <progress
        className="lp-clock__bar"
        value={index}
        max={questions.length}
        aria-label={words('form.title', {
          step: Math.min(index + 1, questions.length),
          steps: questions.length,
        })}
      />
      <details className="lp-card lp-coding-text">
        <summary>{t('one.transcript')}</summary>
        {coding.texts.map(({ kind, text }) => (
          <p key={kind} className="lp-conversation">
            {text}
          </p>
        ))}
      </details>
      {question ? (
        <CodingQuestion
          key={question.id}
          question={question}
          answer={form.answers[question.id]}
          onAnswer={(answer) => form.answer(question.id, answer)}
          onTouched={() => goTo(index + 1)}
        />
      ) : (
        <Overview coding={coding} form={form} onStep={goTo} />
      )}
      <div className="lp-form-buttons">
        <Button variant="secondary" data-size="lg" onClick={() => goTo(index - 1)}>
          {words('form.back')}
        </Button>
        {question && (
          <Button data-size="lg" onClick={() => goTo(index + 1)}>
            {words('form.next')}
          </Button>
        )}
      </div>
    </>
  )
}

/** All answers, those that are missing by name, before it is handed in. */
function Overview({ coding, form, onStep }: CodingProps & { readonly onStep: (index: number) => void }) {
  const language = useLanguage()
  return (
    <>
      {coding.form.areas.map((area) => (
        <section key={area.id} className="lp-card lp-overview">
          <h2>{area.name[language]}</h2>
          <ul className="lp-plain-list">
            {form.questions.map((question, index) =>
              question.area === area.id ? (
                <li key={question.id}>
                  <Line question={question} form={form} onChange={() => onStep(index)} />
                </li>
              ) : null,
            )}
          </ul>
        </section>
      ))}
      <HandInCard form={form} />
    </>
  )
}

type LineProps = Pick<CodingProps, 'form'> & {
  readonly question: AskedQuestion
  readonly onChange: () => void
}

function Line({ question, form, onChange }: LineProps) {
  const words = useTexts(observeTexts)
  const answerWords = useAnswerWords()
  const language = useLanguage()
  const answer = form.answers[question.id]
  const text = question.text[language]
  return (
    <div className="lp-overview__line">
      <div>
        <p className="lp-small lp-quiet">{text}</p>
        <p>
          {answer === undefined ? (
            <Status tone="warning">{words('form.missing')}</Status>
          ) : (
            answerWords(question, answer)
          )}
        </p>
      </div>
      <Button
        variant="tertiary"
        data-size="sm"
        aria-label={`${words('form.change')}: ${text}`}
        onClick={onChange}
      >
        {words('form.change')}
      </Button>
    </div>
  )
}
