import { Textfield } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Participant } from '../../../src/measure/participants/contract.ts'
import { api } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { participantTexts } from '../../i18n/participants.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useEditionId } from '../edition/edition-frame.tsx'
import { useRefresh } from './use-refresh.ts'

type Props = { readonly open: boolean; readonly participant: Participant; readonly onClose: () => void }

export function WithdrawDialog({ open, participant, onClose }: Props) {
  const t = useTexts(participantTexts)
  const editionId = useEditionId()
  const refresh = useRefresh()
  const [reason, setReason] = useState('')
  const withdraw = useMutation(
    api.participants.withdraw.mutationOptions({
      onSuccess: async () => {
        await refresh()
        onClose()
      },
    }),
  )
  const { participantId, name } = participant
  const submit = (): void => {
    if (reason.trim() !== '') withdraw.mutate({ editionId, participantId, reason: reason.trim() })
  }
  return (
    <ConfirmDialog
      open={open}
      title={t('withdraw.title', { name })}
      confirm={t('withdraw.confirm')}
      dangerous
      busy={withdraw.isPending}
      onConfirm={submit}
      onClose={onClose}
    >
      <p>{t('withdraw.body')}</p>
      <Textfield
        label={t('withdraw.reason')}
        value={reason}
        required
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
      />
    </ConfirmDialog>
  )
}
