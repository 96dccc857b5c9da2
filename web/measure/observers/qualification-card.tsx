import { Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import {
  type OneObserver,
  type QualificationStatus,
  qualificationStatuses,
} from '../../../src/measure/observers/contract.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/states.tsx'
import { Status } from '../../design/status.tsx'
import { poolTexts } from '../../i18n/pool.ts'
import { useFormats, useTexts } from '../../i18n/use-texts.ts'
import { today } from '../planning/today.ts'
import { qualificationTones } from './pool-columns.tsx'
import { useRefreshObservers } from './use-refresh.ts'

/** The qualification in force, and every one before it. */
export function QualificationCard({ one }: { readonly one: OneObserver }) {
  const t = useTexts(poolTexts)
  const format = useFormats()
  const refresh = useRefreshObservers()
  const [isOpen, setIsOpen] = useState(false)
  const save = useMutation(
    api.observers.qualify.mutationOptions({
      onSuccess: async () => {
        await refresh()
        setIsOpen(false)
      },
    }),
  )
  const status = one.qualification?.status ?? 'none'
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    save.mutate({
      observerId: one.observerId,
      status: String(fields.get('status')) as QualificationStatus,
      since: String(fields.get('since')),
      note: String(fields.get('note') ?? '').trim(),
    })
  }
  return (
    <section className="lp-card lp-stack" aria-labelledby="qualification-title">
      <h2 id="qualification-title">
        {t('one.qualification')}{' '}
        <Status tone={qualificationTones[status]}>{t(`qualification.${status}`)}</Status>
      </h2>
      <ul className="lp-plain-list">
        {one.qualifications.map(({ status: was, since, note, setAt, setBy }) => (
          <li key={setAt}>
            {t(`qualification.${was}`)} {format.date(since)}
            {note === '' ? '' : `: ${note}`}{' '}
            <span className="lp-small lp-quiet">{t('one.setBy', { name: setBy })}</span>
          </li>
        ))}
      </ul>
      <div>
        <Button variant="secondary" onClick={() => setIsOpen(true)}>
          {t('one.setStatus')}
        </Button>
      </div>
      <FormDialog open={isOpen} title={t('one.qualification')} onClose={() => setIsOpen(false)}>
        <form className="lp-form" onSubmit={submit}>
          <Field>
            <Label>{t('one.status')}</Label>
            <Field.Description>{t('one.suspendedHint')}</Field.Description>
            <Select name="status" defaultValue={one.qualification?.status ?? 'qualified'}>
              {qualificationStatuses.map((choice) => (
                <Select.Option key={choice} value={choice}>
                  {t(`qualification.${choice}`)}
                </Select.Option>
              ))}
            </Select>
          </Field>
          <Textfield name="since" type="date" required label={t('one.since')} defaultValue={today()} />
          <Textfield name="note" maxLength={500} label={t('one.note')} />
          {save.error ? <ErrorState error={save.error} /> : null}
          <div>
            <Button type="submit" loading={save.isPending}>
              {t('one.save')}
            </Button>
          </div>
        </form>
      </FormDialog>
    </section>
  )
}
