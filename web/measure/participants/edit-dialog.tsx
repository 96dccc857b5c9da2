import { Alert, Button, Checkbox, Field, Label, Radio, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import {
  mostCompetitors,
  type Participant,
  type Relationship,
  relationships,
  type Variant,
} from '../../../src/measure/participants/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { useProblemText } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { participantTexts } from '../../i18n/participants.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { ProblemError } from '../../problem.ts'
import { useEditionId } from '../edition/edition-frame.tsx'
import { useIssueLine } from './issue-line.tsx'
import { useRefresh } from './use-refresh.ts'

type Props = {
  readonly open: boolean
  /** Absent for a new one. */
  readonly participant?: Participant
  readonly items: readonly Participant[]
  readonly onClose: () => void
}

export function EditDialog({ open, participant, ...rest }: Props) {
  const t = useTexts(participantTexts)
  const title = participant ? t('edit.editTitle', { name: participant.name }) : t('edit.addTitle')
  return (
    <FormDialog open={open} title={title} onClose={rest.onClose}>
      <EditForm {...rest} {...(participant ? { participant } : {})} />
    </FormDialog>
  )
}

function EditForm({ participant, items, onClose }: Omit<Props, 'open'>) {
  const t = useTexts(participantTexts)
  const id = useId()
  const [variant, setVariant] = useState<Variant>(participant?.variant ?? 'single')
  const [competitors, setCompetitors] = useState<readonly string[]>(participant?.competitors ?? [])
  const save = useSave(participant, onClose)
  const classes = [...new Set(items.map((item) => item.class))].sort((a, b) => a.localeCompare(b, 'nb'))
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const text = (name: string) => String(fields.get(name) ?? '').trim()
    save.send({
      name: text('name'),
      class: text('class'),
      website: text('website') || null,
      relationship: text('relationship') as Relationship,
      variant,
      competitors: variant === 'competitor' ? [...competitors] : [],
    })
  }
  return (
    <form className="lp-form" onSubmit={submit}>
      <Refusal error={save.error} />
      <Textfield
        name="name"
        label={t('edit.name')}
        defaultValue={participant?.name}
        required
        maxLength={200}
      />
      <Textfield
        name="class"
        label={t('edit.class')}
        defaultValue={participant?.class}
        required
        maxLength={100}
        list={`${id}-classes`}
      />
      <datalist id={`${id}-classes`}>
        {classes.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Textfield
        name="website"
        label={t('edit.website')}
        description={t('edit.websiteHint')}
        defaultValue={participant?.website ?? ''}
        maxLength={500}
      />
      <Field>
        <Label>{t('edit.relationship')}</Label>
        <Select name="relationship" defaultValue={participant?.relationship ?? 'own'}>
          {relationships.map((one) => (
            <Select.Option key={one} value={one}>
              {t(`relationship.${one}`)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <fieldset className="lp-choices">
        <legend>{t('edit.variant')}</legend>
        <Radio
          name="variant"
          value="single"
          label={t('variant.single')}
          checked={variant === 'single'}
          onChange={() => setVariant('single')}
        />
        <Radio
          name="variant"
          value="competitor"
          label={t('variant.competitor')}
          description={t('edit.variantHint')}
          checked={variant === 'competitor'}
          onChange={() => setVariant('competitor')}
        />
      </fieldset>
      {variant === 'competitor' && (
        <Competitors
          items={items.filter(
            (item) => item !== participant && item.participantId !== participant?.participantId,
          )}
          chosen={competitors}
          onChange={setCompetitors}
        />
      )}
      <div>
        <Button type="submit" loading={save.isPending}>
          {t('action.save')}
        </Button>
      </div>
    </form>
  )
}

type Choosing = {
  readonly items: readonly Participant[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

function Competitors({ items, chosen, onChange }: Choosing) {
  const t = useTexts(participantTexts)
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <fieldset className="lp-choices lp-competitors">
      <legend>{t('edit.competitors')}</legend>
      {items.map(({ participantId, name }) => (
        <Checkbox
          key={participantId}
          data-size="sm"
          label={name}
          value={participantId}
          checked={chosen.includes(participantId)}
          disabled={chosen.length >= mostCompetitors && !chosen.includes(participantId)}
          onChange={() => toggle(participantId)}
        />
      ))}
    </fieldset>
  )
}

function Refusal({ error }: { readonly error: unknown }) {
  const text = useProblemText()
  const line = useIssueLine()
  if (!error) return null
  const issues = error instanceof ProblemError ? error.issues : []
  return (
    <Alert data-color="danger" role="alert">
      {issues.length > 0 ? (
        issues.map((issue) => <p key={`${issue.path} ${issue.code}`}>{line(issue)}</p>)
      ) : (
        <p>{text(error)}</p>
      )}
    </Alert>
  )
}

type Fields = Pick<Participant, 'name' | 'class' | 'website' | 'relationship' | 'variant' | 'competitors'>

function useSave(participant: Participant | undefined, onClose: () => void) {
  const t = useTexts(participantTexts)
  const editionId = useEditionId()
  const toast = useToast()
  const refresh = useRefresh()
  const onSuccess = async ({ name }: { readonly name: string }): Promise<void> => {
    await refresh()
    onClose()
    toast({ text: t('edit.saved', { name }) })
  }
  const add = useMutation(api.participants.add.mutationOptions({ onSuccess }))
  const edit = useMutation(api.participants.edit.mutationOptions({ onSuccess }))
  return {
    error: add.error ?? edit.error,
    isPending: add.isPending || edit.isPending,
    send: (fields: Fields) =>
      participant
        ? edit.mutate({ editionId, participantId: participant.participantId, ...fields })
        : add.mutate({ editionId, ...fields }),
  }
}
