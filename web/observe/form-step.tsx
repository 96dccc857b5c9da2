import { Textfield } from '@digdir/designsystemet-react'
import { type MouseEvent, useId } from 'react'
import { notApplicable } from '../../src/measure/fieldwork/contract.ts'
import { observeTexts } from '../i18n/observe.ts'
import { useLanguage, useTexts } from '../i18n/use-texts.ts'
import type { FormStep, OpenForm } from './use-form.ts'

type StepProps = { readonly step: FormStep; readonly form: OpenForm; readonly onNext: () => void }

export function FormStepCard({ step, form, onNext }: StepProps) {
  switch (step.kind) {
    case 'question':
      return <Question question={step.question} form={form} onNext={onNext} />
    case 'comment':
      return <CommentField comment={step.comment} form={form} />
    case 'transcript':
      return <Conversation form={form} />
  }
}

type QuestionProps = {
  readonly question: Extract<FormStep, { kind: 'question' }>['question']
  readonly form: OpenForm
  readonly onNext: () => void
}

/** The options as large fields for the thumb. A touch goes on to the next question; the arrow keys do not. */
function Question({ question, form, onNext }: QuestionProps) {
  const t = useTexts(observeTexts)
  const language = useLanguage()
  const helpId = useId()
  const isScale = question.kind === 'scale'
  const options = [
    ...question.options.map(({ id, label }) => ({ id, label: label[language] })),
    ...(question.notApplicable ? [{ id: notApplicable, label: t('form.notApplicable') }] : []),
  ]
  const touched = (event: MouseEvent, option: string): void => {
    // A click that a key made has no count of presses.
    if (event.detail === 0) return
    form.answer(question.id, option)
    window.setTimeout(onNext, 160)
  }
  return (
    <fieldset
      className={`lp-card lp-question${isScale ? ' lp-question--scale' : ''}`}
      {...(question.help ? { 'aria-describedby': helpId } : {})}
    >
      <legend>{question.text[language]}</legend>
      {question.help !== undefined && (
        <p className="lp-small lp-quiet" id={helpId}>
          {question.help[language]}
        </p>
      )}
      <div className="lp-options">
        {options.map(({ id, label }) => (
          <label key={id} className={`lp-option${id === notApplicable ? ' lp-option--apart' : ''}`}>
            <input
              type="radio"
              name={question.id}
              value={id}
              checked={form.answers[question.id] === id}
              onChange={() => form.answer(question.id, id)}
              onClick={(event) => touched(event, id)}
            />
            {isScale && id !== notApplicable ? (
              <>
                <span aria-hidden="true">{id}</span>
                <span className="lp-visually-hidden">{label}</span>
              </>
            ) : (
              <span>{label}</span>
            )}
          </label>
        ))}
      </div>
      {isScale && <ScaleEnds question={question} />}
    </fieldset>
  )
}

/** What the two ends of a row of numbers mean. */
function ScaleEnds({ question: { options } }: Pick<QuestionProps, 'question'>) {
  const language = useLanguage()
  return (
    <p className="lp-scale-ends lp-small lp-quiet" aria-hidden="true">
      <span>{options[0]?.label[language]}</span>
      <span>{options.at(-1)?.label[language]}</span>
    </p>
  )
}

type CommentProps = {
  readonly comment: Extract<FormStep, { kind: 'comment' }>['comment']
  readonly form: OpenForm
}

function CommentField({ comment, form }: CommentProps) {
  const t = useTexts(observeTexts)
  const language = useLanguage()
  return (
    <div className="lp-card">
      <Textfield
        multiline
        rows={7}
        maxLength={4000}
        label={`${comment.text[language]}${comment.required ? '' : ` (${t('form.optional').toLowerCase()})`}`}
        description={t('form.write')}
        value={form.comments[comment.id] ?? ''}
        onChange={(event) => form.write(comment.id, event.target.value)}
      />
    </div>
  )
}

/** What was written on both sides, pasted as it stands. */
function Conversation({ form }: { readonly form: OpenForm }) {
  const t = useTexts(observeTexts)
  return (
    <div className="lp-card">
      <Textfield
        multiline
        rows={12}
        maxLength={20_000}
        label={t('form.conversation')}
        description={t('form.conversationHelp')}
        value={form.transcript ?? ''}
        onChange={(event) => form.paste(event.target.value)}
      />
    </div>
  )
}
