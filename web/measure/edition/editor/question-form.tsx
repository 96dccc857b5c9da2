import { Button } from '@digdir/designsystemet-react'
import type { QuestionMethod } from '../../../../src/measure/edition/contract.ts'
import { bestPoints } from '../../../../src/measure/edition/rules/form.ts'
import { useToast } from '../../../design/toast.tsx'
import { methodTexts } from '../../../i18n/method.ts'
import { useLanguage, useTexts } from '../../../i18n/use-texts.ts'
import { useDraft } from './draft.ts'
import { CheckField, FieldGroup, LocalizedField, NumberField, SelectField } from './fields.tsx'
import { IssuesAt } from './issue-list.tsx'
import { Options } from './options.tsx'
import { changeKind, setScored, spreadPoints } from './question-edits.ts'
import { moveStep } from './reorder.ts'

type Props = { readonly question: QuestionMethod; readonly index: number }

const kinds = ['yesNo', 'degree', 'category', 'scale'] as const
const noText = { nb: '', nn: '', en: '' }

export function QuestionForm({ question, index }: Props) {
  const t = useTexts(methodTexts)
  const language = useLanguage()
  const { method, change } = useDraft()
  const edit = (work: (question: QuestionMethod) => void): void =>
    change((draft) => {
      const own = draft.questions[index]
      if (own) work(own)
    })
  const spread = question.kind === 'degree' || question.kind === 'yesNo'
  return (
    <div className="lp-editor-form">
      <IssuesAt path={`questions.${index}`} />
      <LocalizedField
        legend={t('field.text')}
        value={question.text}
        multiline
        onChange={(text) =>
          edit((own) => {
            own.text = text
          })
        }
      />
      <LocalizedField
        legend={t('field.help')}
        value={question.help ?? noText}
        onChange={(help) => edit((own) => setHelp(own, help))}
      />
      <div className="lp-field-line">
        <SelectField
          label={t('questions.area')}
          value={question.area}
          options={method.areas.map(({ id, name }) => [id, name[language]] as const)}
          onChange={(area) =>
            edit((own) => {
              own.area = area
            })
          }
        />
        <SelectField
          label={t('questions.kind')}
          value={question.kind}
          options={kinds.map((kind) => [kind, t(`questions.kinds.${kind}`)] as const)}
          onChange={(kind) => edit((own) => changeKind(own, kind))}
        />
        {spread && question.scored && (
          <NumberField
            label={t('field.best')}
            value={bestPoints(question)}
            onChange={(best) => edit((own) => spreadPoints(own, best))}
          />
        )}
      </div>
      <FieldGroup legend={t('questions.channels')}>
        {method.channels.map(({ id, name }) => (
          <CheckField
            key={id}
            label={name[language]}
            checked={question.channels.includes(id)}
            onChange={(on) =>
              edit((own) => {
                const asked = method.channels.map((channel) => channel.id)
                own.channels = asked.filter((channel) =>
                  channel === id ? on : own.channels.includes(channel),
                )
              })
            }
          />
        ))}
      </FieldGroup>
      <div className="lp-row">
        <CheckField
          label={t('questions.scored')}
          checked={question.scored}
          onChange={(scored) => edit((own) => setScored(own, scored))}
        />
        <CheckField
          label={t('questions.notApplicable')}
          checked={question.notApplicable}
          onChange={(may) =>
            edit((own) => {
              own.notApplicable = may
            })
          }
        />
      </div>
      <Options question={question} index={index} edit={edit} />
      <QuestionButtons question={question} index={index} />
    </div>
  )
}

/** An empty help text is no help text. */
function setHelp(question: QuestionMethod, help: typeof noText): void {
  if (Object.values(help).every((text) => text === '')) delete question.help
  else question.help = help
}

function QuestionButtons({ question, index }: Props) {
  const t = useTexts(methodTexts)
  const language = useLanguage()
  const toast = useToast()
  const { change, readOnly } = useDraft()
  if (readOnly) return null
  const move = (step: 1 | -1) => (): void =>
    change((draft) => moveStep(draft.questions, index, { step, alike: ({ area }) => area === question.area }))
  const remove = (): void => {
    change((draft) => void draft.questions.splice(index, 1))
    toast({
      text: t('field.removed', { name: question.text[language] }),
      onUndo: () => change((draft) => void draft.questions.splice(index, 0, question)),
    })
  }
  return (
    <div className="lp-row">
      <Button variant="secondary" onClick={move(-1)}>
        {t('field.up')}
      </Button>
      <Button variant="secondary" onClick={move(1)}>
        {t('field.down')}
      </Button>
      <Button variant="tertiary" data-color="danger" onClick={remove}>
        {t('field.remove')}
      </Button>
    </div>
  )
}
