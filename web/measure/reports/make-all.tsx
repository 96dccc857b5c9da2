/** Making every report is long work: it is started, watched, and goes on when the page is left. */
import { Button } from '@digdir/designsystemet-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '../../api.ts'
import { useProblemText } from '../../design/states.tsx'
import { useToast } from '../../design/toast.tsx'
import { reportsTexts } from '../../i18n/reports.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import { JobInAddress, useJobInAddress, usePutJob } from '../../job-in-address.tsx'
import { useEditionId } from '../edition/edition-frame.tsx'
import { useReportLanguage } from './use-language-choice.tsx'

/** Starts the work and puts it into the address, where a reload finds it again. */
export function MakeAllButton() {
  const t = useTexts(reportsTexts)
  const editionId = useEditionId()
  const language = useReportLanguage()
  const putJob = usePutJob()
  const text = useProblemText()
  const toast = useToast()
  const job = useJobInAddress()
  const make = useMutation(
    api.reports.makeAll.mutationOptions({
      onSuccess: ({ jobId }) => putJob(jobId, { language }),
      onError: (error) => toast({ text: text(error) }),
    }),
  )
  return (
    <Button
      loading={make.isPending || job !== undefined}
      onClick={() => make.mutate({ editionId, language })}
    >
      {t('makeAll')}
    </Button>
  )
}

export function MakeAllProgress() {
  const t = useTexts(reportsTexts)
  const toast = useToast()
  const queries = useQueryClient()
  return (
    <JobInAddress
      label={() => t('making')}
      failed={t('failed')}
      onOver={(state) => {
        void queries.invalidateQueries({ queryKey: api.reports.key() })
        toast({ text: t(state === 'done' ? 'madeAll' : 'cancelled') })
      }}
    />
  )
}
