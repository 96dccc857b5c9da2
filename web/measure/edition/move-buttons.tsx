import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { EditionView } from '../../../src/measure/edition/contract.ts'
import { api } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { useProblemText } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { editionTexts } from '../../i18n/edition.ts'
import { useTexts } from '../../i18n/use-texts.ts'

/** Starts, ends or reopens fieldwork, after a question. Nothing is shown that cannot be done now. */
export function MoveButtons({ edition }: { readonly edition: EditionView }) {
  const t = useTexts(editionTexts)
  const [asking, setAsking] = useState(false)
  const move = useMove(() => setAsking(false))
  const { editionId, counts } = edition
  const way = wayOn(edition)
  if (way === undefined) return null
  const left = counts.contacts - counts.handedIn
  const body = way === 'close' ? t('page.closeBody', { count: left }) : t('page.startBody')
  const state = way === 'close' ? 'review' : 'fieldwork'
  return (
    <>
      <Button variant={way === 'start' ? 'primary' : 'secondary'} onClick={() => setAsking(true)}>
        {t(`page.${way}`)}
      </Button>
      <ConfirmDialog
        open={asking}
        title={
          way === 'close' ? t('page.closeTitle') : way === 'start' ? t('page.startTitle') : t('page.reopen')
        }
        confirm={t(`page.${way}`)}
        busy={move.isPending}
        onConfirm={() => move.mutate({ editionId, state })}
        onClose={() => setAsking(false)}
      >
        {way !== 'reopen' && <p>{body}</p>}
        <Refusal error={move.error} />
      </ConfirmDialog>
    </>
  )
}

function wayOn({ state, counts, issues }: EditionView): 'start' | 'close' | 'reopen' | undefined {
  if (state === 'preparing') return counts.contacts > 0 && issues === 0 ? 'start' : undefined
  if (state === 'fieldwork') return 'close'
  return state === 'review' ? 'reopen' : undefined
}

function useMove(onDone: () => void) {
  const t = useTexts(editionTexts)
  const toast = useToast()
  const queries = useQueryClient()
  return useMutation(
    api.edition.move.mutationOptions({
      onSuccess: async () => {
        onDone()
        toast({ text: t('page.moved') })
        await queries.invalidateQueries({ queryKey: api.edition.key() })
      },
    }),
  )
}

function Refusal({ error }: { readonly error: unknown }) {
  const text = useProblemText()
  return error === null ? null : <p role="alert">{text(error)}</p>
}
