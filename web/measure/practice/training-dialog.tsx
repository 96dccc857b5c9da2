import { Alert, Button, Checkbox, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import {
  mostEssentials,
  type Training,
  type TrainingState,
  trainingStates,
} from '../../../src/measure/practice/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/states.tsx'
import { practiceTexts } from '../../i18n/practice.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { ProblemError } from '../../problem.ts'
import type { TrainingPlan } from './training-part.tsx'
import { useSaved } from './use-change.ts'

type Props = {
  readonly plan: TrainingPlan
  readonly open: boolean
  /** Absent for a new one. */
  readonly item?: Training
  readonly onClose: () => void
}

export function TrainingDialog({ open, ...rest }: Props) {
  const t = useTexts(practiceTexts)
  return (
    <FormDialog open={open} title={rest.item?.title ?? t('training.add')} onClose={rest.onClose}>
      <TrainingForm {...rest} />
    </FormDialog>
  )
}

function useSave(item: Training | undefined, onClose: () => void) {
  const onSuccess = useSaved(onClose)
  const add = useMutation(api.practice.training.add.mutationOptions({ onSuccess }))
  const edit = useMutation(api.practice.training.edit.mutationOptions({ onSuccess }))
  return {
    error: add.error ?? edit.error,
    isPending: add.isPending || edit.isPending,
    send: (input: Parameters<typeof add.mutate>[0]) =>
      item ? edit.mutate({ ...input, trainingId: item.trainingId }) : add.mutate(input),
  }
}

function TrainingForm({ plan, item, onClose }: Omit<Props, 'open'>) {
  const t = useTexts(practiceTexts)
  const language = useLanguage()
  const { editionId, participantId, method } = plan
  const [questions, setQuestions] = useState<readonly string[]>(item?.questions ?? [])
  const [channels, setChannels] = useState<Training['channels']>(item?.channels ?? [])
  const save = useSave(item, onClose)
  const toggle = <T,>(list: readonly T[], one: T) =>
    list.includes(one) ? list.filter((other) => other !== one) : [...list, one]
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const text = (name: string) => String(fields.get(name) ?? '').trim()
    save.send({
      editionId,
      participantId,
      title: text('title'),
      what: text('what'),
      questions: [...questions],
      channels: [...channels],
      startsOn: text('startsOn'),
      ownerRole: text('ownerRole'),
      status: text('status') as TrainingState,
    })
  }
  return (
    <form className="lp-form" onSubmit={submit}>
      <Textfield
        name="title"
        label={t('training.name')}
        defaultValue={item?.title}
        required
        maxLength={120}
      />
      <Textfield
        multiline
        rows={3}
        name="what"
        label={t('training.what')}
        defaultValue={item?.what}
        maxLength={1000}
      />
      <fieldset className="lp-choices lp-practice__choices">
        <legend>{t('training.lifts')}</legend>
        {method.questions.map(({ id, text }) => (
          <Checkbox
            key={id}
            data-size="sm"
            label={text[language]}
            value={id}
            checked={questions.includes(id)}
            disabled={questions.length >= mostEssentials && !questions.includes(id)}
            onChange={() => setQuestions(toggle(questions, id))}
          />
        ))}
      </fieldset>
      <fieldset className="lp-choices">
        <legend>
          {t('training.channels')} ({t('training.allChannels').toLowerCase()}: –)
        </legend>
        {method.channels.map(({ id, name }) => (
          <Checkbox
            key={id}
            data-size="sm"
            label={name[language]}
            value={id}
            checked={channels.includes(id)}
            onChange={() => setChannels(toggle(channels, id))}
          />
        ))}
      </fieldset>
      <Textfield
        name="startsOn"
        type="date"
        label={t('training.starts')}
        defaultValue={item?.startsOn}
        required
      />
      <Textfield
        name="ownerRole"
        label={t('training.owner')}
        description={t('training.ownerHint')}
        defaultValue={item?.ownerRole}
        required
        maxLength={80}
      />
      <Field>
        <Label>{t('training.status')}</Label>
        <Select name="status" defaultValue={item?.status ?? 'planned'}>
          {trainingStates.map((state) => (
            <Select.Option key={state} value={state}>
              {t(`training.state.${state}`)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Refusal error={save.error} />
      <div>
        <Button type="submit" loading={save.isPending} disabled={questions.length === 0}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}

/** A name is told by the word that looks like one, and why names have no place here. */
function Refusal({ error }: { readonly error: unknown }) {
  const t = useTexts(practiceTexts)
  if (!error) return null
  const names =
    error instanceof ProblemError && error.code === 'names-a-person'
      ? [...new Set(error.issues.map(({ value }) => value ?? ''))]
      : []
  if (names.length === 0) return <ErrorState error={error} />
  return (
    <Alert data-color="warning" role="alert">
      {t('training.noNames', { name: names.join(', ') })}
    </Alert>
  )
}
