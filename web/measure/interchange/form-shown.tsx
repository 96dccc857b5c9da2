import type { FormPreview } from '../../../src/measure/interchange/contract.ts'
import { interchangeTexts } from '../../i18n/interchange.ts'
import { useFormats, useLanguage, useTexts } from '../../i18n/use-texts.ts'

/** The questionnaire that the file would become, area by area, and what a person must look at. */
export function FormShown({ preview }: { readonly preview: FormPreview }) {
  const t = useTexts(interchangeTexts)
  const language = useLanguage()
  const { areas, questions, comments } = preview
  return (
    <>
      <Left left={preview.left} />
      <section className="lp-card" aria-labelledby="form-shown">
        <h2 id="form-shown">
          {questions.length === 0 ? t('form.none') : t('form.found', { count: questions.length })}
        </h2>
        {areas.map((area) => (
          <Area
            key={area.id}
            area={area}
            questions={questions.filter((question) => question.area === area.id)}
          />
        ))}
        {comments.length > 0 && (
          <p>{t('form.comments', { names: comments.map(({ text }) => text[language]).join(' · ') })}</p>
        )}
      </section>
    </>
  )
}

type AreaProps = {
  readonly area: FormPreview['areas'][number]
  readonly questions: FormPreview['questions']
}

function Area({ area, questions }: AreaProps) {
  const t = useTexts(interchangeTexts)
  const language = useLanguage()
  const format = useFormats()
  return (
    <section>
      <h3>
        {area.name[language]}{' '}
        <span className="lp-quiet lp-small">{t('form.weight', { weight: format.number(area.weight) })}</span>
      </h3>
      <ul className="lp-plain-list lp-taken">
        {questions.map(({ id, text, options, scored }) => (
          <li key={id}>
            {text[language]}
            <span className="lp-quiet lp-small">
              {options
                .map(({ label, points }) =>
                  scored ? `${label[language]} (${format.number(points)})` : label[language],
                )
                .join(' · ')}
              {!scored && ` – ${t('form.unscored')}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Left({ left }: Pick<FormPreview, 'left'>) {
  const t = useTexts(interchangeTexts)
  if (left.length === 0) return null
  return (
    <section className="lp-card" aria-labelledby="form-left">
      <h2 id="form-left">{t('left.title')}</h2>
      <ul>
        {left.map(({ name, reason, detail }) => (
          <li key={`${name} ${reason}`}>{t(`left.${reason}`, { name, detail })}</li>
        ))}
      </ul>
    </section>
  )
}
