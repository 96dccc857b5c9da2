import { interchangeTexts } from '../../i18n/interchange.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { ColumnChoice } from './column-choice.tsx'
import { type MappingProps, withEntry } from './result-columns.tsx'
import { ValueTable } from './value-table.tsx'

/** Each question of the form with its column, and each word in the column with the option that it means. */
export function ResultQuestions({ preview, method, onMapping }: MappingProps) {
  const t = useTexts(interchangeTexts)
  const language = useLanguage()
  const { mapping, header } = preview
  return (
    <section className="lp-card" aria-labelledby="result-questions">
      <h2 id="result-questions">{t('results.questions')}</h2>
      <p className="lp-quiet">{t('results.questionsHint')}</p>
      {method.questions.map(({ id, text, options }) => (
        <div key={id} className="lp-asked">
          <ColumnChoice
            label={text[language]}
            header={header}
            column={mapping.questions[id]}
            onColumn={(column) =>
              onMapping({ ...mapping, questions: withEntry(mapping.questions, id, column) })
            }
          />
          <ValueTable
            preview={preview}
            column={mapping.questions[id]}
            title={text[language]}
            choices={[
              ...options.map((option) => ({ id: option.id, label: option.label[language] })),
              { id: 'na', label: t('results.notApplicable') },
            ]}
            onMapping={onMapping}
          />
        </div>
      ))}
    </section>
  )
}
