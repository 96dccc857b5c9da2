/** One observer: how much, where a customer, when away, and who signs in. */
import {
  Alert,
  Button,
  Checkbox,
  Field,
  Label,
  Select,
  Textarea,
  Textfield,
} from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import type { Observer } from '../../../src/measure/planning/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { useProblemText } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { observerTexts } from '../../i18n/observers.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { AbsenceFields, type AbsenceRow, areComplete } from './absence-fields.tsx'
import { useRefreshPlan } from './use-plan.ts'

type Props = { readonly open: boolean; readonly observer?: Observer; readonly onClose: () => void }

export function ObserverDialog({ open, observer, onClose }: Props) {
  const t = useTexts(observerTexts)
  const title = observer ? t('edit', { name: observer.name }) : t('add')
  return (
    <FormDialog open={open} title={title} onClose={onClose}>
      <ObserverForm {...(observer ? { observer } : {})} onClose={onClose} />
    </FormDialog>
  )
}

const usualPerWeek = 5

function ObserverForm({ observer, onClose }: Omit<Props, 'open'>) {
  const t = useTexts(observerTexts)
  const text = useProblemText()
  const save = useSave(observer, onClose)
  const [active, setActive] = useState(observer?.active ?? true)
  const [absences, setAbsences] = useState<readonly AbsenceRow[]>(
    (observer?.absences ?? []).map((absence, key) => ({ ...absence, key })),
  )
  const [incomplete, setIncomplete] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const field = (name: string) => String(fields.get(name) ?? '').trim()
    setIncomplete(!areComplete(absences))
    if (!areComplete(absences)) return
    save.send({
      name: field('name'),
      contactsPerWeek: Number(field('contactsPerWeek')),
      active,
      personId: field('person') || null,
      customerOf: field('customerOf')
        .split('\n')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
      absences: absences.map(({ from, to, reason }) => ({ from, to, reason })),
    })
  }
  return (
    <form className="lp-form" onSubmit={submit}>
      {save.error !== null && (
        <Alert data-color="danger" role="alert">
          {text(save.error)}
        </Alert>
      )}
      <Textfield name="name" label={t('form.name')} defaultValue={observer?.name} required maxLength={200} />
      <Textfield
        name="contactsPerWeek"
        type="number"
        min={1}
        max={1000}
        required
        label={t('form.contactsPerWeek')}
        defaultValue={observer?.contactsPerWeek ?? usualPerWeek}
      />
      <PersonChoice observer={observer} />
      <CustomerField observer={observer} />
      <AbsenceFields rows={absences} onChange={setAbsences} />
      {incomplete && <Alert data-color="danger">{t('form.backwards')}</Alert>}
      <Checkbox
        name="active"
        value="yes"
        label={t('form.active')}
        checked={active}
        onChange={(event) => setActive(event.target.checked)}
      />
      <p className="lp-quiet lp-small">{t('form.replan')}</p>
      <div>
        <Button type="submit" loading={save.isPending}>
          {t('form.save')}
        </Button>
      </div>
    </form>
  )
}

function PersonChoice({ observer }: { readonly observer: Observer | undefined }) {
  const t = useTexts(observerTexts)
  const people = useQuery(api.organisation.people.list.queryOptions()).data?.items ?? []
  const observing = people.filter(
    ({ roles, active, personId }) =>
      (roles.includes('observer') && active) || personId === observer?.person?.personId,
  )
  return (
    <Field>
      <Label>{t('form.person')}</Label>
      <Field.Description>{t('form.personHint')}</Field.Description>
      {/* Drawn anew when the people arrive, so that the present choice is among them. */}
      <Select key={observing.length} name="person" defaultValue={observer?.person?.personId ?? ''}>
        <Select.Option value="">{t('nobody')}</Select.Option>
        {observing.map(({ personId, name, email }) => (
          <Select.Option key={personId} value={personId}>
            {name} ({email})
          </Select.Option>
        ))}
      </Select>
    </Field>
  )
}

function CustomerField({ observer }: { readonly observer: Observer | undefined }) {
  const t = useTexts(observerTexts)
  const id = useId()
  return (
    <Field>
      <Label htmlFor={id}>{t('form.customerOf')}</Label>
      <Field.Description>{t('form.customerOfHint')}</Field.Description>
      <Textarea id={id} name="customerOf" rows={3} defaultValue={observer?.customerOf.join('\n') ?? ''} />
    </Field>
  )
}

type Fields = Omit<Observer, 'observerId' | 'person' | 'ahead'> & { readonly personId: string | null }

/** Adds or changes, as one way to save. */
function useSave(observer: Observer | undefined, onClose: () => void) {
  const t = useTexts(observerTexts)
  const toast = useToast()
  const refresh = useRefreshPlan()
  const onSuccess = async ({ name }: { readonly name: string }): Promise<void> => {
    await refresh()
    toast({ text: t('saved', { name }) })
    onClose()
  }
  const add = useMutation(api.planning.observers.add.mutationOptions({ onSuccess }))
  const edit = useMutation(api.planning.observers.edit.mutationOptions({ onSuccess }))
  return {
    send: (fields: Fields) =>
      observer ? edit.mutate({ ...fields, observerId: observer.observerId }) : add.mutate(fields),
    isPending: add.isPending || edit.isPending,
    error: add.error ?? edit.error,
  }
}
