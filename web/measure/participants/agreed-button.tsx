import { Button } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import type { Participant } from '../../../src/measure/participants/contract.ts'
import { api } from '../../api.ts'
import { useToast } from '../../design/toast.tsx'
import { participantTexts } from '../../i18n/participants.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useEditionId } from '../edition/edition-frame.tsx'
import { useRefresh } from './use-refresh.ts'

/** Confirms all whose two checks agree; not shown when there are none. */
export function AgreedButton({ items }: { readonly items: readonly Participant[] }) {
  const t = useTexts(participantTexts)
  const editionId = useEditionId()
  const toast = useToast()
  const refresh = useRefresh()
  const count = items.filter(({ state }) => state === 'agreed').length
  const confirm = useMutation(
    api.participants.confirmAgreed.mutationOptions({
      onSuccess: async ({ confirmed }) => {
        await refresh()
        toast({ text: t('confirm.agreedDone', { count: confirmed }) })
      },
    }),
  )
  if (count === 0) return null
  return (
    <Button variant="secondary" loading={confirm.isPending} onClick={() => confirm.mutate({ editionId })}>
      {t('action.agreed', { count })}
    </Button>
  )
}
