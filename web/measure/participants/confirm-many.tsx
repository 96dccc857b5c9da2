import { Button } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import type { Participant } from '../../../src/measure/participants/contract.ts'
import { hasChannel } from '../../../src/measure/participants/rules/settled-channels.ts'
import { api } from '../../api.ts'
import { useToast } from '../../design/toast.tsx'
import { participantTexts } from '../../i18n/participants.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { useEditionId } from '../edition/edition-frame.tsx'
import { useRefresh } from './use-refresh.ts'

/** Confirms all whose two checks agree; not shown when there are none. */
export function AgreedButton({ items }: { readonly items: readonly Participant[] }) {
  const t = useTexts(participantTexts)
  const count = items.filter(({ state }) => state === 'agreed').length
  const confirm = useMutation(api.participants.confirmAgreed.mutationOptions(useConfirmed()))
  return <Many count={count} label={t('action.agreed', { count })} {...confirm} />
}

/** Confirms what stands in the list for all that nobody has checked; not shown when there is nothing in it. */
export function ListedButton({ items }: { readonly items: readonly Participant[] }) {
  const t = useTexts(participantTexts)
  const count = items.filter(({ state, channels }) => state === 'unchecked' && hasChannel(channels)).length
  const confirm = useMutation(api.participants.confirmListed.mutationOptions(useConfirmed()))
  return <Many count={count} label={t('action.listed', { count })} {...confirm} />
}

function useConfirmed() {
  const t = useTexts(participantTexts)
  const toast = useToast()
  const refresh = useRefresh()
  return {
    onSuccess: async ({ confirmed }: { readonly confirmed: number }) => {
      await refresh()
      toast({ text: t('confirm.agreedDone', { count: confirmed }) })
    },
  }
}

type ManyProps = {
  readonly count: number
  readonly label: string
  readonly isPending: boolean
  readonly mutate: (input: { readonly editionId: string }) => void
}

function Many({ count, label, isPending, mutate }: ManyProps) {
  const editionId = useEditionId()
  if (count === 0) return null
  return (
    <Button variant="secondary" loading={isPending} onClick={() => mutate({ editionId })}>
      {label}
    </Button>
  )
}
