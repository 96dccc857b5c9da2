/** The whole form below what was written, and the parts that it shares with the phone's. */
import { Button, Textfield } from '@digdir/designsystemet-react'
import type { CodingDetail } from '../../src/measure/coding/contract.ts'
import { ErrorState } from '../design/states.tsx'
import { codingTexts } from '../i18n/coding.ts'
import { useLanguage, useTexts } from '../i18n/use-texts.ts'
import { CodingQuestion } from './coding-question.tsx'
import type { OpenCoding } from './use-coding-form.ts'

export type CodingProps = { readonly coding: CodingDetail; readonly form: OpenCoding }

export function CodingForm({ coding, form }: CodingProps) {
  const language = useLanguage()
  return (
    <>
      <CodingTexts coding={coding} />
      {coding.form.areas.map((area) => (
        <section key={area.id} className="lp-stack" aria-labelledby={`area-${area.id}`}>
          <h2 id={`area-${area.id}`}>{area.name[language]}</h2>
          {form.questions
            .filter((question) => question.area === area.id)
            .map((question) => (
              <CodingQuestion
                key={question.id}
                question={question}
                answer={form.answers[question.id]}
                onAnswer={(answer) => form.answer(question.id, answer)}
              />
            ))}
        </section>
      ))}
      <HandInCard form={form} />
    </>
  )
}

/** The scenario and all that was written. */
export function CodingTexts({ coding }: Pick<CodingProps, 'coding'>) {
  const t = useTexts(codingTexts)
  const language = useLanguage()
  return (
    <>
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
    </>
  )
}

export function HandInCard({ form }: Pick<CodingProps, 'form'>) {
  const t = useTexts(codingTexts)
  const { left } = form
  return (
    <div className="lp-card lp-form">
      <Textfield
        multiline
        rows={3}
        maxLength={4000}
        label={t('one.note')}
        value={form.note}
        onChange={(event) => form.write(event.target.value)}
      />
      <p role="status" className="lp-small lp-quiet">
        {left === 0 ? t('one.whole') : t('one.left', { count: left })}
        {form.saved && ` ${t('one.saved')}.`}
      </p>
      <Button disabled={left > 0} loading={form.isSending} onClick={form.handIn}>
        {t('one.handIn')}
      </Button>
      {form.error ? <ErrorState error={form.error} /> : null}
    </div>
  )
}
