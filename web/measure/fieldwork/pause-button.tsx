import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { fieldworkTexts } from '../../i18n/fieldwork.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { ReasonDialog } from './reason-dialog.tsx'

type PauseProps = { readonly editionId: string; readonly state: string }

/** Holds all observers back, or lets them go on. */
export function PauseButton({ editionId, state }: PauseProps) {
  if (state === 'fieldwork') return <Pause editionId={editionId} />
  return state === 'paused' ? <Resume editionId={editionId} /> : null
}

/** After either, every page shows the edition in its new state. */
function useAfterwards(text: string, close: () => void): () => Promise<void> {
  const toast = useToast()
  const queries = useQueryClient()
  return async () => {
    await queries.invalidateQueries()
    close()
    toast({ text })
  }
}

function Pause({ editionId }: { readonly editionId: string }) {
  const t = useTexts(fieldworkTexts)
  const [open, setOpen] = useState(false)
  const onSuccess = useAfterwards(t('pause.done'), () => setOpen(false))
  const pause = useMutation(api.fieldwork.pause.mutationOptions({ onSuccess }))
  return (
    <>
      <Button variant="secondary" onClick={() => setOpen(true)}>
        {t('pause.action')}
      </Button>
      <ReasonDialog
        open={open}
        title={t('pause.title')}
        label={t('pause.reason')}
        confirm={t('pause.confirm')}
        busy={pause.isPending}
        error={pause.error}
        onReason={(reason) => pause.mutate({ editionId, reason })}
        onClose={() => setOpen(false)}
      >
        <p>{t('pause.text')}</p>
      </ReasonDialog>
    </>
  )
}

function Resume({ editionId }: { readonly editionId: string }) {
  const t = useTexts(fieldworkTexts)
  const [open, setOpen] = useState(false)
  const onSuccess = useAfterwards(t('pause.resumed'), () => setOpen(false))
  const resume = useMutation(api.fieldwork.resume.mutationOptions({ onSuccess }))
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('pause.resume')}</Button>
      <ConfirmDialog
        open={open}
        title={t('pause.resumeTitle')}
        confirm={t('pause.resume')}
        busy={resume.isPending}
        onConfirm={() => resume.mutate({ editionId })}
        onClose={() => setOpen(false)}
      >
        <p>{t('pause.resumeText')}</p>
        {resume.error ? <ErrorState error={resume.error} /> : null}
      </ConfirmDialog>
    </>
  )
}
