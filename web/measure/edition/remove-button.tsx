import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { EditionView } from '../../../src/measure/edition/contract.ts'
import { api } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { useProblemText } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { editionTexts } from '../../i18n/edition.ts'
import { useTexts } from '../../i18n/use-texts.ts'

/** Deletes an edition that was begun by mistake. It is offered only while there is no plan. */
export function RemoveButton({ edition }: { readonly edition: EditionView }) {
  const t = useTexts(editionTexts)
  const text = useProblemText()
  const [asking, setAsking] = useState(false)
  const { editionId, name, counts, state } = edition
  const remove = useRemove(name)
  if (state !== 'preparing' || counts.plans > 0) return null
  const { participants: count } = counts
  return (
    <>
      <Button variant="tertiary" data-color="danger" onClick={() => setAsking(true)}>
        {t('page.remove')}
      </Button>
      <ConfirmDialog
        open={asking}
        title={t('page.removeTitle', { name })}
        confirm={t('page.remove')}
        dangerous
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ editionId })}
        onClose={() => setAsking(false)}
      >
        <p>{count > 0 ? t('page.removeBody', { count }) : t('page.removeEmpty')}</p>
        {remove.error && <p role="alert">{text(remove.error)}</p>}
      </ConfirmDialog>
    </>
  )
}

/** The page goes before its edition does, so that nothing asks for what is no longer there. */
function useRemove(name: string) {
  const t = useTexts(editionTexts)
  const toast = useToast()
  const queries = useQueryClient()
  const navigate = useNavigate()
  return useMutation(
    api.edition.remove.mutationOptions({
      onSuccess: async () => {
        await navigate({ to: '/measure/editions' })
        toast({ text: t('page.removed', { name }) })
        await queries.invalidateQueries({ queryKey: api.edition.key() })
      },
    }),
  )
}
