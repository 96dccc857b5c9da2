/** A file on its way in: sent, read on trial, corrected, and only then stored. */
import { useMutation, useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api } from '../../api.ts'
import { Progress } from '../../design/progress.tsx'
import { ErrorState } from '../../design/states.tsx'
import { intakeTexts } from '../../i18n/intake.ts'
import { useTexts } from '../../i18n/use-texts.ts'
import type { Search } from '../../search.ts'
import { UnderstandFrame } from '../understand-frame.tsx'
import { takeChosen } from './chosen-file.ts'
import { FileChoice } from './file-choice.tsx'
import { sendFile } from './send-file.ts'
import { Trial } from './trial.tsx'
import './intake.css'

export function BringInPage() {
  const t = useTexts(intakeTexts)
  const [sent, setSent] = useState(0)
  const send = useMutation({
    mutationFn: async (file: File) => {
      setSent(0)
      return { file, uploadId: await sendFile(file, setSent) }
    },
  })
  const { mutate } = send
  useEffect(() => {
    const file = takeChosen()
    if (file) mutate(file)
  }, [mutate])
  const file = send.variables
  const search = useSearch({ strict: false }) as Search
  const summary = useQuery(api.intake.summary.queryOptions())
  const known = summary.data?.sources.find(({ sourceId }) => sourceId === search.source)
  return (
    <UnderstandFrame
      part="intake"
      title={send.data ? t('new.title') : t('new.start')}
      subtitle={t('new.subtitle')}
      trail={[{ to: '/understand/intake', label: t('name') }]}
      width="wide"
    >
      {!send.data && (
        <div className="lp-card">
          {send.isPending && file ? (
            <Progress label={t('file.uploading', { name: file.name })} done={sent} all={file.size} />
          ) : (
            <FileChoice onFile={(chosen) => send.mutate(chosen)} />
          )}
        </div>
      )}
      {send.error !== null && (
        <ErrorState
          error={send.error}
          title={t('file.failed')}
          {...(file && { onAgain: () => send.mutate(file) })}
        />
      )}
      {send.data && !summary.isPending && (
        <Trial {...send.data} key={send.data.uploadId} known={known} onOther={() => send.reset()} />
      )}
    </UnderstandFrame>
  )
}
