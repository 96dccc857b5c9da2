import { highestRating, type MySurvey } from '../../src/measure/expectations/contract.ts'
import { expectationTexts } from '../i18n/expectations.ts'
import { useLanguage, useTexts } from '../i18n/use-texts.ts'

type Answer = Readonly<Record<string, number>>
type Props = {
  readonly survey: MySurvey
  readonly answer: Answer
  readonly onAnswer: (answer: Answer) => void
}

const ratings = Array.from({ length: highestRating }, (_, index) => index + 1)

/** A row of native radio buttons from 1 to 7 for each item: arrow keys move within it. */
export function SurveyRatings({ survey, answer, onAnswer }: Props) {
  const t = useTexts(expectationTexts)
  const language = useLanguage()
  return (
    <section className="lp-stack">
      <p className="lp-quiet">{t('mine.rateHint')}</p>
      {survey.items.map(({ id, text }) => (
        <fieldset key={id} className="lp-plain-fieldset lp-survey__rating">
          <legend>{text[language]}</legend>
          <div className="lp-choice">
            {ratings.map((rating) => (
              <label key={rating}>
                <input
                  type="radio"
                  name={`rating-${id}`}
                  checked={answer[id] === rating}
                  onChange={() => onAnswer({ ...answer, [id]: rating })}
                />
                {rating}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
    </section>
  )
}
