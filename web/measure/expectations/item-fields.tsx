/** One item of the questionnaire: its words in three languages, and the questions that it stands for. */
import { Button, Checkbox, Fieldset, Textfield } from '@digdir/designsystemet-react'
import { useState } from 'react'
import type { SurveyAnswer, SurveyItem } from '../../../src/measure/expectations/contract.ts'
import { expectationTexts } from '../../i18n/expectations.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'

type Props = {
  readonly item: SurveyItem
  readonly number: number
  /** Questions that other items stand for. */
  readonly taken: readonly string[]
  readonly questions: SurveyAnswer['questions']
  readonly onChange: (item: SurveyItem) => void
  readonly onRemove?: () => void
}

export function ItemFields(props: Props) {
  const t = useTexts(expectationTexts)
  const language = useLanguage()
  const { item, number, onRemove } = props
  const [open, setOpen] = useState(item.text.nb === '')
  const count = item.questions.length
  return (
    <div className="lp-expectation-item">
      <div className="lp-expectation-item__head">
        <div>
          <strong>{item.text[language] || t('make.item', { number })}</strong>
          <p className="lp-small lp-quiet">
            {count > 0 ? t('make.covers', { count }) : t('make.coversNone')}
          </p>
        </div>
        <div className="lp-row">
          <Button
            type="button"
            variant="tertiary"
            data-size="sm"
            aria-expanded={open}
            aria-label={`${open ? t('make.done') : t('make.edit')}: ${item.text[language]}`}
            onClick={() => setOpen(!open)}
          >
            {open ? t('make.done') : t('make.edit')}
          </Button>
          {onRemove && (
            <Button
              type="button"
              variant="tertiary"
              data-size="sm"
              data-color="danger"
              aria-label={`${t('make.remove')}: ${item.text[language]}`}
              onClick={onRemove}
            >
              {t('make.remove')}
            </Button>
          )}
        </div>
      </div>
      {open && <Fields {...props} />}
    </div>
  )
}

function Fields({ item, taken, questions, onChange }: Props) {
  const t = useTexts(expectationTexts)
  const language = useLanguage()
  const toggle = (id: string): void => {
    const chosen = item.questions.includes(id)
    onChange({
      ...item,
      questions: chosen ? item.questions.filter((other) => other !== id) : [...item.questions, id],
    })
  }
  return (
    <div className="lp-form">
      {(['nb', 'nn', 'en'] as const).map((words) => (
        <Textfield
          key={words}
          label={t(`make.${words}`)}
          value={item.text[words]}
          maxLength={120}
          required
          onChange={(event) => onChange({ ...item, text: { ...item.text, [words]: event.target.value } })}
        />
      ))}
      <Fieldset>
        <Fieldset.Legend>{t('make.choose')}</Fieldset.Legend>
        {questions
          .filter(({ id }) => !taken.includes(id))
          .map(({ id, text }) => (
            <Checkbox
              key={id}
              label={text[language]}
              checked={item.questions.includes(id)}
              onChange={() => toggle(id)}
            />
          ))}
      </Fieldset>
    </div>
  )
}
