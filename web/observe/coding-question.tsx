import type { MouseEvent } from 'react'
import { cannotTell } from '../../src/measure/coding/contract.ts'
import { type AskedQuestion, notApplicable } from '../../src/measure/fieldwork/contract.ts'
import { codingTexts } from '../i18n/coding.ts'
import { useLanguage, useTexts } from '../i18n/use-texts.ts'

type QuestionProps = {
  readonly question: AskedQuestion
  readonly answer: string | undefined
  readonly onAnswer: (answer: string) => void
  /** A touch goes on; the arrow keys do not. */
  readonly onTouched?: () => void
}

/** The options as large fields for the thumb, with "cannot tell" apart. */
export function CodingQuestion({ question, answer, onAnswer, onTouched }: QuestionProps) {
  const t = useTexts(codingTexts)
  const language = useLanguage()
  const options = [
    ...question.options.map(({ id, label }) => ({ id, label: label[language], apart: false })),
    ...(question.notApplicable ? [{ id: notApplicable, label: t('one.notApplicable'), apart: true }] : []),
    { id: cannotTell, label: t('one.cannotTell'), apart: true },
  ]
  const touched = (event: MouseEvent, id: string): void => {
    // A click that a key made has no count of presses.
    if (onTouched === undefined || event.detail === 0) return
    onAnswer(id)
    window.setTimeout(onTouched, 160)
  }
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
              onClick={(event) => touched(event, id)}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

/** What an answer is called. */
export function useAnswerWords(): (question: AskedQuestion, answer: string) => string {
  const t = useTexts(codingTexts)
  const language = useLanguage()
  return (question, answer) => {
    if (answer === cannotTell) return t('one.cannotTell')
    if (answer === notApplicable) return t('one.notApplicable')
    return question.options.find(({ id }) => id === answer)?.label[language] ?? answer
  }
}
