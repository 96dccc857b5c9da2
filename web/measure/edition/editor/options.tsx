import { Button } from '@digdir/designsystemet-react'
import { languages } from '../../../../src/kernel/localized.ts'
import type { QuestionMethod } from '../../../../src/measure/edition/contract.ts'
import { say } from '../../../../src/measure/edition/rules/reference/options.ts'
import { methodTexts } from '../../../i18n/method.ts'
import { useLanguage, useTexts } from '../../../i18n/use-texts.ts'
import { useDraft } from './draft.ts'
import { NumberField, TextField } from './fields.tsx'
import { More } from './more.tsx'
import { addOption, removeOption } from './question-edits.ts'
import { moveStep } from './reorder.ts'
import { RowButtons } from './row-buttons.tsx'

type Edit = (work: (question: QuestionMethod) => void) => void
type Props = { readonly question: QuestionMethod; readonly index: number; readonly edit: Edit }

/** The answers of a question, each with its words and what it gives. */
export function Options({ question, edit }: Props) {
  const t = useTexts(methodTexts)
  const { readOnly } = useDraft()
  const fixed = question.kind !== 'category'
  const label = say('Nytt svar', 'Nytt svar', 'New answer')
  const fields = (
    <fieldset className="lp-options">
      <legend>{t('questions.options')}</legend>
      {question.clock && <p className="lp-small lp-quiet">{t('questions.clock')}</p>}
      <ol>
        {question.options.map((option, place) => (
          <li key={option.id}>
            <OptionFields question={question} place={place} edit={edit} />
            {!fixed && !readOnly && <OptionButtons question={question} place={place} edit={edit} />}
          </li>
        ))}
      </ol>
      {!fixed && !readOnly && (
        <Button variant="secondary" onClick={() => edit((own) => addOption(own, label))}>
          {t('questions.addOption')}
        </Button>
      )}
    </fieldset>
  )
  return fixed ? <More summary={t('questions.showOptions')}>{fields}</More> : fields
}

type OptionProps = { readonly question: QuestionMethod; readonly place: number; readonly edit: Edit }

function OptionFields({ question, place, edit }: OptionProps) {
  const t = useTexts(methodTexts)
  const option = question.options[place]
  if (!option) return null
  const limits = question.clock?.reads === 'wait' ? question.clock.limits : []
  const limit = limits[place]
  const inDays = question.channels.includes('email')
  return (
    <div className="lp-option-fields">
      {languages.map((language) => (
        <TextField
          key={language}
          label={t(`languages.${language}`)}
          language={language}
          value={option.label[language]}
          onChange={(text) =>
            edit((own) => {
              const changed = own.options[place]
              if (changed) changed.label = { ...changed.label, [language]: text }
            })
          }
        />
      ))}
      {limit !== undefined && (
        <NumberField
          label={t(inDays ? 'questions.limitDays' : 'questions.limitSeconds')}
          value={limit}
          onChange={(value) =>
            edit((own) => {
              if (own.clock?.reads === 'wait') own.clock.limits[place] = value
            })
          }
        />
      )}
      {question.scored && (
        <NumberField
          label={t('field.points')}
          value={option.points}
          step={0.5}
          onChange={(points) =>
            edit((own) => {
              const changed = own.options[place]
              if (changed) changed.points = points
            })
          }
        />
      )}
    </div>
  )
}

function OptionButtons({ question, place, edit }: OptionProps) {
  const language = useLanguage()
  return (
    <RowButtons
      name={question.options[place]?.label[language] ?? ''}
      onMove={(step) => edit((own) => moveStep(own.options, place, { step, alike: () => true }))}
      onRemove={() => edit((own) => removeOption(own, place))}
      kept={question.options.length <= 2}
    />
  )
}
