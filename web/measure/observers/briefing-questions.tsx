/** The questions of the briefing test while they are changed, in one language at a time. */
import { Button, Radio, Textfield, ToggleGroup } from '@digdir/designsystemet-react'
import { useState } from 'react'
import { type Language, languages } from '../../../src/kernel/localized.ts'
import type { BriefingQuestion } from '../../../src/measure/observers/contract.ts'
import { Icon } from '../../design/icon.tsx'
import { poolTexts } from '../../i18n/pool.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'

type Props = {
  readonly questions: readonly BriefingQuestion[]
  readonly onChange: (questions: readonly BriefingQuestion[]) => void
}

const nothing = { nb: '', nn: '', en: '' }

/** A question with two empty answers and an id that no other has. */
export function emptyQuestion(others: readonly BriefingQuestion[]): BriefingQuestion {
  const id = freeId('own', others)
  return {
    id,
    text: nothing,
    why: nothing,
    options: [1, 2].map((number) => ({ id: `${id}-${number}`, text: nothing, isRight: number === 1 })),
  }
}

function freeId(prefix: string, taken: readonly { readonly id: string }[]): string {
  let number = taken.length + 1
  while (taken.some(({ id }) => id === `${prefix}${number}`)) number += 1
  return `${prefix}${number}`
}

export function BriefingQuestions({ questions, onChange }: Props) {
  const t = useTexts(poolTexts)
  const [language, setLanguage] = useState<Language>(useLanguage())
  return (
    <>
      <ToggleGroup
        data-size="sm"
        data-toggle-group={t('test.editLanguage')}
        value={language}
        onChange={(value) => setLanguage(value as Language)}
      >
        {languages.map((code) => (
          <ToggleGroup.Item key={code} value={code}>
            {t(`language.${code}`)}
          </ToggleGroup.Item>
        ))}
      </ToggleGroup>
      {questions.map((question, at) => (
        <OneQuestion
          key={question.id}
          number={at + 1}
          question={question}
          language={language}
          onChange={(changed) => onChange(questions.with(at, changed))}
          onRemove={() => onChange(questions.toSpliced(at, 1))}
        />
      ))}
    </>
  )
}

type OneProps = {
  readonly number: number
  readonly question: BriefingQuestion
  readonly language: Language
  readonly onChange: (question: BriefingQuestion) => void
  readonly onRemove: () => void
}

function OneQuestion({ number, question, language, onChange, onRemove }: OneProps) {
  const t = useTexts(poolTexts)
  const { id, text, why, options } = question
  const put = (change: Partial<BriefingQuestion>): void => onChange({ ...question, ...change })
  return (
    <fieldset className="lp-briefing__question">
      <legend>{t('test.question', { number })}</legend>
      <Textfield
        label={t('test.text')}
        value={text[language]}
        maxLength={500}
        onChange={(event) => put({ text: { ...text, [language]: event.target.value } })}
      />
      {options.map((option, at) => (
        <div key={option.id} className="lp-briefing__option">
          <Radio
            name={`right-${id}`}
            value={option.id}
            aria-label={`${t('test.right')}: ${t('test.option', { number: at + 1 })}`}
            checked={option.isRight}
            onChange={() =>
              put({ options: options.map((one) => ({ ...one, isRight: one.id === option.id })) })
            }
          />
          <Textfield
            aria-label={t('test.option', { number: at + 1 })}
            value={option.text[language]}
            maxLength={300}
            onChange={(event) =>
              put({
                options: options.with(at, {
                  ...option,
                  text: { ...option.text, [language]: event.target.value },
                }),
              })
            }
          />
          <Button
            variant="tertiary"
            data-size="sm"
            aria-label={t('test.removeOption', { number: at + 1 })}
            disabled={options.length <= 2 || option.isRight}
            onClick={() => put({ options: options.toSpliced(at, 1) })}
          >
            <Icon name="close" />
          </Button>
        </div>
      ))}
      <Textfield
        multiline
        rows={2}
        label={t('test.why')}
        value={why[language]}
        maxLength={1000}
        onChange={(event) => put({ why: { ...why, [language]: event.target.value } })}
      />
      <div className="lp-row">
        <Button
          variant="tertiary"
          data-size="sm"
          disabled={options.length >= 6}
          onClick={() =>
            put({ options: [...options, { id: freeId(`${id}-`, options), text: nothing, isRight: false }] })
          }
        >
          {t('test.addOption')}
        </Button>
        <Button variant="tertiary" data-size="sm" data-color="danger" onClick={onRemove}>
          {t('test.remove', { number })}
        </Button>
      </div>
    </fieldset>
  )
}
