import { Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { MoneyLine } from '../../../src/measure/observers/contract.ts'
import { api } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { poolTexts } from '../../i18n/pool.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useEditionId } from '../edition/edition-frame.tsx'
import { today } from '../planning/today.ts'
import { useRefreshObservers } from './use-refresh.ts'
import { useMoney } from './words.ts'

type Props = { readonly open: boolean; readonly lines: readonly MoneyLine[]; readonly onClose: () => void }

/** Asks before what is earned up to a day is recorded as paid; the sum follows the day. */
export function PayDialog({ open, lines, onClose }: Props) {
  const t = useTexts(poolTexts)
  const money = useMoney()
  const editionId = useEditionId()
  const toast = useToast()
  const refresh = useRefreshObservers()
  const [until, setUntil] = useState(today())
  const [paidOn, setPaidOn] = useState(today())
  const [note, setNote] = useState('')
  const pay = useMutation(
    api.observers.payments.pay.mutationOptions({
      onSuccess: async ({ number, amountOre }) => {
        await refresh()
        toast({ text: t('pay.paid', { number, amount: money(amountOre) }) })
        onClose()
      },
    }),
  )
  const sum = lines.filter(({ on }) => on <= until).reduce((total, { amountOre }) => total + amountOre, 0)
  return (
    <ConfirmDialog
      open={open}
      title={t('pay.payTitle', { amount: money(sum) })}
      confirm={t('pay.payNow')}
      busy={pay.isPending}
      onConfirm={() => pay.mutate({ editionId, until, paidOn, note: note.trim() })}
      onClose={onClose}
    >
      <p>{t('pay.payText')}</p>
      <Textfield
        type="date"
        label={t('pay.until')}
        value={until}
        onChange={(event) => setUntil(event.target.value)}
      />
      <Textfield
        type="date"
        label={t('pay.paidOn')}
        value={paidOn}
        onChange={(event) => setPaidOn(event.target.value)}
      />
      <Textfield
        maxLength={500}
        label={t('pay.note')}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {pay.error ? <ErrorState error={pay.error} /> : null}
    </ConfirmDialog>
  )
}
