/** Making the plan is long work: it is started, watched, and goes on when the page is left. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../api.ts'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { ErrorState } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { planningTexts } from '../../i18n/planning.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { JobInAddress, useJobInAddress, usePutJob } from '../../job-in-address.tsx'
import { useEditionId } from '../edition/edition-frame.tsx'
import { useRefreshPlan } from './use-plan.ts'

export function MakeButton() {
  const t = useTexts(planningTexts)
  const make = useMake()
  const job = useJobInAddress()
  return (
    <>
      <Button loading={make.isPending || job !== undefined} onClick={make.start}>
        {t('action.make')}
      </Button>
      {make.error !== null && <ErrorState error={make.error} />}
    </>
  )
}

export function MakeAgainButton() {
  const t = useTexts(planningTexts)
  const [open, setOpen] = useState(false)
  const make = useMake(() => setOpen(false))
  return (
    <>
      <Button variant="tertiary" onClick={() => setOpen(true)}>
        {t('action.makeAgain')}
      </Button>
      <ConfirmDialog
        open={open}
        title={t('make.againTitle')}
        confirm={t('action.makeAgain')}
        dangerous
        busy={make.isPending}
        onConfirm={make.start}
        onClose={() => setOpen(false)}
      >
        <p>{t('make.againBody')}</p>
        {make.error !== null && <ErrorState error={make.error} />}
      </ConfirmDialog>
    </>
  )
}

/** Starts the work and puts it into the address, where a reload finds it again. */
function useMake(onStarted: () => void = () => {}) {
  const editionId = useEditionId()
  const putJob = usePutJob()
  const make = useMutation(
    api.planning.make.mutationOptions({
      onSuccess: async ({ jobId }) => {
        onStarted()
        await putJob(jobId)
      },
    }),
  )
  return { start: () => make.mutate({ editionId }), isPending: make.isPending, error: make.error }
}

export function MakeProgress() {
  const t = useTexts(planningTexts)
  const toast = useToast()
  const refresh = useRefreshPlan()
  return (
    <JobInAddress
      label={() => t('make.running')}
      failed={t('make.failed')}
      onOver={(state) => {
        void refresh()
        if (state === 'done') toast({ text: t('make.done') })
      }}
    />
  )
}
