/** Tells of a conflict of interest: with whom, and why. */
import { Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { type FormEvent, useId } from 'react'
import { type ConflictKind, conflictKinds } from '../../../src/measure/observers/contract.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/states.tsx'
import { poolTexts } from '../../i18n/pool.ts'
import { useTexts } from '../../i18n/use-texts.ts'

export type NewConflict = { readonly participant: string; readonly kind: ConflictKind; readonly note: string }

type Props = {
  readonly open: boolean
  readonly participants: readonly string[]
  readonly busy: boolean
  readonly error: unknown
  readonly onSave: (conflict: NewConflict) => void
  readonly onClose: () => void
}

export function ConflictDialog({ open, participants, busy, error, onSave, onClose }: Props) {
  const t = useTexts(poolTexts)
  const list = useId()
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const field = (name: string) => String(fields.get(name) ?? '').trim()
    onSave({ participant: field('participant'), kind: field('kind') as ConflictKind, note: field('note') })
  }
  return (
    <FormDialog open={open} title={t('one.declare')} onClose={onClose}>
      <form className="lp-form" onSubmit={submit}>
        <Textfield name="participant" list={list} required maxLength={200} label={t('one.participant')} />
        <datalist id={list}>
          {participants.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Field>
          <Label>{t('one.kind')}</Label>
          <Select name="kind">
            {conflictKinds.map((kind) => (
              <Select.Option key={kind} value={kind}>
                {t(`kind.${kind}`)}
              </Select.Option>
            ))}
          </Select>
        </Field>
        <Textfield name="note" multiline rows={2} maxLength={500} label={t('one.note')} />
        {error ? <ErrorState error={error} /> : null}
        <div>
          <Button type="submit" loading={busy}>
            {t('one.declare')}
          </Button>
        </div>
      </form>
    </FormDialog>
  )
}
