import { Button } from '@digdir/designsystemet-react'
import { notApplicable } from '../../src/measure/fieldwork/contract.ts'
import { clockAnswers } from '../../src/measure/fieldwork/rules/clock-answers.ts'
import { Status } from '../design/status.tsx'
import { observeTexts } from '../i18n/observe.ts'
import { useLanguage, useTexts } from '../i18n/use-texts.ts'
import type { OpenAssignment } from './use-assignment.ts'
import { areaOf, type FormStep, type OpenForm, stepId } from './use-form.ts'

type OverviewProps = {
  readonly open: OpenAssignment
  readonly form: OpenForm
  readonly onStep: (index: number) => void
}

/** Everything that was answered, and what is missing by name, before it is handed in. */
export function FormOverview({ open, form, onStep }: OverviewProps) {
  const t = useTexts(observeTexts)
  const language = useLanguage()
  const missing = form.issues.length
  return (
    <>
      {missing > 0 ? (
        <Status tone="warning">{t('form.missingCount', { count: missing })}</Status>
      ) : (
        <Status tone="good">{t('form.complete')}</Status>
      )}
      <FromClock open={open} />
      {open.detail.form.areas.map((area) => {
        const steps = form.steps
          .map((step, index) => ({ step, index }))
          .filter((one): one is { step: AskedStep; index: number } => areaOf(one.step) === area.id)
        if (steps.length === 0) return null
        return (
          <section key={area.id} className="lp-card lp-overview">
            <h2>{area.name[language]}</h2>
            <ul className="lp-plain-list">
              {steps.map(({ step, index }) => (
                <li key={stepId(step)}>
                  <Line step={step} form={form} onChange={() => onStep(index)} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
      <ConversationLines form={form} onStep={onStep} />
    </>
  )
}

/** How much of the conversation is there; it may be missing, and the reviewer sees that. */
function ConversationLines({ form, onStep }: Pick<OverviewProps, 'form' | 'onStep'>) {
  const t = useTexts(observeTexts)
  const index = form.steps.findIndex(({ kind }) => kind === 'transcript')
  if (index < 0) return null
  const text = form.transcript?.trim() ?? ''
  const lines = text.split('\n').filter((line) => line.trim() !== '').length
  return (
    <section className="lp-card lp-overview">
      <h2>{t('form.conversation')}</h2>
      <div className="lp-overview__line">
        {text === '' ? (
          <Status tone="information">{t('form.noConversation')}</Status>
        ) : (
          <p>{t('form.conversationLines', { count: lines })}</p>
        )}
        <Button
          variant="tertiary"
          data-size="sm"
          aria-label={`${t('form.change')}: ${t('form.conversation')}`}
          onClick={() => onStep(index)}
        >
          {t('form.change')}
        </Button>
      </div>
    </section>
  )
}

/** A step that belongs to an area: a question or its comment. */
type AskedStep = Exclude<FormStep, { kind: 'transcript' }>

type LineProps = { readonly step: AskedStep; readonly form: OpenForm; readonly onChange: () => void }

function Line({ step, form, onChange }: LineProps) {
  const t = useTexts(observeTexts)
  const language = useLanguage()
  const id = stepId(step)
  const isMissing = form.issues.some((issue) => ('comment' in issue ? issue.comment : issue.question) === id)
  const text = step.kind === 'question' ? step.question.text[language] : step.comment.text[language]
  return (
    <div className="lp-overview__line">
      <div>
        <p className="lp-small lp-quiet">{text}</p>
        <p>{isMissing ? <Status tone="warning">{t('form.missing')}</Status> : filledText()}</p>
      </div>
      <Button
        variant="tertiary"
        data-size="sm"
        aria-label={`${t('form.change')}: ${text}`}
        onClick={onChange}
      >
        {t('form.change')}
      </Button>
    </div>
  )

  function filledText(): string {
    if (step.kind === 'comment') return form.comments[id] ?? ''
    const option = form.answers[id]
    if (option === notApplicable) return t('form.notApplicable')
    return step.question.options.find((one) => one.id === option)?.label[language] ?? ''
  }
}

/** What the clock answers, which nobody can change. */
function FromClock({ open }: { readonly open: OpenAssignment }) {
  const t = useTexts(observeTexts)
  const language = useLanguage()
  const { form, channel } = open.detail
  const read = clockAnswers(form.questions, channel, open.life.clock)
  const asked = form.questions.filter(({ id }) => read[id] !== undefined)
  if (asked.length === 0) return null
  return (
    <section className="lp-card lp-overview">
      <h2>{t('form.fromClock')}</h2>
      <ul className="lp-plain-list">
        {asked.map((question) => (
          <li key={question.id} className="lp-overview__line">
            <div>
              <p className="lp-small lp-quiet">{question.text[language]}</p>
              <p>{question.options.find(({ id }) => id === read[question.id])?.label[language]}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
