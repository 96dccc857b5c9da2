import { Alert, Button, Field, Label, Select, Textfield } from '@digdir/designsystemet-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { newId } from '../../../src/kernel/ids.ts'
import { api } from '../../api.ts'
import { FormDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { poolTexts } from '../../i18n/pool.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useEditionId } from '../edition/edition-frame.tsx'
import { today } from '../planning/today.ts'
import { oreOf } from './kroner.ts'
import { useRefreshObservers } from './use-refresh.ts'

/** An extra or a correction, as a line of its own. */
export function ExtraDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const t = useTexts(poolTexts)
  return (
    <FormDialog open={open} title={t('pay.extraTitle')} onClose={onClose}>
      <ExtraForm onClose={onClose} />
    </FormDialog>
  )
}

function ExtraForm({ onClose }: { readonly onClose: () => void }) {
  const t = useTexts(poolTexts)
  const editionId = useEditionId()
  const toast = useToast()
  const refresh = useRefreshObservers()
  const observers = useQuery(api.planning.observers.list.queryOptions()).data?.items ?? []
  const [extraId] = useState(newId)
  const [isWrong, setIsWrong] = useState(false)
  const add = useMutation(
    api.observers.payments.addExtra.mutationOptions({
      onSuccess: async () => {
        await refresh()
        toast({ text: t('pay.extraAdded') })
        onClose()
      },
    }),
  )
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const field = (name: string) => String(fields.get(name) ?? '').trim()
    const amountOre = oreOf(field('amount'))
    setIsWrong(!amountOre)
    if (!amountOre) return
    add.mutate({
      editionId,
      extraId,
      amountOre,
      observerId: field('observer'),
      kind: field('kind') === 'correction' ? 'correction' : 'extra',
      text: field('text'),
      on: field('on'),
    })
  }
  return (
    <form className="lp-form" onSubmit={submit}>
      <Field>
        <Label>{t('pay.observer')}</Label>
        <Select name="observer" required>
          {observers.map(({ observerId, name }) => (
            <Select.Option key={observerId} value={observerId}>
              {name}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Field>
        <Label>{t('pay.extraKind')}</Label>
        <Select name="kind">
          {(['extra', 'correction'] as const).map((kind) => (
            <Select.Option key={kind} value={kind}>
              {t(`pay.kind.${kind}`)}
            </Select.Option>
          ))}
        </Select>
      </Field>
      <Textfield name="amount" required inputMode="text" label={t('pay.extraAmount')} />
      <Textfield name="text" required maxLength={200} label={t('pay.extraText')} />
      <Textfield name="on" type="date" required label={t('pay.on')} defaultValue={today()} />
      {isWrong && <Alert data-color="danger">{t('pay.amountWrong')}</Alert>}
      {add.error ? <ErrorState error={add.error} /> : null}
      <div>
        <Button type="submit" loading={add.isPending}>
          {t('pay.addExtra')}
        </Button>
      </div>
    </form>
  )
}
