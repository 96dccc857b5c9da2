/** Makes a source, or changes what is said about one. */
import { Alert, Button, Field, Label, Textarea, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import type { IntakeSource } from '../../../src/understand/intake/contract.ts'
import { contactDefinitions, type SourceKind } from '../../../src/understand/intake/rules/source-kinds.ts'
import { api, client, queryClient } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { useProblemText } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { intakeTexts } from '../../i18n/intake.ts'
import { useLanguage, useTexts } from '../../i18n/use-texts.ts'
import { linesOf } from './lines.ts'
import { ChannelChoice } from './trial.tsx'

type Props = {
  readonly open: boolean
  readonly kind: SourceKind
  /** Absent for a new one. */
  readonly source?: IntakeSource
  readonly onClose: () => void
  readonly onMade?: (sourceId: string) => void
}

export function SourceDialog({ open, onClose, ...rest }: Props) {
  const t = useTexts(intakeTexts)
  return (
    <FormDialog open={open} title={rest.source ? t('edit.title') : t('newSource')} onClose={onClose}>
      <SourceForm {...rest} onClose={onClose} />
    </FormDialog>
  )
}

function readForm(form: HTMLFormElement) {
  const fields = new FormData(form)
  const text = (name: string): string => String(fields.get(name) ?? '').trim()
  const months = Number(text('retention'))
  return {
    name: text('name'),
    contactDefinition: text('definition'),
    retentionMonths: months >= 1 && months <= 120 ? Math.round(months) : null,
    names: linesOf(text('names')),
    keepNames: linesOf(text('keepNames')),
    reasons: linesOf(text('reasons')),
  }
}

function SourceForm({ kind, source, onClose, onMade }: Omit<Props, 'open'>) {
  const t = useTexts(intakeTexts)
  const language = useLanguage()
  const toast = useToast()
  const problemText = useProblemText()
  const [channel, setChannel] = useState(source?.channel ?? usualChannels[kind] ?? null)
  const save = useMutation({
    mutationFn: async (given: ReturnType<typeof readForm>) => {
      const { names, keepNames, reasons, ...fields } = given
      const profile = { ...source?.profile, names, keepNames, ...(kind === 'tally' && { reasons }) }
      return source
        ? client.intake.sources.edit({ sourceId: source.sourceId, ...fields, channel, profile })
        : client.intake.sources.create({ kind, ...fields, channel, profile })
    },
    onSuccess: async ({ sourceId }) => {
      await queryClient.invalidateQueries({ queryKey: api.intake.key() })
      toast({ text: t('edit.saved') })
      onClose()
      onMade?.(sourceId)
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    save.mutate(readForm(event.currentTarget))
  }
  const profile = source?.profile
  return (
    <form className="lp-form" onSubmit={submit}>
      {save.error !== null && (
        <Alert data-color="danger" role="alert">
          {problemText(save.error)}
        </Alert>
      )}
      <Textfield
        name="name"
        label={t('new.sourceName')}
        defaultValue={source?.name ?? ''}
        maxLength={100}
        required
      />
      <Lines
        name="definition"
        label={t('new.definition')}
        value={source?.contactDefinition ?? contactDefinitions[kind][language]}
        isRequired
      />
      <ChannelChoice channel={channel} onChannel={setChannel} />
      {kind === 'tally' && (
        <Lines name="reasons" label={t('edit.reasons')} value={(profile?.reasons ?? []).join('\n')} />
      )}
      <Textfield
        name="retention"
        type="number"
        min={1}
        max={120}
        label={t('edit.retention')}
        description={t('edit.retentionHelp')}
        defaultValue={source?.retentionMonths ?? ''}
      />
      {kind !== 'tally' && (
        <>
          <Lines name="names" label={t('edit.names')} value={(profile?.names ?? []).join('\n')} />
          <Lines
            name="keepNames"
            label={t('edit.keepNames')}
            description={t('edit.keepHelp')}
            value={(profile?.keepNames ?? []).join('\n')}
          />
        </>
      )}
      <div>
        <Button type="submit" loading={save.isPending}>
          {source ? t('edit.save') : t('edit.create')}
        </Button>
      </div>
    </form>
  )
}

const usualChannels: Partial<Record<SourceKind, 'email' | 'inPerson'>> = {
  imap: 'email',
  eml: 'email',
  mbox: 'email',
  tally: 'inPerson',
}

type LinesProps = {
  readonly name: string
  readonly label: string
  readonly description?: string
  readonly value: string
  readonly isRequired?: boolean
}

function Lines({ name, label, description, value, isRequired = false }: LinesProps) {
  return (
    <Field>
      <Label>{label}</Label>
      {description !== undefined && <Field.Description>{description}</Field.Description>}
      <Textarea name={name} rows={3} defaultValue={value} required={isRequired} maxLength={20_000} />
    </Field>
  )
}
