import { Radio } from '@digdir/designsystemet-react'
import { useState } from 'react'
import { type Language, languages } from '../../../../src/kernel/localized.ts'
import type { ChannelId, QuestionMethod } from '../../../../src/measure/edition/contract.ts'
import { type FormPart, formFor } from '../../../../src/measure/edition/rules/form.ts'
import { Icon } from '../../../design/icon.tsx'
import { methodTexts } from '../../../i18n/method.ts'
import { useLanguage, useTexts } from '../../../i18n/use-texts.ts'
import { useDraft } from './draft.ts'
import { SelectField } from './fields.tsx'

/** The form of one channel in one language, as an observer meets it: no points, no codes. */
export function FormPreview() {
  const t = useTexts(methodTexts)
  const shown = useLanguage()
  const { method } = useDraft()
  const [channel, setChannel] = useState<ChannelId>(method.channels[0]?.id ?? 'phone')
  const [language, setLanguage] = useState<Language>(shown)
  return (
    <section className="lp-card" aria-labelledby="form-title">
      <h2 id="form-title">{t('form.title')}</h2>
      <div className="lp-field-line">
        <SelectField
          always
          label={t('form.channel')}
          value={channel}
          options={method.channels.map(({ id, name }) => [id, name[shown]] as const)}
          onChange={setChannel}
        />
        <SelectField
          always
          label={t('form.language')}
          value={language}
          options={languages.map((code) => [code, t(`languages.${code}`)] as const)}
          onChange={setLanguage}
        />
      </div>
      <p className="lp-small lp-quiet">{t('form.note')}</p>
      <div className="lp-form-preview" lang={language}>
        {formFor(method, channel).parts.map((part) => (
          <Part key={part.area.id} part={part} language={language} />
        ))}
      </div>
    </section>
  )
}

function Part({ part, language }: { readonly part: FormPart; readonly language: Language }) {
  const t = useTexts(methodTexts)
  return (
    <section>
      <h3>{part.area.name[language]}</h3>
      {part.questions.map((question) => (
        <Question key={question.id} question={question} language={language} />
      ))}
      {part.comments.map((comment) => (
        <div key={comment.id} className="lp-preview-comment">
          {comment.text[language]}
          {!comment.required && <span className="lp-quiet"> ({t('form.optional')})</span>}
        </div>
      ))}
    </section>
  )
}

function Question({
  question,
  language,
}: {
  readonly question: QuestionMethod
  readonly language: Language
}) {
  const t = useTexts(methodTexts)
  const [answer, setAnswer] = useState<string>()
  const name = `preview-${question.id}-${language}`
  const isScale = question.kind === 'scale'
  const choices = question.options.map(({ id, label }) => [id, isScale ? id : label[language]] as const)
  const all = question.notApplicable ? [...choices, ['na', t('form.notApplicable')] as const] : choices
  return (
    <fieldset className="lp-preview-question" data-kind={question.kind}>
      <legend>{question.text[language]}</legend>
      {question.help && <p className="lp-small lp-quiet">{question.help[language]}</p>}
      {question.clock ? (
        <p className="lp-row lp-quiet">
          <Icon name="clock" /> {t('form.clock')}
        </p>
      ) : (
        <div className="lp-preview-options">
          {all.map(([id, label]) => (
            <Radio
              key={id}
              name={name}
              value={id}
              label={label}
              checked={answer === id}
              onChange={() => setAnswer(id)}
            />
          ))}
        </div>
      )}
      {isScale && (
        <p className="lp-preview-ends lp-small lp-quiet">
          <span>{question.options[0]?.label[language]}</span>
          <span>{question.options.at(-1)?.label[language]}</span>
        </p>
      )}
    </fieldset>
  )
}
