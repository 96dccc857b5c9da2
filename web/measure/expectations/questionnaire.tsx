/** The questionnaire in the making: how it is asked, what is asked, when. */
import { Alert, Button, Checkbox, Fieldset, Radio, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import {
  mostItems,
  type SurveyAnswer,
  type SurveyItem,
  type SurveyQuestionnaire,
  surveyModes,
} from '../../../src/measure/expectations/contract.ts'
import { api } from '../../api.ts'
import { useProblemText } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { expectationTexts } from '../../i18n/expectations.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { ItemFields } from './item-fields.tsx'
import { SetFields } from './set-fields.tsx'

type Props = { readonly answer: SurveyAnswer }

export function Questionnaire({ answer }: Props) {
  const t = useTexts(expectationTexts)
  const [draft, setDraft] = useState<SurveyQuestionnaire>(() => questionnaireOf(answer))
  const set = (change: Partial<SurveyQuestionnaire>) => setDraft((before) => ({ ...before, ...change }))
  const save = useSave()
  const text = useProblemText()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const { depth, sets, items } = draft
    const size = Math.min(sets.size, items.length)
    save.mutate({
      editionId: answer.editionId,
      ...draft,
      depth: Math.min(depth, items.length),
      sets: { ...sets, size },
    })
  }
  return (
    <form className="lp-stack" onSubmit={submit}>
      <div className="lp-card">
        <h2>{t('make.title')}</h2>
        <p className="lp-quiet">{t('make.intro')}</p>
        <Settings draft={draft} onChange={set} />
      </div>
      <div className="lp-card">
        <h2>{t('make.items')}</h2>
        <Items draft={draft} questions={answer.questions} onChange={(items) => set({ items })} />
      </div>
      {save.error && (
        <Alert data-color="danger" role="alert">
          {text(save.error)}
        </Alert>
      )}
      <div>
        <Button type="submit" loading={save.isPending}>
          {t('make.save')}
        </Button>
      </div>
    </form>
  )
}

function questionnaireOf({ survey, start }: SurveyAnswer): SurveyQuestionnaire {
  const { mode, depth, sets, items, background, opensOn, closesOn } = survey ?? start
  return { mode, depth, sets, items, background, opensOn, closesOn }
}

function useSave() {
  const t = useTexts(expectationTexts)
  const toast = useToast()
  const client = useQueryClient()
  return useMutation(
    api.expectations.save.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries({ queryKey: api.expectations.key() })
        toast({ text: t('make.saved') })
      },
    }),
  )
}

type SettingsProps = {
  readonly draft: SurveyQuestionnaire
  readonly onChange: (change: Partial<SurveyQuestionnaire>) => void
}

function Settings({ draft, onChange }: SettingsProps) {
  const t = useTexts(expectationTexts)
  const { mode, depth, background, opensOn, closesOn, items } = draft
  return (
    <div className="lp-form">
      <Fieldset>
        <Fieldset.Legend>{t('make.mode')}</Fieldset.Legend>
        {surveyModes.map((value) => (
          <Radio
            key={value}
            name="mode"
            value={value}
            label={t(`make.${value}`)}
            checked={mode === value}
            onChange={() => onChange({ mode: value })}
          />
        ))}
      </Fieldset>
      {mode === 'rank' && (
        <Textfield
          type="number"
          label={t('make.depth')}
          min={1}
          max={items.length}
          value={depth}
          required
          onChange={(event) => onChange({ depth: Number(event.target.value) })}
        />
      )}
      {mode === 'bestWorst' && <SetFields draft={draft} onChange={onChange} />}
      <div className="lp-columns">
        {(['opensOn', 'closesOn'] as const).map((day) => (
          <Textfield
            key={day}
            type="date"
            label={t(`make.${day}`)}
            value={{ opensOn, closesOn }[day]}
            min={day === 'closesOn' ? opensOn : undefined}
            required
            onChange={(event) => onChange({ [day]: event.target.value })}
          />
        ))}
      </div>
      <Fieldset>
        <Fieldset.Legend>{t('make.background')}</Fieldset.Legend>
        {(['age', 'channel'] as const).map((part) => (
          <Checkbox
            key={part}
            label={t(`make.${part}`)}
            checked={background[part]}
            onChange={(event) => onChange({ background: { ...background, [part]: event.target.checked } })}
          />
        ))}
      </Fieldset>
    </div>
  )
}

type ItemsProps = {
  readonly draft: SurveyQuestionnaire
  readonly questions: SurveyAnswer['questions']
  readonly onChange: (items: SurveyItem[]) => void
}

function Items({ draft, questions, onChange }: ItemsProps) {
  const t = useTexts(expectationTexts)
  const { items } = draft
  const replace = (at: number) => (item: SurveyItem) => onChange(items.with(at, item))
  const add = (): void => {
    const number = items.length + 1
    const id = freeId(items, number)
    onChange([...items, { id, text: { nb: '', nn: '', en: '' }, questions: [] }])
  }
  return (
    <>
      <ol className="lp-expectation-items">
        {items.map((item, at) => (
          <li key={item.id}>
            <ItemFields
              item={item}
              number={at + 1}
              taken={items.flatMap((other) => (other.id === item.id ? [] : other.questions))}
              questions={questions}
              onChange={replace(at)}
              {...(items.length > 3
                ? { onRemove: () => onChange(items.filter((other) => other !== item)) }
                : {})}
            />
          </li>
        ))}
      </ol>
      {items.length < mostItems && (
        <div>
          <Button type="button" variant="secondary" onClick={add}>
            {t('make.add')}
          </Button>
        </div>
      )}
    </>
  )
}

function freeId(items: readonly SurveyItem[], number: number): string {
  const id = `own${number}`
  return items.some((item) => item.id === id) ? freeId(items, number + 1) : id
}
